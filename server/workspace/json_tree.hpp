// JSON with the places of its parts, which Boost.JSON's values do not have: for files in which
// people are shown what is wrong.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/fwd.hpp>

#include "text/span.hpp"

namespace journey::workspace {

struct JsonKey {
  std::string text;
  text::Span span;  // with its quotes
};

struct JsonNode {
  enum class Kind : std::uint8_t { Null, Bool, Number, Text, List, Object };
  Kind kind = Kind::Null;
  text::Span span;              // bytes
  std::string text;             // of a Text
  double number = 0;            // of a Number
  std::vector<JsonKey> keys;    // of an Object, one for each item, in order; may repeat
  std::vector<JsonNode> items;  // of an Object or List
};

struct ParsedJson {
  std::optional<JsonNode> root;
  text::Span error;  // where the text stops being JSON, if it does
};

/// A byte order mark is skipped. A blank text is no JSON.
ParsedJson parseJson(std::string_view json);

/// The same tree from a value; all spans are empty, and members that are null are left out.
JsonNode jsonTree(const boost::json::value& value);

}  // namespace journey::workspace
