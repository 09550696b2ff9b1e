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

/// The first message if there is none of that key.
Message byKey(std::string_view key) {
  for (std::size_t m = 0; m < locale::messageCount; ++m)
    if (locale::keyOf(static_cast<Message>(m)) == key) return static_cast<Message>(m);
  return Message{};
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
    // The form for 1 is reached through the message for any number.
    if (key.ends_with("-one") &&
        locale::forOne(byKey(key.substr(0, key.size() - 4))) == static_cast<Message>(m))
      continue;
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

TEST_CASE("a number takes its form of the message", "[messages]") {
  using locale::Language;
  CHECK(locale::sayCount(Message::report_days, 1, Language::En) == "1 day");
  CHECK(locale::sayCount(Message::report_days, 0, Language::En) == "0 days");
  CHECK(locale::sayCount(Message::report_days, 21, Language::Fi) == "21 päivää");
  CHECK(locale::sayCount(Message::check_stale, 1, Language::Nb, {{"file", "b.json"}})
            .find("b.json") != std::string::npos);
  // One without a form of its own says the same for every number.
  CHECK(locale::forOne(Message::check_clean) == Message::check_clean);
  CHECK(locale::sayCount(Message::check_fixes, 1, Language::En).starts_with("1 ways"));
}
