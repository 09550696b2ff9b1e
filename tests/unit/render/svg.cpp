// SVG, HTML and patches as texts.

#include "render/svg.hpp"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "layout/checks.hpp"
#include "layout/map_layout.hpp"
#include "render/formats.hpp"
#include "render/html.hpp"
#include "render/patch.hpp"
#include "render/style.hpp"
#include "support/files.hpp"
#include "text/unicode.hpp"

using namespace journey;
using test::mapOf;

namespace {

/// Empty if tags are balanced, attributes quoted and every character allowed in XML.
std::string xmlFault(std::string_view xml) {
  if (text::validUtf8(xml) != xml) return "not UTF-8";
  for (char c : xml)
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') return "control character";
  std::vector<std::string> open;
  for (std::size_t i = 0; i < xml.size(); ++i) {
    if (xml[i] == '&' && xml.substr(i, 12).find(';') == std::string_view::npos) return "bare &";
    if (xml[i] == '>') return "bare > at " + std::string(xml.substr(i, 40));
    if (xml[i] != '<') continue;
    std::size_t end = i;
    for (bool quoted = false; end < xml.size() && (quoted || xml[end] != '>'); ++end)
      if (xml[end] == '"') quoted = !quoted;
    if (end == xml.size()) return "tag without end";
    std::string_view tag = xml.substr(i + 1, end - i - 1);
    i = end;
    if (tag.starts_with('?') || tag.starts_with('!')) continue;
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1)) return "wrong end tag " + std::string(tag);
      open.pop_back();
    } else if (!tag.ends_with('/')) {
      open.emplace_back(tag.substr(0, tag.find(' ')));
    }
  }
  return open.empty() ? "" : "open: " + open.back();
}

double luminance(std::string_view colour) {
  double sum = 0;
  static constexpr double weights[] = {0.2126, 0.7152, 0.0722};
  for (int i = 0; i < 3; ++i) {
    double v =
        std::strtol(std::string(colour.substr(1 + 2 * static_cast<std::size_t>(i), 2)).c_str(),
                    nullptr, 16) /
        255.0;
    sum += weights[i] * (v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4));
  }
  return sum;
}

double contrast(std::string_view a, std::string_view b) {
  double x = luminance(a);
  double y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

/// The page as a list of groups, patched as its script does it.
struct Page {
  struct Group {
    std::string key, svg;
    bool operator==(const Group&) const = default;
  };
  std::vector<Group> groups;

  explicit Page(const layout::Scene& scene) {
    for (const auto& e : scene.elements) groups.push_back({e.key, render::element(e)});
  }
  std::vector<Group>::iterator find(std::string_view key) {
    return std::ranges::find(groups, key, &Group::key);
  }

  void apply(std::string_view text) {
    namespace json = boost::json;
    json::object patch = json::parse(text).as_object();
    auto list = [&](const char* name) {
      return patch.contains(name) ? patch.at(name).as_array() : json::array{};
    };
    auto string = [](const json::value& v) { return std::string(v.as_string()); };
    for (const auto& key : list("removed")) groups.erase(find(string(key)));
    for (const auto& m : list("moved")) {
      auto g = find(string(m.at(0)));
      std::string at = "translate(";
      render::appendNumber(at, static_cast<float>(m.at(1).to_number<double>()));
      at += ' ';
      render::appendNumber(at, static_cast<float>(m.at(2).to_number<double>()));
      std::size_t begin = g->svg.find("transform=\"") + 11;
      g->svg.replace(begin, g->svg.find(')', begin) - begin, at);
    }
    for (const auto& c : list("changed")) find(string(c.at(0)))->svg = string(c.at(1));
    for (const auto& a : list("added")) {
      auto before = find(string(a.at(1)));
      groups.insert(before == groups.end() ? groups.begin() : before + 1,
                    {string(a.at(0)), string(a.at(2))});
    }
    if (patch.contains("order")) {
      std::vector<Group> ordered;
      for (const auto& key : list("order")) ordered.push_back(*find(string(key)));
      groups = ordered;
    }
  }
};

void checkPatch(std::string_view before, std::string_view now) {
  auto a = layout::layoutMap(mapOf(before));
  auto b = layout::layoutMap(mapOf(now));
  auto patch = render::patch(a, b);
  Page page(a);
  if (patch) page.apply(*patch);
  CHECK(page.groups == Page(b).groups);
  if (!patch) CHECK(a.height == b.height);
}

}  // namespace

TEST_CASE("every example becomes well-formed SVG") {
  auto files = test::examples();
  files.push_back(test::source("tests/unit/layout/nasty.journey"));
  for (const auto& file : files) {
    INFO(file.filename().string());
    auto scene = layout::layoutMap(mapOf(test::readFile(file)));
    for (auto theme : {render::Theme::Light, render::Theme::Dark, render::Theme::Both})
      CHECK(xmlFault(render::svg(scene, theme)) == "");
  }
}

TEST_CASE("text cannot leave its element") {
  auto scene =
      layout::layoutMap(mapOf("Journey: </text><script>alert(1)</script>\nPersona: \"onload=x\" ' "
                              "\x01 \xFF \xEF\xBF\xBE\n"));
  std::string svg = render::svg(scene, render::Theme::Light);
  CHECK(xmlFault(svg) == "");
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(svg.find("\"onload") == std::string::npos);
  CHECK(render::html(scene, render::Theme::Both).find("<script") == std::string::npos);
}

TEST_CASE("a scene without a map is still a picture") {
  CHECK(xmlFault(render::svg(layout::Scene{}, render::Theme::Light)) == "");
}

TEST_CASE("the picture says what it is") {
  std::string svg =
      render::svg(layout::layoutMap(mapOf("Kundereise: Lunsj\nFase: Velge\nKontaktpunkt: Ser\n")),
                  render::Theme::Light);
  CHECK(svg.find("role=\"img\"") != std::string::npos);
  CHECK(svg.find("lang=\"nb\"") != std::string::npos);
  CHECK(svg.find("<title>Lunsj</title><desc>Velge</desc>") != std::string::npos);
  CHECK(svg.find("data-key=\"t:Ser\" data-kind=\"touchpoint\"") != std::string::npos);
  CHECK(svg.find("var(") == std::string::npos);
}

TEST_CASE("right-to-left text begins at the right edge") {
  std::string svg = render::svg(layout::layoutMap(mapOf("Phase: A\nTouchpoint: B\nAction: שלום\n")),
                                render::Theme::Light);
  CHECK(svg.find("<text x=\"204\" y=\"22.5\" class=\"t-body rtl\" direction=\"rtl\">שלום</text>") !=
        std::string::npos);
}

TEST_CASE("the HTML page holds everything it needs") {
  std::string page =
      render::html(layout::layoutMap(mapOf("Kundereise: Lunsj\n")), render::Theme::Both);
  CHECK(page.find("<html lang=\"nb\">") != std::string::npos);
  CHECK(page.find("<title>Lunsj</title>") != std::string::npos);
  CHECK(page.find("src=") == std::string::npos);
  CHECK(page.find("@import") == std::string::npos);
  CHECK(page.find("@media print") != std::string::npos);
}

TEST_CASE("formats are found by the file's ending") {
  CHECK(render::formatOf("map.svg")->ending == "svg");
  CHECK(render::formatOf("a.b/Map.HTML")->ending == "html");
  CHECK(render::formatOf("map.docx") == nullptr);
  CHECK(render::formatOf("map.svg/map") == nullptr);
  CHECK(render::formatOf("") == nullptr);
}

TEST_CASE("text is readable on its ground in both themes") {
  struct Pair {
    const char* text;
    const char* ground;
  };
  std::vector<std::pair<std::string, std::string>> pairs = {
      {"ink", "paper"},
      {"ink", "card"},
      {"muted", "paper"},
      {"muted", "card"},
      {"chip-text", "chip"},
      {"thought-text", "thought"},
      {"pain-text", "pain"},
      {"opportunity-text", "opportunity"},
      {"opportunity-text", "opportunity-chip"},
      {"muted", "opportunity"},
      {"star-text", "card"},
      {"ink", "current"},
      {"ink", "future"},
      {"ink", "planned"},
      {"ink", "actual"},
      {"ink", "scene"}};
  for (int i = 0; i < 8; ++i) {
    std::string n = std::to_string(i);
    pairs.insert(pairs.end(), {{"deep" + n, "soft" + n},
                               {"ink", "tint" + n},
                               {"muted", "tint" + n},
                               {"loop", "tint" + n}});
  }
  for (int i = 0; i < 6; ++i) pairs.emplace_back("on-persona", "persona" + std::to_string(i));
  for (int i = 0; i < 6; ++i)
    for (const char* ground : {"card", "thought", "paper"})
      pairs.emplace_back("persona" + std::to_string(i), ground);
  for (auto theme : {render::Theme::Light, render::Theme::Dark}) {
    for (const auto& [text, ground] : pairs) {
      INFO(text << " on " << ground << (theme == render::Theme::Dark ? ", dark" : ", light"));
      CHECK(contrast(render::colour(text, theme), render::colour(ground, theme)) >= 4.5);
    }
    for (int i = 0; i < 8; ++i)
      CHECK(contrast("#ffffff", render::colour("phase" + std::to_string(i), theme)) >= 4.5);
  }
}

TEST_CASE("every class that is drawn has a rule") {
  std::string rules = render::styleSheet(render::Theme::Light);
  auto files = test::examples();
  files.push_back(test::source("tests/unit/layout/nasty.journey"));
  for (const auto& file : files) {
    for (const auto& e : layout::layoutMap(mapOf(test::readFile(file))).elements)
      for (const auto& shape : e.shapes) {
        std::string_view style = std::visit([](const auto& s) { return s.style; }, shape);
        if (style == "ink" || style == "emoji") continue;
        std::string first = "." + std::string(style.substr(0, style.find(' ')));
        INFO(first);
        CHECK(rules.find(first) != std::string::npos);
      }
  }
}

TEST_CASE("equal pictures need no patch") {
  auto scene = layout::layoutMap(mapOf("Phase: A\nTouchpoint: B\n"));
  CHECK_FALSE(render::patch(scene, scene));
  // A comment moves entries, not the picture.
  CHECK_FALSE(render::patch(scene, layout::layoutMap(mapOf("# hm\nPhase: A\nTouchpoint: B\n"))));
}

TEST_CASE("a patch carries only what changed") {
  auto a = layout::layoutMap(mapOf("Phase: A\nTouchpoint: B\nAction: x\nThought: y\n"));
  auto b = layout::layoutMap(mapOf("Phase: A\nTouchpoint: B\nAction: z\nThought: y\n"));
  auto patch = boost::json::parse(*render::patch(a, b)).as_object();
  CHECK(patch.size() == 1);
  CHECK(patch.at("changed").as_array().size() == 1);
  CHECK(patch.at("changed").at(0).at(0) == "t:B/action:0");
}

TEST_CASE("a patched page is the new picture") {
  checkPatch("", "Phase: A\n");
  checkPatch("Phase: A\nTouchpoint: B\nPhase: C\nTouchpoint: D\n",
             "Phase: C\nTouchpoint: D\nPhase: A\nTouchpoint: B\n");
  checkPatch("Phase: A \"q\" \\ \x01\n",
             "Phase: A \"q\" \\ \x01\nTouchpoint: 😀 <&>\n  Thought: a\n   | b\n");
  std::string text = test::readFile(test::source("grammar/examples/canteen.nb.journey"));
  // Each line taken away, and put back.
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find('\n', begin) + 1;
    if (end == 0) end = text.size();
    std::string without = text.substr(0, begin) + text.substr(end);
    INFO(text.substr(begin, end - begin));
    checkPatch(text, without);
    checkPatch(without, text);
    begin = end;
  }
}

TEST_CASE("the picture of a small map is as it was") {
  // JOURNEY_UPDATE_GOLDEN=1 accepts the new picture: look at it first.
  auto golden = test::source("tests/golden/picture.svg");
  std::string now = render::svg(
      layout::layoutMap(mapOf(test::readFile(test::source("tests/golden/picture.journey")))),
      render::Theme::Both);
  if (std::getenv("JOURNEY_UPDATE_GOLDEN")) std::ofstream(golden, std::ios::binary) << now;
  CHECK(test::readFile(golden) == now);
}
