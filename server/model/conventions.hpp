// What a project settles about how its maps are read: their language, phase models and rows.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "locale/language.hpp"
#include "locale/vocabulary.hpp"

namespace journey::model {

/// A phase model of a project's own. A language without names takes the English ones, else the
/// first there are.
struct OwnPhase {
  std::array<std::vector<std::string>, locale::languageCount> names;  // the preferred name first
  bool operator==(const OwnPhase&) const = default;
};
struct OwnModel {
  std::string id;
  std::vector<OwnPhase> phases;
  bool operator==(const OwnModel&) const = default;
};

/// The project's own phase models, then the built-in ones. Cheap to copy; immutable.
class PhaseModels {
 public:
  /// Phases without any name, and models without phases, are left out.
  explicit PhaseModels(std::vector<OwnModel> own = {});

  std::span<const locale::PhaseModel> all() const;
  /// By id, case-insensitively; nullptr if there is none.
  const locale::PhaseModel* find(std::string_view id) const;

 private:
  struct Store;
  std::shared_ptr<const Store> store_;
};

struct Conventions {
  std::optional<locale::Language> language;  // of documents that do not show theirs
  std::string model;               // id, for journeys that name none; empty or one of phaseModels
  std::vector<std::string> lanes;  // names: keywords under touchpoints in every map
  PhaseModels phaseModels;

  std::span<const locale::PhaseModel> models() const { return phaseModels.all(); }
  const locale::PhaseModel* modelNamed(std::string_view id) const { return phaseModels.find(id); }
};
using ConventionsPtr = std::shared_ptr<const Conventions>;  // never null

/// Of maps that belong to no project.
const ConventionsPtr& defaultConventions();

}  // namespace journey::model
