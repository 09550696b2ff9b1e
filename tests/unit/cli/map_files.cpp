// Which files are meant and what stands around them, which bytes are a text, and work on all cores.
#include "cli/map_files.hpp"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <stdexcept>

#include "support/files.hpp"

using namespace journey;
using locale::Message;

TEST_CASE("encodings: UTF-8 with or without a mark is fine", "[encoding]") {
  for (std::string_view fine : {"", "Phase: Pay", "\xEF\xBB\xBFPhase: Pay", "Følelse: 😀 お茶"})
    CHECK_FALSE(workspace::encodingFaultOf(fine));
}

TEST_CASE("encodings: others are named where they show", "[encoding]") {
  using namespace std::string_view_literals;
  auto fault = [](std::string_view bytes) {
    auto found = workspace::encodingFaultOf(bytes);
    REQUIRE(found.has_value());
    return std::pair(found->message, found->span.start);
  };
  CHECK(fault("\xFF\xFEP\0h\0"sv) == std::pair(Message::check_encoding_utf16, 0U));
  CHECK(fault("\xFE\xFF\0P\0h"sv) == std::pair(Message::check_encoding_utf16, 0U));
  CHECK(fault("P\0h\0"sv) == std::pair(Message::check_encoding_nul, 1U));  // UTF-16 without mark
  CHECK(fault("Fase: Kj\xF8p") == std::pair(Message::check_encoding_bytes, 8U));  // Latin-1
  CHECK(fault("Kjøp \xC3") == std::pair(Message::check_encoding_bytes, 6U));
  CHECK(fault("\xED\xA0\x80") == std::pair(Message::check_encoding_bytes, 0U));  // a surrogate
  CHECK(fault("\xC0\xAF") == std::pair(Message::check_encoding_bytes, 0U));      // too long a form
}

namespace {

std::vector<std::string> shown(const std::vector<cli::Target>& targets) {
  std::vector<std::string> out;
  for (const cli::Target& target : targets)
    out.push_back(target.shown.substr(target.shown.rfind('/') + 1) +
                  (target.input ? " (input)" : ""));
  return out;
}

}  // namespace

TEST_CASE("targets: what comes in stands for the file of its name", "[targets]") {
  test::TemporaryFolder folder;
  folder.write("a.journey", "");
  folder.write("b.journey", "");
  folder.write("empty/readme.md", "");
  std::string all = folder.path().string();
  std::string a = all + "/a.journey";
  std::vector<cli::Unread> unread;
  auto targets = [&](const std::vector<std::string>& paths, const std::string& name) {
    return shown(cli::targetsOf(paths, name, locale::Language::En, unread));
  };
  using Names = std::vector<std::string>;
  CHECK(targets({all}, "") == Names{"a.journey", "b.journey"});
  CHECK(targets({all, "-"}, a) == Names{"b.journey", "a.journey (input)"});
  CHECK(targets({a, "-", a}, a) == Names{"a.journey (input)"});
  CHECK(targets({a, "-"}, "") == Names{"a.journey", "- (input)"});
  CHECK(targets({all + "/empty", a}, "") == Names{"a.journey"});
  CHECK(unread.empty());
  CHECK(targets({all + "/empty"}, "").empty());
  CHECK(unread.size() == 1);  // and that was all there was to do
}

TEST_CASE("around: the project's other maps, each with its own settings; else the folder's",
          "[targets]") {
  test::TemporaryFolder folder;
  folder.write("journey.json", R"({"language": "en"})");
  folder.write("people.journey", "Persona: Emma\n");
  folder.write("old/people.journey", "");
  folder.write(".journeyignore", "old/\n");
  folder.write("maps/a.journey", "");
  folder.write("maps/b.journey", "Kj\xF8pe\n");
  folder.write("nb/journey.json", R"({"language": "nb"})");
  folder.write("nb/c.journey", "");
  auto around = [&](const std::string& name) {
    cli::Projects projects;
    std::string path = (folder.path() / name).string();
    auto maps = cli::readMaps({{path, path}}, projects, [] {});
    return cli::mapsAround(maps, projects);
  };
  auto found = around("maps/a.journey");
  std::vector<cli::Target> targets;
  for (const cli::MapFile& map : found) targets.push_back(map.target);
  REQUIRE(shown(targets) == std::vector<std::string>{"b.journey", "c.journey", "people.journey"});
  CHECK(found[0].encoding);
  CHECK(found[1].settings->settings.language == locale::Language::Nb);
  CHECK(found[2].settings->settings.language == locale::Language::En);
  std::filesystem::remove(folder.path() / "journey.json");
  CHECK(around("maps/a.journey").size() == 1);
  CHECK(around("people.journey").empty());
}

TEST_CASE("settings: read or not known, never half of them", "[targets]") {
  test::TemporaryFolder folder;
  auto of = [&](std::string_view json) {
    folder.write("journey.json", json);
    return cli::Projects().of((folder.path() / "a.journey").string());
  };
  CHECK(of("{}")->known);
  CHECK(of(R"({"lanes": 1})")->known);
  CHECK_FALSE(of("{")->known);
  auto latin1 = of("{\"language\":\"n\xF8\"}");
  CHECK_FALSE(latin1->known);
  REQUIRE(latin1->faults.size() == 1);
  CHECK(latin1->faults[0].message == Message::check_encoding_bytes);
}

TEST_CASE("inParallel: each once, and what is thrown comes out", "[parallel]") {
  std::vector<std::atomic<int>> seen(1000);
  cli::inParallel(seen.size(), [&](std::size_t i) { ++seen[i]; });
  for (auto& one : seen) REQUIRE(one == 1);
  cli::inParallel(0, [](std::size_t) { FAIL(); });
  CHECK_THROWS_AS(cli::inParallel(50,
                                  [](std::size_t i) {
                                    if (i == 7) throw std::runtime_error("seven");
                                  }),
                  std::runtime_error);
}
