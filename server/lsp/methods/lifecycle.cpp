// From initialize to exit.
#include "lsp/convert.hpp"
#include "lsp/methods.hpp"

namespace journey::lsp {

namespace {

using workspace::Snapshot;

constexpr Method all[] = {
    {"initialize", [](Server& s, const json::value& p) { return s.initialize(p); }},
    {"initialized",
     [](Server& s, const json::value&) {
       s.initialized();
       return json::value();
     },
     false},
    {"shutdown", [](Server& s, const json::value&) { return s.shutdown(); }},
    {"exit",
     [](Server& s, const json::value&) {
       s.exit();
       return json::value();
     },
     false},
    {"$/setTrace",
     [](Server& s, const json::value& p) {
       s.setTrace(decoded<SetTraceParams>(p).value);
       return json::value();
     },
     false},
};

}  // namespace

std::span<const Method> methods::lifecycle() { return all; }

}  // namespace journey::lsp
