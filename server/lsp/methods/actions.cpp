// Code actions and commands. LSP 3.17: textDocument/codeAction, codeAction/resolve,
// workspace/executeCommand
//
// Quick fixes are offered for the findings in the range; «fix all», organizing and refactorings
// when somebody opened the menu or asked for their kind. Clients that resolve edits get them when
// one is taken: until then an action carries what it is (`data`), for one version of the document.
#include <algorithm>
#include <functional>
#include <set>

#include "features/organize.hpp"
#include "features/refactor/refactorings.hpp"
#include "lint/fix_all.hpp"
#include "lint/rules.hpp"
#include "lsp/convert.hpp"
#include "lsp/diagnostics.hpp"
#include "lsp/methods.hpp"

namespace journey::lsp {

namespace {

using features::WorkspaceEdit;
using locale::Message;
using workspace::Snapshot;

constexpr std::string_view quickFix = "quickfix";
constexpr std::string_view fixAllKind = "source.fixAll.journey";
constexpr std::string_view organizeKind = "source.organize.journey";

/// What an action is: enough to make its edit from the same version of the document.
struct ActionData {
  std::string uri;
  std::int64_t version = 0;
  std::string action;                   // fix, fixAll, organize, or a refactoring's id
  std::optional<std::string> rule;      // of a fix; fixAll: only this rule's
  std::optional<std::uint32_t> number;  // of a fix, among those of its finding
  std::optional<std::string> variant;   // of a refactoring's offer
  std::uint32_t start = 0;              // bytes: the finding, or what is selected
  std::uint32_t end = 0;
};
BOOST_DESCRIBE_STRUCT(ActionData, (), (uri, version, action, rule, number, variant, start, end))

features::RefactorRequest refactorRequest(const Server& server, const std::string& uri,
                                          const Snapshot& snapshot, text::Span selection) {
  return {snapshot,
          uri,
          selection,
          server.view(),
          server.client().createsFiles,
          [&server](const std::string& wanted) { return server.mapOnDisk(wanted); }};
}

/// The edit of an action; nothing if the action is not there (any more).
std::optional<WorkspaceEdit> editOf(const Server& server, const Snapshot& snapshot,
                                    const ActionData& data) {
  auto here = [&](std::vector<lint::TextEdit> edits) {
    return WorkspaceEdit{{{data.uri, snapshot.version, snapshot.text, std::move(edits)}}, {}};
  };
  text::Span span{data.start, data.end};
  if (data.action == "organize") return here(features::organize(snapshot));
  if (data.action == "fixAll")
    return here(lint::fixAll(snapshot.text, snapshot.map, snapshot.context,
                             data.rule ? lint::ruleNamed(*data.rule) : nullptr)
                    .edits);
  if (data.action == "fix") {
    for (const lint::PlacedFinding& placed : snapshot.findings()) {
      if (placed.finding->rule->id != data.rule ||
          snapshot.map.absolute(placed.block, placed.finding->span) != span)
        continue;
      std::vector<lint::Fix> fixes = snapshot.fixes(placed);
      if (data.number.value_or(0) < fixes.size())
        return here(std::move(fixes[data.number.value_or(0)].edits));
    }
    return std::nullopt;
  }
  for (const features::Refactoring* refactoring : features::allRefactorings()) {
    if (refactoring->id != data.action) continue;
    auto request = refactorRequest(server, data.uri, snapshot, span);
    for (const features::RefactorOffer& offer : refactoring->offers(request))
      if (offer.variant == data.variant && !offer.disabled)
        return refactoring->edit(request, offer);
  }
  return std::nullopt;
}

/// The actions for one request, as they are collected.
class Menu {
 public:
  Menu(const Server& server, const CodeActionParams& params)
      : server_(server),
        params_(params),
        uri_(params.textDocument.uri),
        snapshot_(server.document(uri_)),
        span_(text::spanOf(snapshot_.text, params.range, server.client().encoding)) {}

  json::array collect() {
    if (wanted(quickFix)) quickFixes();
    if (wanted(quickFix) && !automatic()) fixAllOfARule();
    if (onMenu(fixAllKind) && anySafeFix())
      add(server_.say(Message::fix_all_safe), fixAllKind, data("fixAll"));
    if (onMenu(organizeKind) && !features::isOrganized(snapshot_))
      add(server_.say(Message::organize), organizeKind, data("organize"));
    std::optional<features::RefactorRequest> request;
    for (const features::Refactoring* refactoring : features::allRefactorings()) {
      if (!onMenu(refactoring->kind)) continue;
      if (!request) request.emplace(refactorRequest(server_, uri_, snapshot_, span_));
      offersOf(*refactoring, *request);
    }
    return std::move(actions_);
  }

 private:
  const CodeActionContext& context() const {
    static const CodeActionContext none;
    return params_.context ? *params_.context : none;
  }
  /// Kinds form a tree: who asks for `source` gets `source.fixAll` too.
  bool asked(std::string_view kind) const {
    return context().only && std::ranges::any_of(*context().only, [&](const std::string& only) {
             return only.empty() || kind == only || kind.starts_with(only + ".");
           });
  }
  bool wanted(std::string_view kind) const { return !context().only || asked(kind); }
  /// The client asks by itself, as the cursor moves.
  bool automatic() const { return context().triggerKind == 2; }
  bool onMenu(std::string_view kind) const { return context().only ? asked(kind) : !automatic(); }

  ActionData data(std::string action) const {
    return {uri_, snapshot_.version, std::move(action), {}, {}, {}, span_.start, span_.end};
  }

  json::object& add(std::string title, std::string_view kind, const ActionData& data,
                    json::array diagnostics = {}) {
    json::object action{{"title", std::move(title)}, {"kind", kind}};
    if (!diagnostics.empty()) action["diagnostics"] = std::move(diagnostics);
    if (server_.client().resolvesActionEdits)
      action["data"] = encode(data);
    else if (auto edit = editOf(server_, snapshot_, data))
      action["edit"] = workspaceEdit(server_, *edit);
    return actions_.emplace_back(std::move(action)).get_object();
  }

  /// A finding as the client knows it, so that it can tell which of its own is meant.
  json::value diagnosticOf(const lint::PlacedFinding& placed) const {
    Range range = rangeOf(server_, snapshot_, spanOf(placed));
    for (const json::value& known : context().diagnostics.value_or(std::vector<json::value>{})) {
      const json::object* object = known.if_object();
      const json::value* code = object ? object->if_contains("code") : nullptr;
      const json::value* place = object ? object->if_contains("range") : nullptr;
      if (code && place && code->is_string() && code->get_string() == placed.finding->rule->id &&
          *place == encode(range))
        return known;
    }
    std::string written;
    appendDiagnostic(written, server_.client(), uri_, snapshot_, placed);
    return json::parse(written);
  }

  text::Span spanOf(const lint::PlacedFinding& placed) const {
    return snapshot_.map.absolute(placed.block, placed.finding->span);
  }

  void quickFixes() {
    for (const lint::PlacedFinding& placed : findings_) {
      text::Span span = spanOf(placed);
      if (!span.overlaps(span_)) continue;
      std::uint32_t number = 0;
      for (const lint::Fix& fix : snapshot_.fixes(placed)) {
        ActionData action = data("fix");
        action.rule = std::string(placed.finding->rule->id);
        action.number = number++;
        action.start = span.start;
        action.end = span.end;
        json::object& added =
            add(server_.say(fix.title, fix.arguments), quickFix, action, {diagnosticOf(placed)});
        if (fix.preferred) added["isPreferred"] = true;
      }
      mendedByRefactoring(placed);
    }
  }

  /// What makes a whole file is a refactoring, and for some rules the way to mend them.
  void mendedByRefactoring(const lint::PlacedFinding& placed) {
    for (const features::Refactoring* refactoring : features::allRefactorings()) {
      if (refactoring->id != placed.finding->rule->refactoring) continue;
      auto request = refactorRequest(server_, uri_, snapshot_, spanOf(placed));
      for (const features::RefactorOffer& offer : refactoring->offers(request)) {
        if (offer.disabled) continue;
        ActionData action = data(std::string(refactoring->id));
        action.variant = offer.variant;
        action.start = spanOf(placed).start;
        action.end = spanOf(placed).end;
        add(server_.say(offer.title.message, offer.title.arguments), quickFix, action,
            {diagnosticOf(placed)});
        mending_.insert(refactoring->id);
      }
    }
  }

  bool hasFix(const lint::PlacedFinding& placed, bool lint::Fix::*kind) const {
    return std::ranges::any_of(snapshot_.fixes(placed), kind);
  }

  /// For each rule that speaks here and has more than one finding to mend.
  void fixAllOfARule() {
    for (const lint::Rule* rule : lint::allRules()) {
      json::array here;
      int mendable = 0;
      for (const lint::PlacedFinding& placed : findings_) {
        if (placed.finding->rule != rule) continue;
        bool inRange = spanOf(placed).overlaps(span_);
        if ((!inRange && mendable > 1) || !hasFix(placed, &lint::Fix::preferred)) continue;
        ++mendable;
        if (inRange) here.push_back(diagnosticOf(placed));
      }
      if (here.empty() || mendable < 2) continue;
      ActionData action = data("fixAll");
      action.rule = std::string(rule->id);
      std::string language(locale::nameOf(snapshot_.map.language));
      add(server_.say(rule->fixAll, {{"rule", *action.rule}, {"language", language}}), quickFix,
          action, std::move(here));
    }
  }

  bool anySafeFix() const {
    return std::ranges::any_of(findings_, [&](const lint::PlacedFinding& placed) {
      return hasFix(placed, &lint::Fix::safe);
    });
  }

  void offersOf(const features::Refactoring& refactoring,
                const features::RefactorRequest& request) {
    for (const features::RefactorOffer& offer : refactoring.offers(request)) {
      std::string title = server_.say(offer.title.message, offer.title.arguments);
      if (offer.disabled) {
        // The reason is for those who look for refactorings.
        if (!asked(refactoring.kind) || !server_.client().disabledActions) continue;
        std::string reason = server_.say(offer.disabled->message, offer.disabled->arguments);
        actions_.push_back(
            {{"title", title}, {"kind", refactoring.kind}, {"disabled", {{"reason", reason}}}});
        continue;
      }
      if (mending_.contains(refactoring.id)) continue;  // it stands among the quick fixes
      ActionData action = data(std::string(refactoring.id));
      action.variant = offer.variant;
      add(std::move(title), refactoring.kind, action);
    }
  }

  const Server& server_;
  const CodeActionParams& params_;
  const std::string& uri_;
  const Snapshot& snapshot_;
  text::Span span_;
  std::vector<lint::PlacedFinding> findings_ = snapshot_.findings();
  json::array actions_;
  std::set<std::string_view> mending_;  // refactorings that are offered for a finding here
};

json::value codeActions(Server& server, const json::value& params) {
  auto p = decoded<CodeActionParams>(params);
  Menu menu(server, p);
  if (!server.client().codeActionLiterals) return json::array{};
  return menu.collect();
}

json::value resolve(Server& server, const json::value& params) {
  auto data = decoded<ResolveParams>(params).data;
  if (!data) return params;  // it came with its edit
  auto action = decoded<ActionData>(*data);
  const Snapshot* now = server.documentIfOpen(action.uri);
  auto edit = now && now->version == action.version ? editOf(server, *now, action) : std::nullopt;
  if (!edit)
    throw RequestError(ErrorCode::ContentModified,
                       "the document has changed since this action was offered: ask again");
  json::object resolved = params.get_object();
  resolved["edit"] = workspaceEdit(server, *edit);
  return resolved;
}

json::value executeCommand(Server& server, const json::value& params) {
  auto p = decoded<ExecuteCommandParams>(params);
  if (p.command != openPreview)
    throw RequestError(ErrorCode::InvalidParams, "there is no command " + p.command);
  if (!p.arguments || p.arguments->empty() || !p.arguments->front().is_string())
    throw RequestError(ErrorCode::InvalidParams, "journey.openPreview takes the document's URI");
  return server.openInBrowser(std::string(p.arguments->front().get_string()));
}

json::array kinds() {
  json::array out{quickFix, fixAllKind, organizeKind};
  for (const features::Refactoring* refactoring : features::allRefactorings())
    if (std::ranges::find(out, json::value(refactoring->kind)) == out.end())
      out.emplace_back(refactoring->kind);
  return out;
}

constexpr Method all[] = {
    {"textDocument/codeAction", codeActions, true,
     [](json::object& c, const Server&) {
       c["codeActionProvider"] = {{"codeActionKinds", kinds()}};
     }},
    {"codeAction/resolve", resolve, true,
     [](json::object& c, const Server&) {
       c["codeActionProvider"].get_object()["resolveProvider"] = true;
     },
     true},
    {"workspace/executeCommand", executeCommand, true,
     [](json::object& c, const Server& s) {
       if (!s.client().showsPreview) c["executeCommandProvider"] = {{"commands", {openPreview}}};
     }},
};

}  // namespace

std::span<const Method> methods::actions() { return all; }

}  // namespace journey::lsp
