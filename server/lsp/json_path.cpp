#include "lsp/json_path.hpp"

#include <algorithm>

namespace journey::lsp {

const json::value& at(const json::value& from, std::string_view path) {
  static const json::value null;
  const json::value* value = &from;
  while (!path.empty()) {
    std::size_t dot = std::min(path.find('.'), path.size());
    if (!value->is_object()) return null;
    value = value->get_object().if_contains(path.substr(0, dot));
    if (!value) return null;
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return *value;
}

bool holds(const json::value& list, std::string_view name) {
  return list.is_array() && std::ranges::any_of(list.get_array(), [&](const json::value& v) {
           return v.is_string() && v.get_string() == name;
         });
}

}  // namespace journey::lsp
