// The one place where methods are bound to features, and capabilities announced.
#pragma once

#include <span>
#include <string_view>

#include "lsp/server.hpp"

namespace journey::lsp {

struct Method {
  std::string_view name;
  /// For requests: gives the result. For notifications: null, and what it returns is dropped.
  json::value (*handle)(Server&, const json::value& params);
  bool isRequest = true;
  /// What `initialize` announces for it, if anything.
  void (*announce)(json::object& capabilities, const Server&) = nullptr;
};

std::span<const Method> methods();
const Method* methodNamed(std::string_view name);

}  // namespace journey::lsp
