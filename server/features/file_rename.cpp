#include "features/file_rename.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "features/links.hpp"
#include "workspace/uri.hpp"

namespace journey::features {

namespace {

namespace fs = std::filesystem;
using workspace::File;
using workspace::Link;

struct Move {
  fs::path from;
  fs::path to;
};

/// Where a path is afterwards. Of nested renames the innermost counts.
fs::path moved(const fs::path& path, const std::vector<Move>& moves) {
  const Move* best = nullptr;
  for (const Move& move : moves)
    if (workspace::isInside(path, move.from) &&
        (!best || workspace::isInside(move.from, best->from)))
      best = &move;
  if (!best) return path;
  fs::path rest = path.lexically_relative(best->from);
  return rest == "." ? best->to : best->to / rest;
}

/// A path as it can stand in a link's place: in running text in quotes if it would break there.
/// Nullopt for names that no line can hold.
std::optional<std::string> written(const text::Text& text, const Link& link,
                                   const std::string& path) {
  if (path.find_first_of("\r\n") != path.npos) return std::nullopt;
  if (link.kind == Link::Kind::Image) return path;
  std::uint32_t line = text.lineOf(link.span.start);
  std::uint32_t lineStart = text.lineStart(line);
  std::string before = text.slice({lineStart, link.span.start});
  std::string after(text.line(line).substr(link.span.end - lineStart));
  for (const std::string& candidate : {path, '"' + path + '"'})
    if (std::ranges::count(workspace::linksIn(before + candidate + after), path, &Link::target) >
        std::ranges::count(workspace::linksIn(before + after), path, &Link::target))
      return candidate;
  return path;
}

/// The link as it has to be when its file is `to`, which now is `from`.
std::optional<lint::TextEdit> edit(const File& file, const Link& link, const Move& own,
                                   const std::vector<Move>& moves) {
  auto uri = targetOf(file, link);
  auto old = uri ? workspace::pathOf(*uri) : std::nullopt;
  if (!old) return std::nullopt;
  fs::path target(link.target);
  fs::path now = moved(*old, moves);
  fs::path path = now;
  if (!target.is_absolute()) path = now.lexically_relative(own.to.parent_path());
  if (path.empty() || path == target.lexically_normal()) return std::nullopt;
  std::string text = path.generic_string();
  if (link.target.starts_with("./") && !text.starts_with("../")) text.insert(0, "./");
  auto out = written(file.text, link, text);
  if (!out) return std::nullopt;
  return lint::TextEdit{link.span, std::move(*out)};
}

}  // namespace

WorkspaceEdit fileRenameEdits(const workspace::View& view, const std::vector<FileRename>& renames) {
  std::vector<Move> moves;
  for (const FileRename& rename : renames) {
    auto from = workspace::pathOf(rename.oldUri);
    auto to = workspace::pathOf(rename.newUri);
    if (from && to && *from != *to) moves.push_back({std::move(*from), std::move(*to)});
  }
  WorkspaceEdit out;
  if (moves.empty()) return out;
  for (const workspace::FilePtr& file : view.files) {
    auto oldPath = workspace::pathOf(file->uri);
    if (!oldPath || file->facts->links.empty()) continue;
    Move own{*oldPath, moved(*oldPath, moves)};
    FileEdits edits{file->uri, {}, file->text, {}};
    for (const Link& link : file->facts->links)
      if (auto change = edit(*file, link, own, moves)) edits.edits.push_back(std::move(*change));
    if (edits.edits.empty()) continue;
    if (file->snapshot) edits.version = file->snapshot->version;
    out.files.push_back(std::move(edits));
  }
  return out;
}

}  // namespace journey::features
