// One version of a document with all that is known about it. Immutable; readers keep it as long as
// they like while newer ones are made.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lint.hpp"
#include "model/map.hpp"
#include "syntax/tree.hpp"
#include "text/text.hpp"
#include "workspace/project.hpp"

namespace journey::workspace {

struct Snapshot {
  std::int64_t version = 0;
  text::Text text;
  syntax::Tree tree;
  model::Map map;
  lint::Report report;
  lint::Context context;
  ProjectPtr project = defaultProject();

  std::vector<lint::PlacedFinding> findings() const { return lint::findings(map, report, context); }
  std::vector<lint::Fix> fixes(const lint::PlacedFinding& finding) const {
    return lint::fixesFor(text, map, finding, context);
  }
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// `project` may be null: the default one. `library` may be null: no personas from elsewhere.
SnapshotPtr read(text::Text text, std::int64_t version, ProjectPtr project,
                 lint::LibraryPtr library = nullptr, lint::SurroundingsPtr surroundings = nullptr);

/// The same version with other files around it: only the rules run again.
SnapshotPtr recheck(const Snapshot& before, lint::SurroundingsPtr surroundings);

/// One replacement; `span` in bytes of the text as the replacements before it left it.
struct Replacement {
  text::Span span;
  std::string text;
};

/// Replacements done one after the other to a text, and the one edit that covers them all.
class EditedText {
 public:
  explicit EditedText(text::Text text) : text_(std::move(text)) {}
  void replace(text::Span span, std::string_view with);
  const text::Text& text() const { return text_; }
  bool changed() const { return changed_; }
  const syntax::Edit& edit() const { return edit_; }

 private:
  text::Text text_;
  syntax::Edit edit_;
  bool changed_ = false;
};

/// The next version. What the edit did not touch is shared with `before`, unless the project is
/// another: then all is read anew. Another library alone runs only the rules again. For a text that
/// stays as it is, give `EditedText(before->text)`.
SnapshotPtr update(const SnapshotPtr& before, const EditedText& edited, std::int64_t version,
                   ProjectPtr project, lint::LibraryPtr library = nullptr);

}  // namespace journey::workspace
