#include "locale/message.hpp"

#include <catch2/catch_test_macros.hpp>

#include <regex>
#include <set>

#include "locale/vocabulary.hpp"
#include "support/files.hpp"

namespace fs = std::filesystem;
using namespace journey;
using locale::Message;

namespace {

std::set<std::string> placeholders(std::string_view text) {
  static const std::regex name("\\{([a-z]+)\\}");
  std::set<std::string> out;
  std::string copy(text);
  for (std::sregex_iterator it(copy.begin(), copy.end(), name), end; it != end; ++it)
    out.insert((*it)[1]);
  return out;
}

}  // namespace

TEST_CASE("no message is missing in any language, and placeholders match", "[messages]") {
  for (std::size_t m = 0; m < locale::messageCount; ++m)
    for (locale::Language l : locale::allLanguages) {
      auto message = static_cast<Message>(m);
      INFO(locale::codeOf(l) << " " << locale::keyOf(message));
      CHECK_FALSE(locale::ownMessage(message, l).empty());
      CHECK(placeholders(locale::ownMessage(message, l)) ==
            placeholders(locale::ownMessage(message, locale::Language::En)));
    }
}

TEST_CASE("every message is used", "[messages]") {
  std::string sources;
  for (const auto& file : fs::recursive_directory_iterator(test::source("server")))
    if (file.path().extension() == ".cpp" || file.path().extension() == ".hpp")
      sources += test::readFile(file.path());
  for (std::size_t m = 0; m < locale::messageCount; ++m) {
    std::string key(locale::keyOf(static_cast<Message>(m)));
    // about-<construct> is reached by the construct's number.
    if (key.starts_with("about-")) continue;
    std::ranges::replace(key, '-', '_');
    INFO(key);
    CHECK(std::regex_search(sources, std::regex("\\b" + key + "\\b")));
  }
}

TEST_CASE("about-… stands in the order of the constructs", "[messages]") {
  for (std::size_t c = 0; c < syntax::constructCount; ++c) {
    auto message = static_cast<Message>(static_cast<std::size_t>(Message::about_journey) + c);
    CHECK(locale::keyOf(message) == "about-" + std::string(syntax::constructNames[c]));
  }
}

TEST_CASE("placeholders are filled, unknown ones stay", "[messages]") {
  CHECK(locale::say(Message::fix_change_to, locale::Language::En, {{"text", "x{y}"}}) ==
        "Change to “x{y}”");
  CHECK(locale::say(Message::fix_change_to, locale::Language::En) == "Change to “{text}”");
}
