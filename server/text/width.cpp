#include "text/width.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "text/encoding.hpp"

namespace journey::text {

namespace {

// Advance widths in 1/2048 of the font size.
struct Own {
  char32_t c;
  std::uint16_t regular;
  std::uint16_t bold;
};
constexpr std::uint16_t asciiRegular[] = {
    569,  569,  727,  1139, 1139, 1821, 1366, 391,  682,  682,  797,  1196, 569,  682,  569,  569,
    1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 569,  569,  1196, 1196, 1196, 1139,
    2079, 1366, 1366, 1479, 1479, 1366, 1251, 1593, 1479, 569,  1024, 1366, 1139, 1706, 1479, 1593,
    1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366, 1366, 1251, 569,  569,  569,  961,  1139,
    682,  1139, 1139, 1024, 1139, 1139, 569,  1139, 1139, 455,  455,  1024, 455,  1706, 1139, 1139,
    1139, 1139, 682,  1024, 569,  1139, 1024, 1479, 1024, 1024, 1024, 684,  532,  684,  1196,
};
constexpr std::uint16_t asciiBold[] = {
    569,  682,  971,  1139, 1139, 1821, 1479, 487,  682,  682,  797,  1196, 569,  682,  569,  569,
    1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 682,  682,  1196, 1196, 1196, 1251,
    1997, 1479, 1479, 1479, 1479, 1366, 1251, 1593, 1479, 569,  1139, 1479, 1251, 1706, 1479, 1593,
    1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366, 1366, 1251, 682,  569,  682,  1196, 1139,
    682,  1139, 1251, 1139, 1251, 1139, 682,  1251, 1251, 569,  569,  1139, 569,  1821, 1251, 1251,
    1251, 1251, 797,  1139, 682,  1251, 1139, 1593, 1139, 1139, 1024, 797,  573,  797,  1196,
};
constexpr std::uint16_t greekRegular[] = {
    1366, 1366, 1128, 1368, 1366, 1251, 1479, 1593, 569,  1366, 1368, 1706, 1479, 1331, 1593,
    1479, 1366, 0,    1266, 1251, 1366, 1634, 1366, 1711, 1531, 569,  1366, 1184, 913,  1139,
    455,  1120, 1184, 1178, 1024, 1140, 913,  903,  1139, 1139, 455,  1024, 1024, 1180, 1024,
    917,  1139, 1413, 1165, 987,  1264, 809,  1120, 1328, 1075, 1460, 1599,
};
constexpr std::uint16_t greekBold[] = {
    1479, 1479, 1231, 1472, 1366, 1251, 1479, 1593, 569,  1479, 1366, 1706, 1479, 1318, 1593,
    1479, 1366, 0,    1229, 1251, 1366, 1681, 1366, 1657, 1642, 569,  1366, 1259, 924,  1251,
    569,  1192, 1259, 1250, 1139, 1242, 972,  943,  1251, 1107, 569,  1142, 1139, 1253, 1139,
    912,  1251, 1568, 1267, 1065, 1401, 914,  1192, 1465, 1179, 1543, 1730,
};
constexpr std::uint16_t cyrillicRegular[] = {
    1366, 1367, 1771, 1109, 1472, 1366, 569,  569,  1024, 2165, 2069, 1749, 1193, 1479, 1301, 1472,
    1366, 1344, 1366, 1109, 1387, 1366, 1891, 1237, 1472, 1472, 1193, 1344, 1706, 1479, 1593, 1472,
    1366, 1479, 1251, 1301, 1557, 1366, 1515, 1365, 1877, 1920, 1621, 1813, 1344, 1472, 2069, 1479,
    1139, 1173, 1088, 747,  1195, 1139, 1370, 939,  1144, 1144, 896,  1195, 1408, 1131, 1139, 1109,
    1139, 1024, 938,  1024, 1685, 1024, 1173, 1067, 1643, 1685, 1280, 1472, 1067, 1045, 1536, 1109,
    1139, 1139, 1139, 747,  1045, 1024, 455,  569,  455,  1856, 1664, 1139, 896,  1144, 1024, 1131,
};
constexpr std::uint16_t cyrillicBold[] = {
    1366, 1370, 1813, 1161, 1457, 1366, 569,  565,  1139, 2240, 2176, 1792, 1250, 1479, 1274, 1472,
    1479, 1472, 1479, 1161, 1459, 1366, 1851, 1283, 1472, 1472, 1250, 1437, 1706, 1479, 1593, 1472,
    1366, 1479, 1251, 1274, 1748, 1366, 1496, 1439, 2058, 2087, 1781, 2005, 1472, 1457, 2112, 1472,
    1139, 1265, 1259, 853,  1300, 1139, 1452, 1018, 1259, 1259, 1025, 1301, 1515, 1237, 1251, 1237,
    1251, 1139, 1003, 1139, 1792, 1139, 1259, 1189, 1707, 1728, 1493, 1749, 1259, 1131, 1749, 1195,
    1139, 1139, 1251, 853,  1131, 1139, 569,  576,  569,  1984, 1856, 1251, 1025, 1259, 1139, 1237,
};
constexpr Own ownWidths[] = {
    {0xA0, 569, 569},     {0xA1, 682, 682},     {0xA2, 1139, 1139},   {0xA3, 1139, 1139},
    {0xA4, 1139, 1139},   {0xA5, 1139, 1139},   {0xA6, 532, 573},     {0xA7, 1139, 1139},
    {0xA8, 682, 682},     {0xA9, 1509, 1509},   {0xAA, 758, 758},     {0xAB, 1139, 1139},
    {0xAC, 1196, 1196},   {0xAD, 682, 682},     {0xAE, 1509, 1509},   {0xAF, 1131, 1131},
    {0xB0, 819, 819},     {0xB1, 1124, 1124},   {0xB2, 682, 682},     {0xB3, 682, 682},
    {0xB4, 682, 682},     {0xB5, 1180, 1180},   {0xB6, 1100, 1139},   {0xB7, 569, 569},
    {0xB8, 682, 682},     {0xB9, 682, 682},     {0xBA, 748, 748},     {0xBB, 1139, 1139},
    {0xBC, 1708, 1708},   {0xBD, 1708, 1708},   {0xBE, 1708, 1708},   {0xBF, 1251, 1251},
    {0xC6, 2048, 2048},   {0xD0, 1479, 1479},   {0xD7, 1196, 1196},   {0xD8, 1593, 1593},
    {0xDE, 1366, 1366},   {0xDF, 1251, 1251},   {0xE6, 1821, 1821},   {0xEC, 569, 569},
    {0xED, 569, 569},     {0xEE, 569, 569},     {0xEF, 569, 569},     {0xF0, 1139, 1251},
    {0xF7, 1124, 1124},   {0xF8, 1251, 1251},   {0xFE, 1139, 1251},   {0x10F, 1259, 1472},
    {0x110, 1479, 1479},  {0x111, 1139, 1251},  {0x126, 1479, 1479},  {0x127, 1139, 1251},
    {0x129, 569, 569},    {0x12B, 569, 569},    {0x12D, 569, 569},    {0x131, 569, 569},
    {0x132, 1505, 1607},  {0x133, 909, 1139},   {0x138, 1024, 1139},  {0x13E, 597, 789},
    {0x13F, 1139, 1251},  {0x140, 684, 981},    {0x141, 1139, 1251},  {0x142, 455, 569},
    {0x149, 1237, 1451},  {0x14A, 1481, 1481},  {0x14B, 1139, 1251},  {0x152, 2048, 2048},
    {0x153, 1933, 1933},  {0x165, 768, 981},    {0x166, 1251, 1251},  {0x167, 569, 682},
    {0x17F, 455, 569},    {0x192, 1139, 1139},  {0x2010, 682, 682},   {0x2011, 682, 682},
    {0x2013, 1139, 1139}, {0x2014, 2048, 2048}, {0x2015, 2048, 2048}, {0x2017, 1131, 1131},
    {0x2018, 455, 569},   {0x2019, 455, 569},   {0x201A, 455, 569},   {0x201B, 455, 569},
    {0x201C, 682, 1024},  {0x201D, 682, 1024},  {0x201E, 682, 1024},  {0x2020, 1139, 1139},
    {0x2021, 1139, 1139}, {0x2022, 717, 717},   {0x2026, 2048, 2048}, {0x2030, 2048, 2048},
    {0x2032, 384, 491},   {0x2033, 725, 981},   {0x2039, 682, 682},   {0x203A, 682, 682},
    {0x203C, 1024, 1237}, {0x203E, 682, 682},   {0x2044, 342, 342},   {0x20AC, 1139, 1139},
    {0x2116, 2197, 2283}, {0x2122, 2048, 2048}, {0x2190, 2048, 2048}, {0x2191, 1024, 1024},
    {0x2192, 2048, 2048}, {0x2193, 1024, 1024}, {0x2212, 1196, 1196},
};

constexpr std::uint16_t em = 2048;
// Colour emoji fonts draw an emoji a good quarter wider than the font size.
constexpr std::uint16_t emojiWidth = 2662;
constexpr std::uint16_t defaultWidth = 1300;  // of scripts without a table
constexpr char32_t tableEnd = 0x530;
constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view replacementBytes = "\xEF\xBF\xBD";

utf8proc_int32_t point(char32_t c) { return static_cast<utf8proc_int32_t>(c); }

template <std::size_t N, std::size_t M>
bool inRange(char32_t c, char32_t first, const std::uint16_t (&regular)[N],
             const std::uint16_t (&bold)[M], Weight weight, std::uint16_t& out) {
  static_assert(N == M);
  if (c < first || c >= first + N) return false;
  out = weight == Weight::Bold ? bold[c - first] : regular[c - first];
  return out != 0;
}

std::optional<std::uint16_t> listed(char32_t c, Weight weight) {
  std::uint16_t w = 0;
  if (inRange(c, 0x20, asciiRegular, asciiBold, weight, w)) return w;
  if (inRange(c, 0x391, greekRegular, greekBold, weight, w)) return w;
  if (inRange(c, 0x400, cyrillicRegular, cyrillicBold, weight, w)) return w;
  const Own* own = std::lower_bound(std::begin(ownWidths), std::end(ownWidths), c,
                                    [](const Own& o, char32_t v) { return o.c < v; });
  if (own != std::end(ownWidths) && own->c == c)
    return weight == Weight::Bold ? own->bold : own->regular;
  return std::nullopt;
}

/// A character outside the quick table.
std::uint16_t measured(char32_t c, Weight weight) {
  if (auto w = listed(c, weight)) return *w;
  int columns = utf8proc_charwidth(point(c));
  switch (utf8proc_category(point(c))) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
      return 0;
    default:
      break;
  }
  if (columns == 0 && c != replacement) return 0;
  if (columns == 2) return em;
  utf8proc_int32_t parts[8];
  int boundary = 0;
  utf8proc_ssize_t count =
      utf8proc_decompose_char(point(c), parts, 8, UTF8PROC_DECOMPOSE, &boundary);
  // A letter with a mark is as wide as the letter.
  if (count > 1)
    if (auto w = listed(static_cast<char32_t>(parts[0]), weight)) return *w;
  if (c == replacement || (c >= 0x2000 && c < 0x2C00)) return em;  // symbols
  return defaultWidth;
}

using Table = std::array<std::uint16_t, tableEnd>;

const Table& tableOf(Weight weight) {
  static const auto tables = [] {
    std::array<Table, 2> t{};
    for (Weight w : {Weight::Regular, Weight::Bold})
      for (char32_t i = 0; i < tableEnd; ++i)
        t[static_cast<std::size_t>(w)][i] = i < 0x20 || i == 0x7F ? em : measured(i, w);
    return t;
  }();
  return tables[static_cast<std::size_t>(weight)];
}

std::uint16_t advance(char32_t c, Weight weight) {
  return c < tableEnd ? tableOf(weight)[c] : measured(c, weight);
}

bool isPictograph(char32_t c) {
  return (c >= 0x1F000 && c <= 0x1FAFF) ||
         (c >= 0x2300 && c <= 0x2BFF && utf8proc_charwidth(point(c)) == 2);
}

/// A grapheme cluster, which is never broken.
struct Cluster {
  std::string_view bytes;
  char32_t first = 0;
  std::uint32_t width = 0;  // in 1/2048 em
  bool emoji = false;
  bool broken = false;  // not to be drawn as it is: a control character or no UTF-8
};

/// Reads the cluster at the start of `bytes`, which must not be empty.
Cluster clusterAt(std::string_view bytes, Weight weight) {
  auto lead = static_cast<unsigned char>(bytes[0]);
  if (lead < 0x80 && (bytes.size() == 1 || static_cast<unsigned char>(bytes[1]) < 0x80)) {
    bool control = (lead < 0x20 && lead != '\t') || lead == 0x7F;
    char32_t shown = lead == '\t' ? U' ' : static_cast<char32_t>(lead);
    return {bytes.substr(0, 1), shown, advance(control ? replacement : shown, weight), false,
            control};
  }
  CodePoint c = decode(bytes);
  Cluster cluster{bytes.substr(0, c.length), c.value, advance(c.value, weight),
                  isPictograph(c.value), false};
  bool noUtf8 = c.value == replacement && c.length == 1;
  if (noUtf8 || (c.value < 0xA0 && utf8proc_category(point(c.value)) == UTF8PROC_CATEGORY_CC) ||
      c.value == 0xFFFE || c.value == 0xFFFF) {
    cluster.broken = true;
    cluster.width = em;
    return cluster;
  }
  utf8proc_int32_t state = 0;
  char32_t previous = c.value;
  std::size_t at = c.length;
  while (at < bytes.size()) {
    CodePoint next = decode(bytes.substr(at));
    if (next.value == replacement && next.length == 1) break;
    if (utf8proc_grapheme_break_stateful(point(previous), point(next.value), &state)) break;
    // Parts behind a joiner, skin tones and the second half of a flag add no width.
    if (next.value == 0xFE0F || next.value == 0x20E3) cluster.emoji = true;
    if (!cluster.emoji) cluster.width += advance(next.value, weight);
    previous = next.value;
    at += next.length;
  }
  cluster.bytes = bytes.substr(0, at);
  if (cluster.emoji) cluster.width = emojiWidth;
  return cluster;
}

bool isBreakingSpace(char32_t c) {
  return c == ' ' || c == '\t' || c == 0x1680 || (c >= 0x2000 && c <= 0x200B && c != 0x2007) ||
         c == 0x205F || c == 0x3000;
}

bool isIdeograph(const Cluster& c) {
  return !c.emoji && c.first >= 0x2E80 && c.width >= em && utf8proc_charwidth(point(c.first)) == 2;
}

/// East Asian punctuation that may not begin a line.
bool closes(char32_t c) {
  switch (c) {
    case U'、':
    case U'。':
    case U'，':
    case U'．':
    case U'！':
    case U'？':
    case U'：':
    case U'；':
    case U'）':
    case U'］':
    case U'｝':
    case U'」':
    case U'』':
    case U'】':
    case U'》':
    case U'〉':
    case U'ー':
    case U'々':
    case U'っ':
    case U'ッ':
    case U'ゃ':
    case U'ゅ':
    case U'ょ':
    case U'ャ':
    case U'ュ':
    case U'ョ':
      return true;
    default:
      return false;
  }
}
bool opens(char32_t c) {
  switch (c) {
    case U'（':
    case U'［':
    case U'｛':
    case U'「':
    case U'『':
    case U'【':
    case U'《':
    case U'〈':
      return true;
    default:
      return false;
  }
}

bool isLetter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  switch (utf8proc_category(point(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
      return true;
    default:
      return false;
  }
}

bool isVowel(char32_t c) {
  utf8proc_int32_t parts[8];
  int boundary = 0;
  if (c >= 0x80 && utf8proc_decompose_char(point(c), parts, 8, UTF8PROC_DECOMPOSE, &boundary) > 1)
    c = static_cast<char32_t>(parts[0]);
  switch (c) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
    case 0xE6:
    case 0xF8:
    case 0xE5:
      return true;
    default:
      return false;
  }
}

/// May a line break between two clusters of a word?
bool mayBreak(const Cluster& before, const Cluster& after) {
  if (after.emoji || before.emoji)
    return !(closes(after.first) || after.first == '.' || after.first == ',' ||
             after.first == '!' || after.first == '?' || after.first == ')');
  if (isIdeograph(before) || isIdeograph(after))
    return !closes(after.first) && !opens(before.first) && after.first != '.' && after.first != ',';
  if (before.first == '-' || before.first == 0x2010 || before.first == 0x2013 ||
      before.first == 0x2014 || before.first == '/')
    return isLetter(after.first);
  return before.first == 0xAD;
}

/// Breaks paragraphs into lines.
class Breaker {
 public:
  Breaker(float maxWidth, float fontSize, Weight weight, std::vector<WrappedLine>& out)
      : scale_(fontSize / em),
        limit_(static_cast<std::uint32_t>(std::max(0.0F, maxWidth) / scale_)),
        table_(tableOf(weight)),
        hyphen_(table_['-']),
        weight_(weight),
        out_(out) {}

  void paragraph(std::string_view bytes) {
    if (plainParagraph(bytes)) return;
    rightToLeft_ = isRightToLeft(bytes);
    clusters_.clear();
    for (std::size_t at = 0; at < bytes.size();) {
      clusters_.push_back(clusterAt(bytes.substr(at), weight_));
      at += clusters_.back().bytes.size();
    }
    std::size_t before = out_.size();
    std::size_t begin = skipSpaces(0);
    while (begin < clusters_.size()) begin = skipSpaces(line(begin));
    if (out_.size() == before) out_.push_back({});  // an empty line between two others
  }

 private:
  /// The same for text of Latin letters without combining marks, where every word fits a line:
  /// nearly all text is like that, and needs no clusters. Gives up with false, nothing done.
  bool plainParagraph(std::string_view bytes) {
    std::size_t before = out_.size();
    std::size_t begin = 0;  // of the line
    std::size_t end = 0;
    std::uint32_t used = 0;
    auto emit = [&] {
      out_.push_back({std::string(bytes.substr(begin, end - begin)),
                      static_cast<float>(used) * scale_, false});
    };
    auto giveUp = [&] {
      out_.resize(before);
      return false;
    };
    std::size_t at = 0;
    while (true) {
      std::uint32_t gap = 0;
      for (; at < bytes.size() && bytes[at] == ' '; ++at) gap += table_[' '];
      if (at == bytes.size()) break;
      std::size_t pieceBegin = at;
      std::uint32_t piece = 0;
      while (at < bytes.size() && bytes[at] != ' ') {
        auto c = static_cast<unsigned char>(bytes[at]);
        if (c >= 0x21 && c < 0x7F) {
          piece += table_[c];
          ++at;
          if ((c == '-' || c == '/') && at < bytes.size() && letterAt(bytes, at)) break;
        } else if (c >= 0xC2 && c <= 0xC9 && at + 1 < bytes.size() &&
                   (static_cast<unsigned char>(bytes[at + 1]) & 0xC0) == 0x80) {
          auto point = static_cast<std::size_t>((c & 0x1F) << 6 | (bytes[at + 1] & 0x3F));
          if (point < 0xA0 || point == 0xAD || point == 0xA9 || point == 0xAE) return giveUp();
          piece += table_[point];
          at += 2;
        } else {
          return giveUp();
        }
      }
      if (piece > limit_) return giveUp();
      if (end > begin && used + gap + piece <= limit_) {
        used += gap + piece;
      } else {
        if (end > begin) emit();
        begin = pieceBegin;
        used = piece;
      }
      end = at;
    }
    emit();  // an empty paragraph is an empty line
    return true;
  }

  static bool letterAt(std::string_view bytes, std::size_t at) {
    auto c = static_cast<unsigned char>(bytes[at]);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC3;
  }

  std::size_t skipSpaces(std::size_t i) const {
    while (i < clusters_.size() && isBreakingSpace(clusters_[i].first)) ++i;
    return i;
  }

  /// Puts out the line that begins at a cluster, and gives back where the next begins.
  std::size_t line(std::size_t begin) {
    std::uint32_t used = 0;
    std::size_t fits = begin;     // clusters up to here fit
    std::size_t allowed = begin;  // the last place where the line may end
    for (std::size_t i = begin; i < clusters_.size(); ++i) {
      const Cluster& c = clusters_[i];
      bool space = isBreakingSpace(c.first);
      if (i > begin && (space || mayBreak(clusters_[i - 1], c)) &&
          !isBreakingSpace(clusters_[i - 1].first))
        allowed = i;
      if (!space && used + c.width > limit_ && i > begin) {
        if (allowed > begin) return put(begin, allowed, false);
        return inside(begin, fits);
      }
      used += c.width;
      if (!space) fits = i + 1;
    }
    return put(begin, fits, false);
  }

  /// A word that alone is too wide: breaks it where a syllable seems to begin.
  std::size_t inside(std::size_t begin, std::size_t end) {
    auto letter = [&](std::size_t i) { return isLetter(clusters_[i].first); };
    if (end >= clusters_.size() || !letter(end - 1) || !letter(end))
      return put(begin, std::max(end, begin + 1), false);
    std::uint32_t used = hyphen_;
    std::size_t room = begin;
    while (room < end && used + clusters_[room].width <= limit_) used += clusters_[room++].width;
    if (room < begin + 2) return put(begin, end, false);
    for (std::size_t i = room; i > begin + 2 && i + 8 > room; --i) {
      bool tail = i + 1 >= clusters_.size() || !letter(i + 1);
      if (tail || !letter(i) || !letter(i - 1) || !letter(i - 2)) continue;
      if (!isVowel(clusters_[i].first) && isVowel(clusters_[i + 1].first))
        return put(begin, i, true);
    }
    return put(begin, room, letter(room - 1) && letter(room));
  }

  std::size_t put(std::size_t begin, std::size_t end, bool hyphen) {
    WrappedLine l;
    std::uint32_t total = 0;
    std::size_t size = 1;
    for (std::size_t i = begin; i < end; ++i) size += clusters_[i].bytes.size() + 2;
    l.text.reserve(size);
    for (std::size_t i = begin; i < end; ++i) {
      const Cluster& c = clusters_[i];
      if (c.first == 0xAD) {  // a soft hyphen shows only at the end of a line
        if (i + 1 == end && end < clusters_.size()) hyphen = true;
        continue;
      }
      if (c.broken)
        l.text += replacementBytes;
      else if (c.bytes == "\t")
        l.text += ' ';
      else
        l.text += c.bytes;
      total += c.width;
    }
    if (hyphen) {
      l.text += '-';
      total += hyphen_;
    }
    l.width = static_cast<float>(total) * scale_;
    l.rightToLeft = rightToLeft_;
    out_.push_back(std::move(l));
    return end;
  }

  float scale_;
  std::uint32_t limit_;
  const Table& table_;
  std::uint32_t hyphen_;
  Weight weight_;
  std::vector<WrappedLine>& out_;
  std::vector<Cluster> clusters_;
  bool rightToLeft_ = false;
};

}  // namespace

float width(std::string_view bytes, float fontSize, Weight weight) {
  std::uint32_t total = 0;
  while (!bytes.empty()) {
    Cluster c = clusterAt(bytes, weight);
    total += c.width;
    bytes.remove_prefix(c.bytes.size());
  }
  return static_cast<float>(total) * fontSize / em;
}

bool isRightToLeft(std::string_view bytes) {
  while (!bytes.empty()) {
    auto lead = static_cast<unsigned char>(bytes[0]);
    if (lead < 0x80) {
      if ((lead | 0x20) >= 'a' && (lead | 0x20) <= 'z') return false;
      bytes.remove_prefix(1);
      continue;
    }
    CodePoint c = decode(bytes);
    switch (utf8proc_get_property(point(c.value))->bidi_class) {
      case UTF8PROC_BIDI_CLASS_L:
        return false;
      case UTF8PROC_BIDI_CLASS_R:
      case UTF8PROC_BIDI_CLASS_AL:
        return true;
      default:
        break;
    }
    bytes.remove_prefix(c.length);
  }
  return false;
}

std::vector<WrappedLine> wrap(std::string_view bytes, float maxWidth, float fontSize,
                              Weight weight) {
  std::vector<WrappedLine> lines;
  if (bytes.empty()) return lines;
  Breaker breaker(maxWidth, fontSize, weight, lines);
  while (true) {
    std::size_t end = bytes.find('\n');
    breaker.paragraph(bytes.substr(0, end));
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + 1);
  }
  while (!lines.empty() && lines.back().text.empty()) lines.pop_back();
  return lines;
}

}  // namespace journey::text
