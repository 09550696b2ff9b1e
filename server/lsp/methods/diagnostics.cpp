// Diagnostics that the client asks for: of a document, and of the whole workspace.
#include <algorithm>
#include <unordered_map>

#include "lsp/diagnostics.hpp"
#include "lsp/methods.hpp"
#include "text/json.hpp"
#include "workspace/uri.hpp"

namespace journey::lsp {

namespace {

using workspace::File;
using workspace::FilePtr;

/// Tells two states of a file and its settings apart.
std::string resultId(const workspace::Workspace& workspace, const File& file) {
  if (file.snapshot)
    if (const workspace::Document* document = workspace.document(file.uri))
      return std::to_string(document->serial);
  return std::to_string(workspace.contextSerial()) + "/" + std::to_string(file.hash);
}

/// VS Code asks once more for a file that it has just closed: what lies on disk counts then. A
/// journey.json has its faults published instead.
json::value closedFileReport(Server& server, const std::string& uri) {
  workspace::ViewPtr view = server.view();
  auto file = std::ranges::find(view->files, workspace::keyOf(uri),
                                [](const FilePtr& f) { return f->key; });
  if (file == view->files.end()) return {{"kind", "full"}, {"items", json::array{}}};
  workspace::Workspace& all = server.workspace();
  std::string out = "{";
  appendFullReport(out, server.client(), uri,
                   *workspace::read((*file)->text, 0, all.projectOf(uri), all.library()),
                   resultId(all, **file));
  server.replyText(out + '}');
  return nullptr;
}

json::value documentDiagnostics(Server& server, const json::value& params) {
  auto p = decoded<DocumentDiagnosticParams>(params);
  const std::string& uri = p.textDocument.uri;
  const workspace::Document* document = server.workspace().document(uri);
  if (!document) return closedFileReport(server, uri);
  std::string id = std::to_string(document->serial);
  if (p.previousResultId == id) return {{"kind", "unchanged"}, {"resultId", id}};
  std::string out = "{";
  appendFullReport(out, server.client(), uri, *document->snapshot, id);
  out += '}';
  server.replyText(out);
  return nullptr;
}

struct Wanted {
  FilePtr file;
  std::string resultId;
  workspace::ProjectPtr project;
};

/// What the client does not know yet, and of which files it knows too much.
struct Difference {
  std::vector<Wanted> changed;
  std::vector<std::pair<std::string, std::string>> unchanged;  // URI and result id
  std::vector<std::string> gone;
  bool any() const { return !changed.empty() || !gone.empty(); }
};

using Known = std::unordered_map<std::string, PreviousResultId>;  // by key

Difference compare(Server& server, Known known) {
  Difference out;
  workspace::ViewPtr view = server.view();
  for (const FilePtr& file : view->files) {
    std::string id = resultId(server.workspace(), *file);
    auto previous = known.extract(file->key);
    if (previous && previous.mapped().value == id)
      out.unchanged.emplace_back(file->uri, id);
    else
      out.changed.push_back({file, id, server.workspace().projectOf(file->uri)});
  }
  for (const auto& [key, previous] : known) out.gone.push_back(previous.uri);
  return out;
}

std::string reportHead(const std::string& uri, std::optional<std::int64_t> version) {
  std::string out = R"({"uri":)";
  text::appendJson(out, uri);
  out += R"(,"version":)" + (version ? std::to_string(*version) : "null") + ',';
  return out;
}

/// Reports on what changed. Files that nobody opened are linted here, on another thread.
void report(Server& server, const Later& later, const Difference& difference,
            const std::shared_ptr<const lint::Library>& library,
            const std::optional<json::value>& partialToken) {
  constexpr std::size_t reportsAtOnce = 50;
  std::string items;
  std::size_t count = 0;
  auto flush = [&] {
    if (!partialToken || items.empty()) return;
    server.send(R"({"jsonrpc":"2.0","method":"$/progress","params":{"token":)" +
                json::serialize(*partialToken) + R"(,"value":{"items":[)" + items + "]}}}");
    items.clear();
  };
  auto add = [&](std::string report) {
    if (!items.empty()) items += ',';
    items += report + '}';
    if (++count % reportsAtOnce == 0) flush();
  };
  for (const Wanted& wanted : difference.changed) {
    if (later.cancelled()) return;
    const File& file = *wanted.file;
    workspace::SnapshotPtr snapshot =
        file.snapshot ? file.snapshot : workspace::read(file.text, 0, wanted.project, library);
    std::string out =
        reportHead(file.uri, file.snapshot ? std::optional(file.snapshot->version) : std::nullopt);
    appendFullReport(out, server.client(), file.uri, *snapshot, wanted.resultId);
    add(std::move(out));
  }
  for (const auto& [uri, id] : difference.unchanged) {
    std::string out = reportHead(uri, std::nullopt) + R"("kind":"unchanged","resultId":)";
    text::appendJson(out, id);
    add(std::move(out));
  }
  for (const std::string& uri : difference.gone)
    add(reportHead(uri, std::nullopt) + R"("kind":"full","items":[])");
  flush();
  later.replyText(R"({"items":[)" + items + "]}");
}

json::value workspaceDiagnostics(Server& server, const json::value& params) {
  auto p = decoded<WorkspaceDiagnosticParams>(params);
  Known known;
  for (PreviousResultId& previous : p.previousResultIds)
    known.emplace(workspace::keyOf(previous.uri), previous);
  Later later = server.replyLater();
  bool first = known.empty();
  auto answer = [&server, later, known = std::move(known), token = p.partialResultToken](bool now) {
    Difference difference = compare(server, known);
    if (!difference.any() && !now) return false;
    server.later([&server, later, token, difference = std::move(difference),
                  library = server.workspace().library()] {
      report(server, later, difference, library, token);
    });
    return true;
  };
  // A client that knows all of it hears again when something changes, and need not keep asking.
  if (!answer(first)) server.hold(later, [answer] { return answer(false); });
  return nullptr;
}

constexpr Method all[] = {
    {"textDocument/diagnostic", documentDiagnostics, true,
     [](json::object& c, const Server& s) {
       if (s.client().pullsDiagnostics)
         c["diagnosticProvider"] = {{"identifier", "journey"},
                                    {"interFileDependencies", true},
                                    {"workspaceDiagnostics", true}};
     }},
    {"workspace/diagnostic", workspaceDiagnostics, true, nullptr, true},
};

}  // namespace

std::span<const Method> methods::diagnostics() { return all; }

}  // namespace journey::lsp
