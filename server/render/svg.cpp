#include "render/svg.hpp"

#include <array>
#include <charconv>

#include "render/style.hpp"
#include "text/encoding.hpp"

namespace journey::render {

namespace {

using layout::Element;
using layout::Scene;

constexpr std::string_view hueClass[] = {" h0", " h1", " h2", " h3", " h4", " h5", " h6", " h7"};

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void operator()(const layout::Rect& r) {
    out_ += "<rect";
    attribute(" x=\"", r.x);
    attribute(" y=\"", r.y);
    attribute(" width=\"", r.width);
    attribute(" height=\"", r.height);
    if (r.radius > 0) attribute(" rx=\"", r.radius);
    style(r.style);
  }
  void operator()(const layout::Circle& c) {
    out_ += "<circle";
    attribute(" cx=\"", c.x);
    attribute(" cy=\"", c.y);
    attribute(" r=\"", c.radius);
    style(c.style);
  }
  void operator()(const layout::Line& l) {
    out_ += "<line";
    attribute(" x1=\"", l.x1);
    attribute(" y1=\"", l.y1);
    attribute(" x2=\"", l.x2);
    attribute(" y2=\"", l.y2);
    style(l.style);
  }
  void operator()(const layout::Path& p) {
    out_ += "<path d=\"";
    for (const layout::Step& s : p.steps) {
      static constexpr char letters[] = {'M', 'L', 'C', 'Z'};
      static constexpr int counts[] = {1, 1, 3, 0};
      out_ += letters[static_cast<std::size_t>(s.kind)];
      for (int i = 0; i < counts[static_cast<std::size_t>(s.kind)]; ++i) {
        if (i > 0) out_ += ' ';
        appendNumber(out_, s.points[i].x);
        out_ += ' ';
        appendNumber(out_, s.points[i].y);
      }
    }
    out_ += '"';
    style(p.style);
  }
  // A line is a text element of its own, because renderers order the directions of a whole one.
  void operator()(const layout::Text& t) {
    const layout::FontMetrics& m = metricsOf(t.font);
    float y = t.y + m.baseline;
    for (const text::WrappedLine& line : t.lines) {
      if (!line.text.empty()) {
        bool middle = t.anchor == layout::Anchor::Middle;
        float x = middle ? t.x + t.width / 2 : line.rightToLeft ? t.x + t.width : t.x;
        out_ += "<text";
        attribute(" x=\"", x);
        attribute(" y=\"", y);
        out_ += " class=\"";
        out_ += m.style;
        if (t.style != "ink") {
          out_ += ' ';
          out_ += t.style;
        }
        if (middle) out_ += " m";
        if (line.rightToLeft) out_ += " rtl\" direction=\"rtl";
        out_ += "\">";
        appendEscaped(out_, line.text);
        out_ += "</text>";
      }
      y += m.line;
    }
  }

 private:
  void attribute(std::string_view name, float value) {
    out_ += name;
    appendNumber(out_, value);
    out_ += '"';
  }
  void style(std::string_view name) {
    out_ += " class=\"";
    out_ += name;
    out_ += "\"/>";
  }

  std::string& out_;
};

void appendRoot(std::string& out, const Scene& scene, std::string_view more) {
  out += "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"map\" role=\"img\" width=\"";
  appendNumber(out, scene.width);
  out += "\" height=\"";
  appendNumber(out, scene.height);
  out += "\" viewBox=\"0 0 ";
  appendNumber(out, scene.width);
  out += ' ';
  appendNumber(out, scene.height);
  out += "\" lang=\"";
  appendEscaped(out, scene.language);
  out += '"';
  out += more;
  out += "><title>";
  appendEscaped(out, scene.title);
  out += "</title><desc>";
  appendEscaped(out, scene.description);
  out += "</desc>";
}

/// The curve's colour says how high it is; the coordinates are those of the emotion lane.
constexpr std::string_view definitions =
    "<defs><linearGradient id=\"valence\" gradientUnits=\"userSpaceOnUse\" x1=\"0\" y1=\"40\" "
    "x2=\"0\" y2=\"148\"><stop offset=\"0\" class=\"s2\"/><stop offset=\".25\" class=\"s1\"/>"
    "<stop offset=\".5\" class=\"s0\"/><stop offset=\".75\" class=\"s-1\"/>"
    "<stop offset=\"1\" class=\"s-2\"/></linearGradient></defs>";

void appendElements(std::string& out, const Scene& scene) {
  for (const Element& e : scene.elements) {
    appendElement(out, e);
    out += '\n';
  }
}

std::size_t guess(const Scene& scene) { return 16384 + scene.elements.size() * 600; }

}  // namespace

void appendNumber(std::string& out, float value) {
  auto tenths = static_cast<long>(value * 10 + (value < 0 ? -0.5F : 0.5F));
  char buffer[16];
  char* at = buffer;
  if (tenths < 0) {
    *at++ = '-';
    tenths = -tenths;
  }
  at = std::to_chars(at, buffer + sizeof buffer, tenths / 10).ptr;
  if (tenths % 10 != 0) {
    *at++ = '.';
    *at++ = static_cast<char>('0' + tenths % 10);
  }
  out.append(buffer, at);
}

void appendEscaped(std::string& out, std::string_view text) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  static constexpr auto copied = [] {
    std::array<bool, 256> t{};
    for (std::size_t c = 0x20; c < 0x7F; ++c) t[c] = c != '&' && c != '<' && c != '>' && c != '"';
    t['\t'] = t['\n'] = true;
    return t;
  }();
  std::size_t plain = 0;  // begin of what can be copied as it is
  auto put = [&](std::size_t at, std::size_t length, std::string_view with) {
    out += text.substr(plain, at - plain);
    out += with;
    plain = at + length;
  };
  for (std::size_t i = 0; i < text.size();) {
    auto c = static_cast<unsigned char>(text[i]);
    if (copied[c]) {
      ++i;
      continue;
    }
    std::size_t length = 1;
    if (c == '&')
      put(i, 1, "&amp;");
    else if (c == '<')
      put(i, 1, "&lt;");
    else if (c == '>')
      put(i, 1, "&gt;");
    else if (c == '"')
      put(i, 1, "&quot;");
    else if (c < 0x80)
      put(i, 1, replacement);
    else {
      text::CodePoint p = text::decode(text.substr(i));
      length = p.length;
      if ((p.value == 0xFFFD && length == 1) || p.value == 0xFFFE || p.value == 0xFFFF ||
          p.value < 0xA0)
        put(i, length, replacement);
    }
    i += length;
  }
  out += text.substr(plain);
}

void appendElement(std::string& out, const Element& e) {
  out += "<g class=\"";
  out += e.target ? "e k-" : "k-";
  out += e.kind;
  if (e.hue >= 0) out += hueClass[e.hue];
  out += "\" data-key=\"";
  appendEscaped(out, e.key);
  out += "\" data-kind=\"";
  out += e.kind;
  out += "\" transform=\"translate(";
  appendNumber(out, e.x);
  out += ' ';
  appendNumber(out, e.y);
  out += ")\"";
  if (!e.label.empty()) {
    out += " aria-label=\"";
    appendEscaped(out, e.label);
    out += '"';
  }
  out += '>';
  Writer writer(out);
  for (const layout::Shape& shape : e.shapes) std::visit(writer, shape);
  out += "</g>";
}

std::string element(const Element& e) {
  std::string out;
  appendElement(out, e);
  return out;
}

std::string svg(const Scene& scene, Theme theme) {
  std::string out;
  out.reserve(guess(scene));
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  appendRoot(out, scene, "");
  out += "<style>";
  appendEscaped(out, styleSheet(theme));
  out += "</style>";
  out += definitions;
  out += "<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n";
  appendElements(out, scene);
  out += "</svg>\n";
  return out;
}

std::string embeddedSvg(const Scene& scene) {
  std::string out;
  out.reserve(guess(scene));
  appendRoot(out, scene, "");
  out += definitions;
  out += '\n';
  appendElements(out, scene);
  out += "</svg>";
  return out;
}

}  // namespace journey::render
