#include "cli/check/excerpt.hpp"

#include <algorithm>
#include <vector>

#include "text/cells.hpp"
#include "text/unicode.hpp"

namespace journey::cli {

namespace {

constexpr std::uint32_t tabStop = 4;

struct Piece {
  std::string shown;
  std::uint32_t cells = 0;
  bool marked = false;
};

}  // namespace

Excerpt excerptOf(std::string_view line, std::size_t start, std::size_t end,
                  std::uint32_t mostCells) {
  std::vector<Piece> pieces;
  std::size_t first = 0;  // how many pieces stand before the mark
  std::uint32_t column = 0;
  std::size_t at = 0;
  for (std::string_view cluster : text::graphemes(line)) {
    Piece piece;
    if (cluster == "\t") {
      piece.cells = tabStop - column % tabStop;
      piece.shown.assign(piece.cells, ' ');
    } else if (at > 0 || cluster != "\xEF\xBB\xBF") {  // a byte order mark is not seen
      piece.shown = text::harmless(cluster);
      piece.cells = text::cells(piece.shown);
    }
    at += cluster.size();
    piece.marked = at - cluster.size() < end && at > start;
    if (at <= start) ++first;
    column += piece.cells;
    pieces.push_back(std::move(piece));
  }

  // A window around the mark, where the whole line is too long.
  std::size_t from = 0;
  std::size_t to = pieces.size();
  if (column > mostCells) {
    std::uint32_t before = 0;
    for (from = first; from > 0 && before + pieces[from - 1].cells <= mostCells / 3; --from)
      before += pieces[from - 1].cells;
    std::uint32_t shown = 0;
    for (to = from; to < pieces.size() && shown + pieces[to].cells <= mostCells; ++to)
      shown += pieces[to].cells;
  }

  Excerpt out;
  if (from > 0) {
    out.line = "…";
    out.marks = " ";
  }
  std::uint32_t marked = 0;
  for (std::size_t i = from; i < to; ++i) {
    out.line += pieces[i].shown;
    if (i < first) out.marks.append(pieces[i].cells, ' ');
    if (pieces[i].marked) marked += pieces[i].cells;
  }
  if (to < pieces.size()) out.line += "…";
  out.marks.append(std::max(marked, 1U), '^');
  return out;
}

}  // namespace journey::cli
