// Refactorings taken at a `$0`; what is between two of them is selected.
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "features/refactor/refactorings.hpp"
#include "support/findings.hpp"
#include "support/fixture.hpp"

namespace journey::test {

struct Refactored {
  std::string text;  // of the file asked about
  std::vector<features::NewFile> created;
  std::vector<std::string> others;  // the other files that changed, after it
};

/// A file of some maps, and what is asked about it.
struct RefactorFixture {
  workspace::SnapshotPtr snapshot;
  text::Span selection;
  std::string uri = "file:///maps/lunch.journey";
  workspace::View view;
  bool createsFiles = true;

  explicit RefactorFixture(std::string_view raw) {
    Fixture marked = fixture(dedented(raw));
    snapshot = snapshotOf(marked.text);
    selection = {marked.marks.front(), marked.marks.back()};
  }
  RefactorFixture& beside(std::string fileUri, std::string_view content) {
    auto other = snapshotOf(content);
    view.files.push_back(workspace::makeFile(std::move(fileUri), other->text,
                                             workspace::factsOf(other->text, other->map)));
    std::ranges::sort(view.files, {}, [](const workspace::FilePtr& f) { return f->key; });
    return *this;
  }
  /// A map that lies on disk and is not known yet.
  RefactorFixture& unread(std::string fileUri, std::string_view content) {
    onDisk = [fileUri = std::move(fileUri),
              other = snapshotOf(content)](const std::string& wanted) -> workspace::FilePtr {
      if (wanted != fileUri) return nullptr;
      return workspace::makeFile(fileUri, other->text, workspace::factsOf(other->text, other->map));
    };
    return *this;
  }
  std::function<workspace::FilePtr(const std::string&)> onDisk;
  features::RefactorRequest request() const {
    return {*snapshot,    uri,   selection, std::make_shared<const workspace::View>(view),
            createsFiles, onDisk};
  }

  /// The titles offered, in English; those that cannot be taken with the reason behind them.
  std::vector<std::string> offers(const features::Refactoring& refactoring) const {
    auto say = [](const features::Phrase& p) {
      return locale::say(p.message, locale::Language::En, p.arguments);
    };
    std::vector<std::string> out;
    for (const features::RefactorOffer& offer : refactoring.offers(request()))
      out.push_back(say(offer.title) + (offer.disabled ? " ✗ " + say(*offer.disabled) : ""));
    return out;
  }

  Refactored take(const features::Refactoring& refactoring, std::string_view variant = {}) const {
    for (const features::RefactorOffer& offer : refactoring.offers(request())) {
      if (offer.variant != variant) continue;
      REQUIRE_FALSE(offer.disabled);
      features::WorkspaceEdit edit = refactoring.edit(request(), offer);
      Refactored out{snapshot->text.str(), edit.created, {}};
      for (const features::FileEdits& file : edit.files) {
        std::uint32_t at = 0;
        for (const lint::TextEdit& e : file.edits) {
          REQUIRE(e.span.start >= at);
          REQUIRE(e.span.end <= file.text.size());
          at = e.span.end;
        }
        std::string after = lint::applied(file.text, file.edits);
        CHECK_FALSE(snapshotOf(after)->tree.hasError());
        if (file.uri == uri) {
          CHECK(file.version == snapshot->version);
          out.text = after;
        } else {
          out.others.push_back(after);
        }
      }
      return out;
    }
    FAIL("there is no offer " << variant);
    return {};
  }
};

inline void expectRefactored(const features::Refactoring& refactoring, std::string_view variant,
                             std::string_view before, std::string_view after) {
  CHECK(RefactorFixture(before).take(refactoring, variant).text == dedented(after));
}

}  // namespace journey::test
