#include "features/refactor/reading.hpp"

#include "model/map.hpp"
#include "workspace/uri.hpp"

namespace journey::features {

bool readsAs(std::string_view bytes, locale::Language language,
             const model::ConventionsPtr& conventions) {
  text::Text text(bytes);
  return model::readMap(text, syntax::parse(text), conventions).language == language;
}

std::string languageLine(locale::Language language) {
  return "# language: " + std::string(locale::codeOf(language));
}

std::string withLineEnding(std::string_view text, std::string_view ending) {
  std::string out;
  for (char c : text)
    if (c == '\n')
      out += ending;
    else
      out += c;
  return out;
}

std::string besideUri(std::string_view uri, std::string_view name) {
  auto path = workspace::pathOf(uri);
  return path ? workspace::uriOf(path->parent_path() / name) : std::string();
}

std::string fileName(std::string_view uri) {
  auto path = workspace::pathOf(uri);
  return path ? path->filename().string() : std::string();
}

}  // namespace journey::features
