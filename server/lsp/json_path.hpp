// Members of JSON that may be there or not, by path: for what no struct in protocol.hpp describes.
#pragma once

#include <string_view>

#include "lsp/codec.hpp"

namespace journey::lsp {

/// A member by a path such as «a.b.c»; null if any part is missing.
const json::value& at(const json::value& from, std::string_view path);

inline bool isTrue(const json::value& value) { return value.is_bool() && value.get_bool(); }

/// True for a list of strings with this one in it.
bool holds(const json::value& list, std::string_view name);

}  // namespace journey::lsp
