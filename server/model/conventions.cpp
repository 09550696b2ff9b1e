#include "model/conventions.hpp"

#include <algorithm>
#include <deque>

#include "text/unicode.hpp"

namespace journey::model {

using locale::languageCount;

/// Owns what the views of the models look at.
struct PhaseModels::Store {
  std::vector<OwnModel> own;
  std::deque<std::vector<std::string_view>> words;
  std::deque<std::array<locale::Words, languageCount>> names;
  std::deque<std::vector<locale::ModelPhase>> phases;
  std::vector<locale::PhaseModel> all;
};

PhaseModels::PhaseModels(std::vector<OwnModel> own) {
  auto store = std::make_shared<Store>();
  store->own = std::move(own);
  for (const OwnModel& model : store->own) {
    std::vector<locale::ModelPhase> phases;
    for (const OwnPhase& phase : model.phases) {
      // English stands first in the list of languages.
      auto other = std::ranges::find_if(phase.names, [](const auto& n) { return !n.empty(); });
      if (other == phase.names.end()) continue;
      auto& names = store->names.emplace_back();
      for (std::size_t l = 0; l < languageCount; ++l) {
        const auto& written = phase.names[l].empty() ? *other : phase.names[l];
        names[l] = store->words.emplace_back(written.begin(), written.end());
      }
      phases.push_back({other->front(), names});
    }
    if (phases.empty()) continue;
    store->all.push_back({model.id, store->phases.emplace_back(std::move(phases))});
  }
  std::ranges::copy(locale::phaseModels(), std::back_inserter(store->all));
  store_ = std::move(store);
}

std::span<const locale::PhaseModel> PhaseModels::all() const { return store_->all; }

const locale::PhaseModel* PhaseModels::find(std::string_view id) const {
  std::string folded = text::fold(id);
  for (const locale::PhaseModel& model : all())
    if (text::fold(model.id) == folded) return &model;
  return nullptr;
}

const ConventionsPtr& defaultConventions() {
  static const ConventionsPtr conventions = std::make_shared<const Conventions>();
  return conventions;
}

}  // namespace journey::model
