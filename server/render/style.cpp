#include "render/style.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include <fmt/format.h>

namespace journey::render {

namespace {

unsigned hex(std::string_view s) {
  return static_cast<unsigned>(std::strtoul(std::string(s).c_str(), nullptr, 16));
}

/// `share` of colour a over colour b.
std::string mix(std::string_view a, std::string_view b, double share) {
  std::string out = "#";
  for (std::size_t i = 1; i < 7; i += 2) {
    double value = hex(a.substr(i, 2)) * share + hex(b.substr(i, 2)) * (1 - share);
    out += fmt::format("{:02x}", static_cast<unsigned>(value + 0.5));
  }
  return out;
}

struct Plain {
  std::string_view name, light, dark;
};

constexpr Plain plain[] = {
    {"paper", "#fbfaf7", "#15171c"},
    {"card", "#ffffff", "#1f232a"},
    {"line", "#e2ded5", "#363c47"},
    {"shadow", "#ebe7de", "#0f1115"},
    {"ink", "#23262d", "#e9e7e2"},
    {"muted", "#626873", "#a2a9b6"},
    {"panel", "#ffffff", "#1a1d23"},
    {"guide", "#efebe3", "#272c34"},
    {"zero", "#d3ccbf", "#474e5a"},
    {"chip", "#f2efe9", "#2d323b"},
    {"chip-text", "#4a4f59", "#c9cdd5"},
    {"on-persona", "#ffffff", "#15171c"},
    {"thought", "#e9e6f5", "#2b2c3e"},
    {"thought-text", "#37344b", "#dcdaee"},
    {"quote-bar", "#b9b3d3", "#5d5a7c"},
    {"pain", "#fbeae4", "#3a2421"},
    {"pain-bar", "#c8523c", "#e07a63"},
    {"pain-text", "#5f2c21", "#f5d2c9"},
    {"opportunity", "#e4f2e9", "#1f3529"},
    {"opportunity-bar", "#2f855a", "#57b083"},
    {"opportunity-text", "#1d4a34", "#cdeedb"},
    {"opportunity-chip", "#cfe7d8", "#2c4b3a"},
    {"scene", "#f7f1e3", "#2b2820"},
    {"star", "#d99a1c", "#f0bc4e"},
    {"star-text", "#7a5208", "#f2cf86"},
    {"link", "#7c8491", "#8f97a5"},
    {"loop", "#96540c", "#e2a35a"},
    {"current", "#dfe9f5", "#22364c"},
    {"future", "#dff1e5", "#1f3b2b"},
    {"planned", "#f6ecd6", "#3d331d"},
    {"actual", "#ece4f5", "#33294a"},
    {"focus", "#2f6fd0", "#7fb0ff"},
    {"v2", "#23905a", "#4fbd89"},
    {"v1", "#74b25f", "#8ccb7e"},
    {"v0", "#9aa1ab", "#9aa1ab"},
    {"v-1", "#e2893f", "#efa266"},
    {"v-2", "#c23b2e", "#e86d5f"},
};

// Phase heads bear white text: every one of these has a contrast of at least 4.5 to it.
constexpr std::string_view phaseLight[] = {"#2f6690", "#1f7672", "#54762b", "#8f6410",
                                           "#ab4e37", "#9d3f6d", "#694ea1", "#4c5b6b"};
constexpr std::string_view phaseDark[] = {"#2c5f86", "#1d6b67", "#4b6c27", "#7f5b12",
                                          "#984733", "#8b385f", "#5d458d", "#465462"};
constexpr std::string_view personaLight[] = {"#3a5bb0", "#a63a61", "#0f6c6d",
                                             "#83550c", "#7245ab", "#46694a"};
constexpr std::string_view personaDark[] = {"#8fabf0", "#f08fb0", "#5cc8c4",
                                            "#e5b25d", "#be9bf0", "#9cc4a0"};

std::vector<Colour> makePalette() {
  std::vector<Colour> all;
  for (const Plain& p : plain)
    all.push_back({std::string(p.name), std::string(p.light), std::string(p.dark)});
  for (std::size_t i = 0; i < std::size(phaseLight); ++i) {
    std::string n = std::to_string(i);
    std::string_view l = phaseLight[i];
    std::string_view d = phaseDark[i];
    all.push_back({"phase" + n, std::string(l), std::string(d)});
    all.push_back({"tint" + n, mix(l, "#fbfaf7", 0.05), mix(d, "#15171c", 0.13)});
    all.push_back({"edge" + n, mix(l, "#ffffff", 0.38), mix(d, "#1f232a", 0.75)});
    all.push_back({"soft" + n, mix(l, "#ffffff", 0.11), mix(d, "#1f232a", 0.45)});
    all.push_back({"deep" + n, mix(l, "#000000", 0.86), mix(d, "#ffffff", 0.42)});
  }
  for (std::size_t i = 0; i < std::size(personaLight); ++i)
    all.push_back(
        {"persona" + std::to_string(i), std::string(personaLight[i]), std::string(personaDark[i])});
  return all;
}

// `$name` stands for a colour of the palette, `$$` in a hue's rules for its number.
constexpr std::string_view rules =
    "text{font-family:Helvetica,Arial,\"Liberation Sans\",Arimo,sans-serif;fill:$ink}"
    ".t-title{font-size:27px;font-weight:700;letter-spacing:-.2px}"
    ".t-name{font-size:16px;font-weight:700}"
    ".t-phase{font-size:14.5px;font-weight:700}"
    ".t-heading{font-size:14px;font-weight:700}"
    ".t-body{font-size:13px}"
    ".t-quote{font-size:13px;font-style:italic}"
    ".t-label{font-size:11px;font-weight:700}"
    ".t-lane{font-size:12px;font-weight:700}"
    ".t-small{font-size:11.5px}"
    ".t-emoji{font-size:20px;font-family:Helvetica,Arial,\"Liberation Sans\",\"Apple Color Emoji\","
    "\"Segoe UI Emoji\",\"Noto Color Emoji\",sans-serif}"
    ".m{text-anchor:middle}"
    ".rtl{direction:rtl;unicode-bidi:plaintext}"
    ".paper{fill:$paper}"
    ".muted{fill:$muted}.lane-title{fill:$muted}.note-text{fill:$ink}.scale{fill:$muted}"
    ".rule{stroke:$line;stroke-width:1}"
    ".card{fill:$card;stroke:$line;stroke-width:1}"
    ".shadow{fill:$shadow}"
    ".touchpoint{fill:$card;stroke:$line;stroke-width:1.2}"
    ".thought{fill:$thought}.thought-text{fill:$thought-text}"
    ".quote-bar{fill:$quote-bar}"
    ".scene{fill:$scene}"
    ".pain{fill:$pain}.pain-bar{fill:$pain-bar}.pain-text{fill:$pain-text}"
    ".opportunity{fill:$opportunity}.opportunity-bar{fill:$opportunity-bar}"
    ".opportunity-title{fill:$opportunity-text;font-weight:400}"
    ".chip{fill:$chip}.chip-text{fill:$chip-text}.icon{fill:$chip-text}"
    ".k-owner .chip,.k-votes .chip,.k-priority .chip{fill:$opportunity-chip}"
    ".k-owner .chip-text,.k-votes .chip-text,.k-priority .chip-text{fill:$opportunity-text}"
    ".k-owner .icon,.k-votes .icon,.k-priority .icon{fill:$opportunity-bar}"
    ".check{fill:none;stroke:$opportunity-bar;stroke-width:1.8;stroke-linecap:round;stroke-"
    "linejoin:round}"
    ".state{fill:$chip}.state-current{fill:$current}.state-future{fill:$future}"
    ".state-planned{fill:$planned}.state-actual{fill:$actual}.state-text{fill:$ink;font-weight:400}"
    ".star{fill:$star}.moment-text{fill:$star-text}"
    ".panel{fill:$panel;stroke:$line;stroke-width:1}"
    ".guide{stroke:$guide;stroke-width:1}.zero{stroke:$zero;stroke-dasharray:2 "
    "4;stroke-linecap:round}"
    ".curve{fill:none;stroke:url(#valence);stroke-width:2.6;stroke-linecap:round}"
    ".curve-area{fill:url(#valence);fill-opacity:.13}"
    ".gap{stroke-dasharray:1 7;stroke-width:2.2}"
    ".s2{stop-color:$v2}.s1{stop-color:$v1}.s0{stop-color:$v0}.s-1{stop-color:$v-1}.s-2{stop-color:"
    "$v-2}"
    ".halo{fill:$panel}"
    ".v2{fill:$v2}.v1{fill:$v1}.v0{fill:$v0}.v-1{fill:$v-1}.v-2{fill:$v-2}"
    ".link{fill:none;stroke:$link;stroke-width:1.5}.link-end{fill:$link}"
    ".loop{stroke:$loop;stroke-dasharray:5 3}.loop-end{fill:$loop}.loop-text{fill:$loop}"
    ".hit{fill:none;stroke:#000;stroke-opacity:0;stroke-width:12}"
    ".phase-text{fill:#ffffff}.avatar-text{fill:$on-persona}"
    ".phase{fill:$muted}.avatar{fill:$muted}";

constexpr std::string_view phaseRules =
    ".h$$ .phase{fill:$phase$$}.h$$ .tint{fill:$tint$$}.h$$ .touchpoint{stroke:$edge$$}"
    ".h$$.k-channel .chip{fill:$soft$$}.h$$.k-channel .chip-text{fill:$deep$$}"
    ".h$$.k-channel .icon{fill:$deep$$}";
constexpr std::string_view personaRules =
    ".h$$ .persona,.h$$ .persona-bar,.h$$ .persona-text{fill:$persona$$}"
    ".h$$ .avatar{fill:$persona$$}.h$$ .persona-line{stroke:$persona$$}";
// After the hues, because both set the stroke of a touchpoint.
constexpr std::string_view lastRules = ".k-touchpoint .moment{stroke:$star;stroke-width:1.6}";

/// Fills the template; `value` gives what stands for a colour's name.
template <typename Value>
void fill(std::string& out, std::string_view rule, std::string_view number, Value value) {
  for (std::size_t i = 0; i < rule.size();) {
    if (rule[i] != '$') {
      out += rule[i++];
      continue;
    }
    if (rule.substr(i, 2) == "$$") {
      out += number;
      i += 2;
      continue;
    }
    std::size_t end = i + 1;
    while (end < rule.size() &&
           (std::isalnum(static_cast<unsigned char>(rule[end])) || rule[end] == '-'))
      ++end;
    std::string name(rule.substr(i + 1, end - i - 1));
    if (rule.substr(end, 2) == "$$") {
      name += number;
      end += 2;
    }
    out += value(name);
    i = end;
  }
}

template <typename Value>
std::string allRules(Value value) {
  std::string out;
  fill(out, rules, "", value);
  for (std::size_t i = 0; i < std::size(phaseLight); ++i)
    fill(out, phaseRules, std::to_string(i), value);
  for (std::size_t i = 0; i < std::size(personaLight); ++i)
    fill(out, personaRules, std::to_string(i), value);
  fill(out, lastRules, "", value);
  return out;
}

}  // namespace

std::span<const Colour> palette() {
  static const std::vector<Colour> all = makePalette();
  return all;
}

std::string_view colour(std::string_view name, Theme theme) {
  auto found = std::ranges::find(palette(), name, &Colour::name);
  if (found == palette().end()) return "#ff00ff";
  return theme == Theme::Dark ? found->dark : found->light;
}

std::string styleSheet(Theme theme) {
  auto in = [](Theme t) {
    return allRules([t](std::string_view name) { return colour(name, t); });
  };
  // Built once: the export of a thousand maps needs the same rules.
  static const std::string light = in(Theme::Light);
  static const std::string dark = in(Theme::Dark);
  if (theme == Theme::Light) return light;
  if (theme == Theme::Dark) return dark;
  return light + "@media(prefers-color-scheme:dark){" + dark + "}";
}

std::string variableStyleSheet() {
  return allRules([](std::string_view name) { return "var(--" + std::string(name) + ")"; });
}

std::string variables(Theme theme) {
  std::string out;
  for (const Colour& c : palette())
    out += "--" + c.name + ":" + (theme == Theme::Dark ? c.dark : c.light) + ";";
  return out;
}

}  // namespace journey::render
