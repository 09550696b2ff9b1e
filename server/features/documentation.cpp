#include "features/documentation.hpp"

#include <algorithm>

#include "features/hover.hpp"
#include "lint/journeys.hpp"
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
std::string phaseList(const locale::PhaseModel& model, Language language,
                      std::string_view bold = {}) {
  std::string out;
  for (std::size_t p = 0; p < model.phases.size(); ++p) {
    std::string name = escapeMarkdown(model.phases[p].in(language).front());
    if (model.phases[p].id == bold) name = "**" + name + "**";
    out += (p == 0 ? "" : "\n") + std::to_string(p + 1) + ". " + name;
  }
  return out;
}

std::string aboutPhase(const Snapshot& snapshot, std::string_view modelId, std::string_view id,
                       Language language) {
  const locale::PhaseModel* model = snapshot.map.conventions->modelNamed(modelId);
  if (!model) return {};
  auto found = std::ranges::find(model->phases, id, &locale::ModelPhase::id);
  if (found == model->phases.end()) return {};
  return locale::say(Message::hover_model_phase, language,
                     {{"number", std::to_string(found - model->phases.begin() + 1)},
                      {"count", std::to_string(model->phases.size())},
                      {"model", std::string(model->id)}}) +
         "\n\n" + phaseList(*model, snapshot.map.language, id);
}

/// What hovering over a block's title tells.
std::string aboutBlock(const Snapshot& snapshot, Construct head, std::string_view title,
                       Language language) {
  std::string folded = text::fold(title);
  for (model::BlockIndex i = 0; i < snapshot.map.blocks.size(); ++i) {
    const model::Block& block = snapshot.map.block(i);
    if (!block.hasHead() || block.head().construct != head) continue;
    if (text::fold(lint::oneLine(block.title())) != folded) continue;
    auto told = hover(snapshot, snapshot.map.absolute(i, block.head().body).start, language);
    return told ? told->text : std::string();
  }
  return {};
}

std::string aboutSkeleton(const Snapshot& snapshot, std::string_view rest) {
  Skeleton skeleton;
  auto language = locale::languageFromTag(taken(rest));
  auto head = syntax::constructNamed(taken(rest));
  if (!language || !head) return {};
  skeleton = {*head, *language, snapshot.map.conventions->modelNamed(rest)};
  return "```journey\n" + plainTextOf(skeleton) + "\n```";
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
  return "phase:" + std::string(model.id) + ':' + std::string(phase.id);
}
std::string about::model(const locale::PhaseModel& model) {
  return "model:" + std::string(model.id);
}
std::string about::block(Construct head, std::string_view title) {
  return "block:" + std::string(syntax::nameOf(head)) + ':' + std::string(title);
}

std::string documentation(const Snapshot& snapshot, std::string_view about, Language language) {
  std::string_view kind = taken(about);
  if (kind == "keyword") {
    auto construct = syntax::constructNamed(about);
    return construct && *construct != Construct::Unknown ? aboutConstruct(*construct, language)
                                                         : std::string();
  }
  if (kind == "skeleton") return aboutSkeleton(snapshot, about);
  if (kind == "phase") {
    std::string_view model = taken(about);
    return aboutPhase(snapshot, model, about, language);
  }
  if (kind == "model") {
    const locale::PhaseModel* model = snapshot.map.conventions->modelNamed(about);
    return model ? phaseList(*model, snapshot.map.language) : std::string();
  }
  if (kind == "block") {
    auto head = syntax::constructNamed(taken(about));
    return head ? aboutBlock(snapshot, *head, about, language) : std::string();
  }
  return {};
}

std::string withoutMarkdown(std::string_view markdown) {
  std::string out;
  bool fenced = false;
  while (!markdown.empty()) {
    std::size_t end = std::min(markdown.find('\n'), markdown.size());
    std::string_view line = markdown.substr(0, end);
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
    if (line.starts_with("```")) {
      fenced = !fenced;
      continue;
    }
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (!fenced && line[i] == '\\' && i + 1 < line.size()) {
        out += line[++i];
      } else if (!fenced && line.substr(i).starts_with("![")) {
        // A picture has no words but those in its brackets, and it may be long.
        std::size_t close = line.find("](", i);
        std::size_t last = close == line.npos ? close : line.find(')', close);
        if (last == line.npos) {
          out += line[i];
          continue;
        }
        out += line.substr(i + 2, close - i - 2);
        i = last;
      } else if (fenced || (line[i] != '*' && line[i] != '`')) {
        out += line[i];
      }
    }
    while (!fenced && out.ends_with(' ')) out.pop_back();
    out += '\n';
  }
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

}  // namespace journey::features
