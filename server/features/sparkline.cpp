#include "features/sparkline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace journey::features {

namespace {

// A longer curve is thinned out: the drawing stays below 2 KB as a data URI.
constexpr std::size_t mostPoints = 36;

struct Thinned {
  Curve curve;
  std::optional<std::size_t> marked;
};

/// Neighbours become one point: the marked one among them, else the one furthest from neutral.
Thinned thinned(const Curve& curve, std::optional<std::size_t> marked) {
  if (curve.size() <= mostPoints) return {curve, marked};
  Thinned out;
  for (std::size_t i = 0; i < mostPoints; ++i) {
    std::size_t from = i * curve.size() / mostPoints;
    std::size_t to = (i + 1) * curve.size() / mostPoints;
    if (marked && from <= *marked && *marked < to) {
      out.marked = i;
      out.curve.push_back(curve[*marked]);
      continue;
    }
    std::optional<double> kept;
    for (std::size_t j = from; j < to; ++j)
      if (curve[j] && (!kept || std::abs(*curve[j]) > std::abs(*kept))) kept = curve[j];
    out.curve.push_back(kept);
  }
  return out;
}

// Of middle lightness: each keeps a contrast of 3:1 with white and with the usual dark grounds.
constexpr std::string_view lineColour = "#7f8794";
constexpr std::array<std::string_view, 3> dotColours = {"#d9534f", "#9a8420", "#2f9460"};

int signOf(double value) { return value <= -0.5 ? 0 : value < 0.5 ? 1 : 2; }

constexpr int height = 72;
constexpr int margin = 10;
constexpr int middle = height / 2;

int yOf(double value) { return middle - static_cast<int>(std::lround(value * 13)); }

std::string at(int x, int y) { return std::to_string(x) + "," + std::to_string(y); }

}  // namespace

std::string sparkline(const Curve& whole, std::optional<std::size_t> mark) {
  auto [curve, marked] = thinned(whole, mark);
  auto count = static_cast<int>(curve.size());
  int step = std::clamp(240 / std::max(count, 1), 7, 40);
  int width = 2 * margin + step * std::max(count - 1, 1);
  auto xOf = [&](std::size_t i) { return margin + step * static_cast<int>(i); };

  std::string line;                 // between neighbours
  std::string gap;                  // across touchpoints without a value
  std::array<std::string, 3> dots;  // by sign; a dot is a line of no length with round ends
  std::optional<std::size_t> before;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    if (!curve[i]) continue;
    std::string here = at(xOf(i), yOf(*curve[i]));
    if (before && *before + 1 == i)
      line += (line.empty() || *before == 0 || !curve[*before - 1]
                   ? "M" + at(xOf(*before), yOf(*curve[*before])) + "L"
                   : "L") +
              here;
    else if (before)
      gap += "M" + at(xOf(*before), yOf(*curve[*before])) + "L" + here;
    dots[static_cast<std::size_t>(signOf(*curve[i]))] += "M" + here + "h0";
    before = i;
  }

  std::string size = "width='" + std::to_string(width) + "' height='" + std::to_string(height);
  std::string svg = "<svg xmlns='http://www.w3.org/2000/svg' " + size +
                    "' fill='none' stroke-linecap='round'><g stroke='" + std::string(lineColour) +
                    "'><path stroke-dasharray='1,4' d='M" + at(margin, middle) + "H" +
                    std::to_string(width - margin) + "'/>";
  if (!line.empty()) svg += "<path stroke-width='2' stroke-linejoin='round' d='" + line + "'/>";
  if (!gap.empty()) svg += "<path stroke-dasharray='3,4' d='" + gap + "'/>";
  svg += "</g><g stroke-width='6'>";
  for (std::size_t s = 0; s < dots.size(); ++s)
    if (!dots[s].empty())
      svg += "<path stroke='" + std::string(dotColours[s]) + "' d='" + dots[s] + "'/>";
  svg += "</g>";
  if (marked) {
    const std::optional<double>& value = curve[*marked];
    std::string x = std::to_string(xOf(*marked));
    std::string_view colour =
        value ? dotColours[static_cast<std::size_t>(signOf(*value))] : lineColour;
    svg += "<circle cx='" + x + "' cy='" + std::to_string(yOf(value.value_or(0))) +
           "' r='7' stroke-width='2' stroke='" + std::string(colour) + "'/>";
  }
  return svg + "</svg>";
}

std::string sparklineText(const Curve& whole, std::optional<std::size_t> mark) {
  constexpr std::array<std::string_view, 8> bars = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  auto [curve, marked] = thinned(whole, mark);
  std::string out;
  for (std::size_t i = 0; i < curve.size(); ++i) {
    std::string_view bar = "·";
    if (curve[i]) {
      long level = std::clamp(std::lround((*curve[i] + 2) / 4 * 7), 0L, 7L);
      bar = bars[static_cast<std::size_t>(level)];
    }
    out += i == marked ? "‹" + std::string(bar) + "›" : std::string(bar);
  }
  return out;
}

std::string dataUri(std::string_view svg) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  // What neither a URI nor Markdown reads as anything else.
  constexpr std::string_view plain = "-_.~,:/=;'+";
  std::string out = "data:image/svg+xml,";
  for (char c : svg) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    auto byte = static_cast<unsigned char>(c);
    if (letter || plain.find(c) != plain.npos)
      out += c;
    else
      out += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return out;
}

}  // namespace journey::features
