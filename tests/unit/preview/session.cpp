// A preview over several texts: what the page gets, and what a click finds.

#include "preview/session.hpp"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

#include "layout/checks.hpp"
#include "preview/assets.hpp"

using namespace journey;
using test::mapOf;

namespace {

boost::json::object parsed(const std::optional<std::string>& patch) {
  REQUIRE(patch);
  return boost::json::parse(*patch).as_object();
}

}  // namespace

TEST_CASE("a page holds map, script and style, each with the nonce") {
  preview::Session session;
  preview::PageOptions options;
  options.theme = render::Theme::Dark;
  options.host = preview::Host::Http;
  std::string page = session.page(mapOf("Kundereise: Lunsj\nFase: A\n"), options);
  CHECK(page.find("<html lang=\"nb\" data-theme=\"dark\">") != std::string::npos);
  CHECK(page.find("<style nonce=\"__NONCE__\">") != std::string::npos);
  CHECK(page.find("<script type=\"module\" nonce=\"__NONCE__\">") != std::string::npos);
  CHECK(page.find("id=\"map\"") != std::string::npos);
  CHECK(page.find("data-host=\"http\"") != std::string::npos);
  CHECK(page.find(" style=\"") == std::string::npos);
  CHECK(page.find("<p id=\"hint\" hidden>") != std::string::npos);
  CHECK(preview::clientScript.find("</script") == std::string_view::npos);
  CHECK(preview::pageStyle.find("</style") == std::string_view::npos);
}

TEST_CASE("patches are numbered, and nothing is sent when nothing changed") {
  preview::Session session;
  session.page(mapOf("Phase: A\n"), {});
  CHECK_FALSE(session.update(mapOf("Phase: A\n")));
  auto number = boost::json::parse(session.greeting()).at("seq").as_int64();
  CHECK(parsed(session.update(mapOf("Phase: A\nTouchpoint: B\n"))).at("seq") == number + 1);
  CHECK(parsed(session.update(mapOf("Phase: A\nTouchpoint: C\n"))).at("seq") == number + 2);
  CHECK(boost::json::parse(session.greeting()).at("seq") == number + 2);
}

TEST_CASE("a second page of the same text leaves the number alone") {
  preview::Session session;
  session.page(mapOf("Phase: A\n"), {});
  std::string before = session.greeting();
  session.page(mapOf("Phase: A\n"), {});
  CHECK(session.greeting() == before);
  session.page(mapOf("Phase: B\n"), {});
  CHECK(session.greeting() != before);
}

TEST_CASE("the last map stays while the text holds none") {
  preview::Session session;
  session.page(mapOf("Phase: A\n"), {});
  CHECK(session.find("f:A"));
  auto hint = parsed(session.update(mapOf("Pha\n")));
  CHECK(hint.at("hint") == true);
  CHECK_FALSE(hint.contains("removed"));
  CHECK_FALSE(session.find("f:A"));
  CHECK_FALSE(session.update(mapOf("Phas\n")));
  CHECK(session.page(mapOf("Phas\n"), {}).find("data-key=\"f:A\"") != std::string::npos);
  auto back = parsed(session.update(mapOf("Phase: A\n")));
  CHECK(back.at("hint") == false);
  CHECK(session.find("f:A"));
}

TEST_CASE("a page of an empty text shows the hint") {
  preview::Session session;
  preview::PageOptions options;
  options.text.noMap = "Ingen kart <ennå>";
  std::string page = session.page(mapOf(""), options);
  CHECK(page.find("<p id=\"hint\">Ingen kart &lt;ennå&gt;</p>") != std::string::npos);
}

TEST_CASE("a click finds its entry, and an entry its element") {
  preview::Session session;
  model::Map map = mapOf("Phase: A\nTouchpoint: B\nThought: C\nEmotion: glum\n");
  session.page(map, {});
  auto ref = session.find("t:B/thought:0");
  REQUIRE(ref);
  CHECK(map.entry(*ref).text == "C");
  CHECK(session.keyOf(*ref) == "t:B/thought:0");
  CHECK_FALSE(session.find("lane:thought"));
  CHECK_FALSE(session.find("nothing"));
  // The reference follows the text, also when the picture stays as it was.
  model::Map moved =
      mapOf("# note\nPersona: P\nPhase: A\nTouchpoint: B\nThought: C\nEmotion: glum\n");
  session.update(moved);
  CHECK(moved.entry(*session.find("t:B/thought:0")).text == "C");
}
