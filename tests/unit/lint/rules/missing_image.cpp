#include <catch2/catch_test_macros.hpp>

#include <set>

#include "support/findings.hpp"

namespace journey::test {

static constexpr std::string_view rule = "missing-image";

namespace {

workspace::SnapshotPtr beside(std::set<std::string> files, std::string_view text) {
  auto around = std::make_shared<lint::Surroundings>();
  around->isFile = [files](const std::string& path) { return files.contains(path); };
  around->images = [files](const std::string& folder) {
    std::vector<std::string> out;
    for (const std::string& file : files) {
      std::size_t slash = file.rfind('/');
      std::string in = slash == file.npos ? "" : file.substr(0, slash);
      if (in == folder) out.push_back(slash == file.npos ? file : file.substr(slash + 1));
    }
    return out;
  };
  return workspace::recheck(*snapshotOf(text), around);
}

}  // namespace

TEST_CASE("missing-image: a path that leads nowhere") {
  auto snapshot =
      beside({"here.png", "sub/there.png"},
             "Phase: P\n  Touchpoint: T\n    Image: here.png\n    Image: sub/there.png\n"
             "    Image: sub/lost.png\n    Image: https://example.org/x.png\n    Image: …\n");
  auto findings = findingsOf(*snapshot, rule);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].says.find("“sub/lost.png”") != std::string::npos);
}

TEST_CASE("missing-image: of a text that is no file nothing is known") {
  CHECK(findingsOf(*snapshotOf("Phase: P\n  Touchpoint: T\n    Image: x.png\n"), rule).empty());
}

TEST_CASE("missing-image: the nearest file in that folder, else beside the map") {
  auto fixOf = [](std::set<std::string> files) {
    auto snapshot =
        beside(std::move(files), "Phase: P\n  Touchpoint: T\n    Image: sub/till.png\n");
    auto fixes = snapshot->fixes(firstOf(*snapshot, rule));
    return fixes.empty() ? std::string() : applied(*snapshot, fixes[0]);
  };
  CHECK(fixOf({"sub/till.jpg"}) == "Phase: P\n  Touchpoint: T\n    Image: sub/till.jpg\n");
  CHECK(fixOf({"tills.png"}) == "Phase: P\n  Touchpoint: T\n    Image: tills.png\n");
  CHECK(fixOf({"queue.png"}).empty());
}

}  // namespace journey::test
