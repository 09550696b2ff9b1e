// What an item of completion means, told when somebody looks at it.
// LSP 3.17: completionItem/resolve
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "features/prose.hpp"
#include "features/skeleton.hpp"
#include "locale/language.hpp"
#include "workspace/snapshot.hpp"

namespace journey::features {

/// What an item is about, in a form that can be kept with it. Empty for items that say all
/// themselves.
namespace about {
std::string keyword(model::Construct construct);
std::string skeleton(const Skeleton& skeleton);
std::string phase(const locale::PhaseModel& model, const locale::ModelPhase& phase);
std::string model(const locale::PhaseModel& model);
std::string rule(std::string_view id);
/// A persona or touchpoint by its title.
std::string block(model::Construct head, std::string_view title);
}  // namespace about

/// In the language of the person; empty if `about` names nothing that is there (any more).
std::string documentation(const workspace::Snapshot& snapshot, std::string_view about,
                          locale::Language language, Markup markup = Markup::Markdown);

}  // namespace journey::features
