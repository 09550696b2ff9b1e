#include "features/documentation.hpp"

#include <algorithm>

#include "features/hover.hpp"
#include "lint/journeys.hpp"
#include "locale/rule_text.hpp"
#include "text/unicode.hpp"

namespace journey::features {

namespace {

using locale::Language;
using locale::Message;
using model::Construct;
using workspace::Snapshot;

/// Takes what stands before the next colon.
std::string_view taken(std::string_view& from) {
  std::size_t end = std::min(from.find(':'), from.size());
  std::string_view part = from.substr(0, end);
  from.remove_prefix(std::min(end + 1, from.size()));
  return part;
}

std::string aboutConstruct(Construct c, Language language) {
  return locale::say(static_cast<Message>(static_cast<std::size_t>(Message::about_journey) +
                                          static_cast<std::size_t>(c)),
                     language);
}

/// The phases of a model in order, one of them in bold.
void listPhases(Prose& prose, const locale::PhaseModel& model, Language language,
                std::string_view bold = {}) {
  for (std::size_t p = 0; p < model.phases.size(); ++p) {
    std::string_view name = model.phases[p].in(language).front();
    prose.raw(p == 0 ? "" : "\n").raw(std::to_string(p + 1)).raw(". ");
    if (model.phases[p].id == bold)
      prose.bold(name);
    else
      prose.text(name);
  }
}

void aboutPhase(Prose& prose, const Snapshot& snapshot, std::string_view modelId,
                std::string_view id, Language language) {
  const locale::PhaseModel* model = snapshot.map.conventions->modelNamed(modelId);
  if (!model) return;
  auto found = std::ranges::find(model->phases, id, &locale::ModelPhase::id);
  if (found == model->phases.end()) return;
  prose.raw(locale::say(Message::hover_model_phase, language,
                        {{"number", std::to_string(found - model->phases.begin() + 1)},
                         {"count", std::to_string(model->phases.size())},
                         {"model", std::string(model->id)}}));
  prose.paragraph();
  listPhases(prose, *model, snapshot.map.language, id);
}

/// What hovering over a block's title tells.
void aboutBlock(Prose& prose, const Snapshot& snapshot, Construct head, std::string_view title,
                Language language, Markup markup) {
  std::string folded = text::fold(title);
  for (model::BlockIndex i = 0; i < snapshot.map.blocks.size(); ++i) {
    const model::Block& block = snapshot.map.block(i);
    if (!block.hasHead() || block.head().construct != head) continue;
    if (text::fold(lint::oneLine(block.title())) != folded) continue;
    std::uint32_t at = snapshot.map.absolute(i, block.head().body).start;
    if (auto told = hover(snapshot, at, language, markup)) prose.raw(told->text);
    return;
  }
}

void aboutSkeleton(Prose& prose, const Snapshot& snapshot, std::string_view rest, Markup markup) {
  auto language = locale::languageFromTag(taken(rest));
  auto head = syntax::constructNamed(taken(rest));
  if (!language || !head || !syntax::opensBlock(*head)) return;
  std::string lines = plainTextOf({*head, *language, snapshot.map.conventions->modelNamed(rest)});
  if (markup == Markup::Plain)
    prose.raw(lines);
  else
    prose.raw("```journey\n").raw(lines).raw("\n```");
}

}  // namespace

std::string about::keyword(Construct construct) {
  return "keyword:" + std::string(syntax::nameOf(construct));
}
std::string about::skeleton(const Skeleton& skeleton) {
  return "skeleton:" + std::string(locale::codeOf(skeleton.language)) + ':' +
         std::string(syntax::nameOf(skeleton.head)) + ':' +
         std::string(skeleton.model ? skeleton.model->id : "");
}
std::string about::phase(const locale::PhaseModel& model, const locale::ModelPhase& phase) {
  return "phase:" + std::string(phase.id) + ':' + std::string(model.id);
}
std::string about::model(const locale::PhaseModel& model) {
  return "model:" + std::string(model.id);
}
std::string about::rule(std::string_view id) { return "rule:" + std::string(id); }
std::string about::block(Construct head, std::string_view title) {
  return "block:" + std::string(syntax::nameOf(head)) + ':' + std::string(title);
}

std::string documentation(const Snapshot& snapshot, std::string_view about, Language language,
                          Markup markup) {
  Prose prose(markup);
  std::string_view kind = taken(about);
  if (kind == "keyword") {
    auto construct = syntax::constructNamed(about);
    if (construct && *construct != Construct::Unknown)
      prose.raw(aboutConstruct(*construct, language));
  } else if (kind == "skeleton") {
    aboutSkeleton(prose, snapshot, about, markup);
  } else if (kind == "phase") {
    std::string_view phase = taken(about);
    aboutPhase(prose, snapshot, about, phase, language);
  } else if (kind == "model") {
    if (const locale::PhaseModel* model = snapshot.map.conventions->modelNamed(about))
      listPhases(prose, *model, snapshot.map.language);
  } else if (kind == "rule") {
    if (const locale::RuleText* text = locale::ruleText(about, language))
      prose.raw(text->what).paragraph().raw(text->why);
  } else if (kind == "block") {
    if (auto head = syntax::constructNamed(taken(about)))
      aboutBlock(prose, snapshot, *head, about, language, markup);
  }
  return prose.str();
}

}  // namespace journey::features
