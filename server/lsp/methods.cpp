#include "lsp/methods.hpp"

#include <unordered_map>

namespace journey::lsp {

std::vector<const Method*> allMethods() {
  std::vector<const Method*> all;
  for (std::span<const Method> table :
       {methods::lifecycle(), methods::documents(), methods::workspace(), methods::diagnostics(),
        methods::navigation(), methods::reading(), methods::tokens(), methods::writing(),
        methods::actions(), methods::preview()})
    for (const Method& method : table) all.push_back(&method);
  return all;
}

const Method* methodNamed(std::string_view name) {
  static const auto byName = [] {
    std::unordered_map<std::string_view, const Method*> map;
    for (const Method* method : allMethods()) map.emplace(method->name, method);
    return map;
  }();
  auto found = byName.find(name);
  return found == byName.end() ? nullptr : found->second;
}

}  // namespace journey::lsp
