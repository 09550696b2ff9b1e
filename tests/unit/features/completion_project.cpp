// What a project adds to completion: channels, owners, models and rows of its own.
#include <catch2/catch_test_macros.hpp>

#include "features/completion.hpp"
#include "features/documentation.hpp"
#include "support/fixture.hpp"

namespace journey::test {

namespace {

constexpr std::string_view json = R"({
  "models": {"canteen": ["Choose", "Pay", "Eat"]},
  "channels": ["School app", "Till"],
  "owners": ["App team"],
  "lanes": ["Backstage"]
})";

std::vector<features::Completion> offered(std::string_view marked) {
  Fixture f = fixture(marked);
  auto project = workspace::makeProject(*workspace::readProject(json).settings);
  return features::complete(*snapshotOf(f.text, project), f.mark()).items;
}

/// `label (detail)` of what is offered, in order.
std::vector<std::string> details(std::string_view marked) {
  std::vector<std::string> out;
  for (const features::Completion& item : offered(marked))
    out.push_back(item.label + " (" + item.detail + ")");
  return out;
}

bool offers(std::string_view marked, std::string_view label) {
  std::vector<features::Completion> items = offered(marked);
  return std::ranges::find(items, label, &features::Completion::label) != items.end();
}

}  // namespace

TEST_CASE("completion: channels and owners of the project come behind those of the map") {
  CHECK(
      details(
          "Touchpoint: A\n  Channel: Shop\n  Channel: school app\nTouchpoint: B\n  Channel: $0") ==
      std::vector<std::string>{"Shop (used in this map)", "School app (used in this map)",
                               "Till (known in this project)"});
  CHECK(details("Touchpoint: A\n  Opportunity: O\n    Owner: $0") ==
        std::vector<std::string>{"App team (known in this project)"});
}

TEST_CASE("completion: models and phases of the project") {
  CHECK(offered("Journey: J\n  Model: $0").front().label == "canteen");
  CHECK(offered("Journey: J\n  Model: $0").front().detail == "Choose · Pay · Eat");
  CHECK(details("Journey: J\n  Model: canteen\nPhase: Pay\nPhase: $0") ==
        std::vector<std::string>{"Choose (phase of the model “canteen”)",
                                 "Eat (phase of the model “canteen”)"});
}

TEST_CASE("completion: a whole journey with a model of the project") {
  Fixture f = fixture("$0");
  auto project = workspace::makeProject(*workspace::readProject(json).settings);
  features::CompletionOptions options;
  options.snippets = true;
  auto items = features::complete(*snapshotOf(f.text, project), f.mark(), options).items;
  auto whole = std::ranges::find(items, "Journey … canteen", &features::Completion::label);
  REQUIRE(whole != items.end());
  CHECK(whole->insert.find("Model: canteen") != std::string::npos);
  CHECK(whole->insert.find("Phase: Eat") != std::string::npos);
}

TEST_CASE("completion: a model of the project tells its phases, and makes a whole map") {
  auto project = workspace::makeProject(*workspace::readProject(json).settings);
  auto told = [&](std::string_view marked, std::string_view label) {
    Fixture f = fixture(marked);
    auto snapshot = snapshotOf(f.text, project);
    features::CompletionOptions options;
    options.snippets = true;
    auto items = features::complete(*snapshot, f.mark(), options).items;
    auto item = std::ranges::find(items, label, &features::Completion::label);
    REQUIRE(item != items.end());
    return features::documentation(*snapshot, item->about, locale::Language::En);
  };
  CHECK(told("Journey: J\n  Model: $0", "canteen") == "1. Choose\n2. Pay\n3. Eat");
  CHECK(told("Journey: J\n  Model: canteen\nPhase: $0", "Pay").find("2. **Pay**") !=
        std::string::npos);
  CHECK(told("$0", "Journey … canteen").find("Phase: Pay") != std::string::npos);
}

TEST_CASE("completion: rows of the project under touchpoints") {
  CHECK(offers("Phase: P\n  Touchpoint: T\n    $0", "Backstage"));
  CHECK_FALSE(offers("Journey: J\n  $0", "Backstage"));
}

}  // namespace journey::test
