#include "features/workspace_symbols.hpp"

#include <chrono>

#include "support/workspace_fixture.hpp"

using namespace journey;

namespace {

using Lines = std::vector<std::string>;

Lines found(const workspace::View& view, std::string_view query, std::size_t most = 200) {
  Lines out;
  for (const features::WorkspaceSymbol& symbol : features::workspaceSymbols(view, query, most))
    out.push_back(symbol.at.name->text + " < " + symbol.container);
  return out;
}

constexpr std::string_view maps = R"(
  //- /canteen.journey
  Journey: Buying lunch
    Lane: Lunch
  Persona: Emma
  Phase: Pay
    Touchpoint: Waits for lunch
      Channel: Lunch app
      Opportunity: Order lunch ahead
        Owner: Lunch team
      Next: Waits for lunch
  //- /more/library.journey
  Persona: Emma Lunch
    Need: n
  Persona: Emma
    Need: n
)";

}  // namespace

TEST_CASE("heads of all files, with what they stand under", "[features][workspace-symbols]") {
  test::WorkspaceFixture f = test::workspaceOf(maps);
  CHECK(found(f.view, "lunch") == Lines{"Buying lunch < canteen.journey",
                                        "Emma Lunch < library.journey", "Waits for lunch < Pay",
                                        "Order lunch ahead < Waits for lunch"});
  CHECK(found(f.view, "wfl") == Lines{"Waits for lunch < Pay"});
  CHECK(found(f.view, "nobody").empty());
  // Who is described comes before who is only mentioned.
  CHECK(found(f.view, "emma").front() == "Emma < library.journey");
}

TEST_CASE("an empty query finds everything, up to a limit", "[features][workspace-symbols]") {
  test::WorkspaceFixture f = test::workspaceOf(maps);
  CHECK(found(f.view, "").size() == 7);
  CHECK(found(f.view, "").front() == "Buying lunch < canteen.journey");
  CHECK(found(f.view, "", 2).size() == 2);
  CHECK(found(f.view, "", 0).empty());
}

TEST_CASE("a symbol is found again", "[features][workspace-symbols]") {
  test::WorkspaceFixture f = test::workspaceOf("Touchpoint: T\nTouchpoint: U\nTouchpoint: T\n");
  const auto& names = f.file->facts->names;
  features::NameAt second{f.file, &names[2]};
  CHECK(features::numberOf(second) == 1);
  CHECK(features::symbolNamed(*f.file, names[2].kind, "T", 1) == second);
  CHECK_FALSE(features::symbolNamed(*f.file, names[2].kind, "T", 2));
  CHECK_FALSE(features::symbolNamed(*f.file, workspace::Name::Kind::Phase, "T", 0));
}

TEST_CASE("a thousand files are searched while one types",
          "[features][workspace-symbols][.bench]") {
  workspace::View view;
  for (int i = 0; i < 1000; ++i) {
    std::string text = "Journey: Reise nummer " + std::to_string(i) + "\n";
    for (int j = 0; j < 30; ++j)
      text += "Touchpoint: Kjøper lunsj på skolen " + std::to_string(i * j) + "\n";
    view.files.push_back(test::fileOf("file:///" + std::to_string(i) + ".journey", text));
  }
  for (std::string_view query : {"", "k", "kjop lunsj", "kjøper lunsj på skolen 77", "zzz"}) {
    auto start = std::chrono::steady_clock::now();
    std::size_t count = found(view, query).size();
    auto took = std::chrono::steady_clock::now() - start;
    WARN(query << ": " << count << " in "
               << std::chrono::duration_cast<std::chrono::microseconds>(took).count() << " µs");
  }
}
