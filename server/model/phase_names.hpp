// Which phase of a phase model a title denotes (domain.md (d)).
//
// A title is read as words. It denotes a phase if it holds one of the phase's names, or a form of
// what the phase means («placing the order», «Jag köper»), as whole words or as a compound made of
// one («bewustwordingsfase», «Kundenbindung»); of several the first, unless they lie far apart.
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

/// A title's place in a phase model.
struct PhasePlace {
  std::int16_t place = -1;  // −1: it names none of the phases
  bool byName = false;      // by one of the phase's names; else by what it means
  bool operator==(const PhasePlace&) const = default;
};

/// The place of a phase in a model, from a title in the document's language, else in English;
/// nullopt for a title that names none of them.
std::optional<std::size_t> phaseInModel(std::string_view title, const locale::PhaseModel& model,
                                        locale::Language language);

/// In each of some models.
std::vector<PhasePlace> phaseInModels(std::string_view title,
                                      std::span<const locale::PhaseModel> models,
                                      locale::Language language);

}  // namespace journey::model
