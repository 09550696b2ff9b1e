#include "lsp/codec.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>

#include "lsp/protocol.hpp"

using namespace journey::lsp;

namespace {

struct Sample {
  std::string name;
  std::optional<bool> flag;
  Nullable<std::int64_t> version;
  std::vector<Position> positions;
};
BOOST_DESCRIBE_STRUCT(Sample, (), (name, flag, version, positions))

std::string errorOf(std::string_view text) {
  try {
    decoded<Sample>(json::parse(text));
  } catch (const DecodeError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("unknown members are ignored, absent optionals stay absent", "[codec]") {
  auto sample = decoded<Sample>(json::parse(
      R"({"name":"x","more":[1],"version":null,"positions":[{"line":1,"character":2}]})"));
  CHECK(sample.name == "x");
  CHECK_FALSE(sample.flag);
  CHECK_FALSE(sample.version.value);
  CHECK(sample.positions[0].character == 2);
  CHECK(json::serialize(encode(sample)) ==
        R"({"name":"x","version":null,"positions":[{"line":1,"character":2}]})");
}

TEST_CASE("errors name the path", "[codec]") {
  CHECK(errorOf(R"({"name":1,"positions":[]})") == ".name: expected a string");
  CHECK(errorOf(R"({"positions":[]})") == ".name: is missing");
  CHECK(errorOf(R"({"name":"","positions":[{"line":0,"character":-1}]})") ==
        ".positions[0].character: expected an unsigned integer");
  CHECK(errorOf(R"({"name":"","positions":7})") == ".positions: expected an array");
  CHECK(errorOf("[]") == ".: expected an object");
  CHECK(errorOf(R"({"name":"","flag":"yes","positions":[]})") == ".flag: expected true or false");
}
