// Where methods are bound to features, and capabilities announced: one table for each file in
// methods/.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "lsp/server.hpp"

namespace journey::lsp {

struct Method {
  std::string_view name;
  /// For requests: gives the result. For notifications: null, and what it returns is dropped.
  json::value (*handle)(Server&, const json::value& params);
  bool isRequest = true;
  /// What `initialize` announces for it, if anything.
  void (*announce)(json::object& capabilities, const Server&) = nullptr;
  /// Waits until the index of the workspace is complete.
  bool overWorkspace = false;
  /// Its reply edits the document: when an edit waits already, it is refused (ContentModified).
  bool edits = false;
};

/// The tables.
namespace methods {
std::span<const Method> lifecycle();
std::span<const Method> documents();
std::span<const Method> workspace();
std::span<const Method> diagnostics();
std::span<const Method> navigation();
std::span<const Method> reading();
std::span<const Method> tokens();
std::span<const Method> writing();
std::span<const Method> actions();
std::span<const Method> preview();
}  // namespace methods

/// All methods of all tables.
std::vector<const Method*> allMethods();
const Method* methodNamed(std::string_view name);

}  // namespace journey::lsp
