// Which phase of a phase model a title denotes (domain.md (d)).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "locale/vocabulary.hpp"

namespace journey::model {

/// A title without numbering, #, emoji and final punctuation, folded: what names are compared by.
std::string bareTitle(std::string_view title);

/// The place of a phase in a model, from a title in the document's language, else in English;
/// nullopt for a title that names none of them.
std::optional<std::size_t> phaseInModel(std::string_view title, const locale::PhaseModel& model,
                                        locale::Language language);

/// For each of some models the place, or −1.
std::vector<std::int16_t> phaseInModels(std::string_view title,
                                        std::span<const locale::PhaseModel> models,
                                        locale::Language language);

}  // namespace journey::model
