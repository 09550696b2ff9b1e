// How well titles and emotions from real maps are read: the corpora were written by people who had
// not seen our word lists. Being wrong counts worse than being silent.
#include <catch2/catch_test_macros.hpp>

#include <array>
#include <sstream>

#include "model/emotion.hpp"
#include "model/phase_names.hpp"
#include "support/files.hpp"

using namespace journey;
using locale::Language;

namespace {

using Row = std::vector<std::string>;

std::vector<Row> rowsOf(const char* name) {
  std::vector<Row> rows;
  std::istringstream lines(
      test::readFile(test::source(std::filesystem::path("tests/unit/model/corpus") / name)));
  for (std::string line; std::getline(lines, line);) {
    Row row;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// What became of the rows of one language.
struct Tally {
  int right = 0;
  int silent = 0;
  int wrong = 0;
  std::string misses;

  void add(const Row& row, const std::string& read, const std::string& expected,
           const std::string& silence) {
    if (read == expected) {
      ++right;
      return;
    }
    ++(read == silence ? silent : wrong);
    for (const std::string& cell : row) misses += cell + " | ";
    misses += "read as " + read + '\n';
  }
  int all() const { return right + silent + wrong; }
  bool reaches(double rightShare, double wrongShare) const {
    return right >= rightShare * all() && wrong <= wrongShare * all();
  }
  std::string text() const {
    std::ostringstream out;
    out << right << " right, " << silent << " silent, " << wrong << " wrong\n" << misses;
    return out.str();
  }
};
using Tallies = std::array<Tally, locale::languageCount>;

void checkEach(const Tallies& tallies, double rightShare, double wrongShare) {
  for (Language l : locale::allLanguages) {
    const Tally& tally = tallies[static_cast<std::size_t>(l)];
    INFO(locale::codeOf(l) << ": " << tally.text());
    CHECK(tally.all() > 50);
    CHECK(tally.reaches(rightShare, wrongShare));
  }
}

}  // namespace

TEST_CASE("phase titles from real maps are read", "[model][corpus]") {
  Tallies tallies;
  for (const Row& row : rowsOf("phases.tsv")) {
    REQUIRE(row.size() == 4);
    auto language = locale::languageFromTag(row[0]);
    const locale::PhaseModel* model = locale::phaseModel(row[1]);
    REQUIRE(language);
    REQUIRE(model);
    auto place = model::phaseInModel(row[2], *model, *language);
    tallies[static_cast<std::size_t>(*language)].add(
        row, place ? std::string(model->phases[*place].id) : "-", row[3], "-");
  }
  checkEach(tallies, 0.95, 0.015);
}

TEST_CASE("emotions from real maps have the right sign", "[model][corpus]") {
  Tallies tallies;
  for (const Row& row : rowsOf("emotions.tsv")) {
    REQUIRE(row.size() == 3);
    auto language = locale::languageFromTag(row[0]);
    REQUIRE(language);
    auto valence = model::readEmotion(row[1], *language).valence;
    std::string sign = !valence ? "?" : *valence > 0 ? "1" : *valence < 0 ? "-1" : "0";
    tallies[static_cast<std::size_t>(*language)].add(row, sign, row[2], "?");
  }
  checkEach(tallies, 0.9, 0.03);
}
