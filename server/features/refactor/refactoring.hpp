// What a refactoring is: offers for a place in a map, and the edit of one of them, made when
// somebody takes it. LSP 3.17: textDocument/codeAction, refactor.*
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/edits.hpp"
#include "locale/message.hpp"
#include "workspace/snapshot.hpp"
#include "workspace/view.hpp"

namespace journey::features {

struct RefactorRequest {
  const workspace::Snapshot& snapshot;
  std::string uri;
  text::Span selection;       // empty: a cursor
  workspace::ViewPtr view;    // the other files; never null
  bool createsFiles = false;  // the client can make new ones
  /// A map that the view does not have: while folders are still read, or outside of them. Empty:
  /// there are none.
  std::function<workspace::FilePtr(const std::string& uri)> onDisk = {};

  /// The file of a URI, wherever it is known from; nullptr if there is none.
  workspace::FilePtr find(const std::string& fileUri) const;
};

struct Phrase {
  locale::Message message;
  locale::Arguments arguments;
};

struct RefactorOffer {
  Phrase title;
  std::string variant;             // tells the offers of one refactoring apart
  std::optional<Phrase> disabled;  // why it cannot be taken here
};

struct Refactoring {
  std::string_view id;
  std::string_view kind;  // as the protocol names it
  std::vector<RefactorOffer> (*offers)(const RefactorRequest&);
  /// For an offer of that request that is not disabled.
  WorkspaceEdit (*edit)(const RefactorRequest&, const RefactorOffer&);
};

/// Edits of the file that was asked about.
inline WorkspaceEdit editHere(const RefactorRequest& r, std::vector<lint::TextEdit> edits) {
  return {{{r.uri, r.snapshot.version, r.snapshot.text, std::move(edits)}}, {}};
}

}  // namespace journey::features
