// What a client says of itself in `initialize`, read once: the rest of the server asks here.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "features/prose.hpp"
#include "locale/language.hpp"
#include "lsp/codec.hpp"
#include "text/encoding.hpp"

namespace journey::lsp {

/// A command that an editor may have: shows places that belong to one place as a list. Its
/// arguments are those of VS Code's own: the document, the position, the locations.
inline constexpr std::string_view showReferences = "journey.showReferences";

/// textDocument.completion
struct CompletionSupport {
  bool filters = false;  // knows what came after LSP 3.15, and matches by filterText, as it should
  bool snippets = false;
  bool indentsSnippets = false;  // can be told to indent the lines of one like its first
  bool commitCharacters = false;
  bool preselect = false;
  bool insertReplace = false;
  bool labelDetails = false;
  features::Markup markup = features::Markup::Plain;  // of documentation
  bool namesMarkup = false;                           // takes documentation that says which it is
  bool lazyDocumentation = false;                     // asks completionItem/resolve
  bool lazyDetail = false;
  // What a list may say for all its items:
  bool listRange = false;
  bool listCommitCharacters = false;
  bool listTextFormat = false;
};

/// What the client said of itself in `initialize`.
struct Client {
  text::PositionEncoding encoding = text::PositionEncoding::Utf16;
  locale::Language language = locale::Language::En;
  CompletionSupport completion;
  bool formatsRanges = false;  // several in one request
  bool hierarchicalSymbols = false;
  bool codeActionLiterals = false;
  bool disabledActions = false;      // shows actions that cannot be taken, with the reason
  bool resolvesActionEdits = false;  // asks for an action's edit when it is taken
  bool documentChanges = false;
  bool createsFiles = false;  // in a WorkspaceEdit
  bool relatedInformation = false;
  bool codeDescriptions = false;                         // a diagnostic's code may lead somewhere
  unsigned tags = 0;                                     // of diagnostics, a bit for each lint::Tag
  features::Markup markup = features::Markup::Markdown;  // in hovers
  std::size_t mostFolds = ~std::size_t{0};
  bool foldText = false;            // may say what is folded
  bool hintsResolve = false;        // asks for a hint's tooltip when it shows it
  bool coloursWithGrammar = false;  // semantic tokens come on top of it
  bool showsReferences = false;     // has the command that shows a list of places
  bool showDocument = false;
  bool showsPreview = false;  // by itself, fed by messages
  bool pullsDiagnostics = false;
  bool definitionLinks = false;  // LocationLink, with the name under the cursor
  bool declarationLinks = false;
  bool preparesRename = false;
  bool linkTooltips = false;
  bool resolvesSymbols = false;  // asks for the range of a workspace symbol when it is wanted
  bool configuration = false;    // answers workspace/configuration
  bool watchesFiles = false;     // takes a registration for didChangeWatchedFiles
  bool registersConfiguration = false;
  bool progress = false;  // window/workDoneProgress
  // Asks anew when told that answers may have changed:
  bool refreshesDiagnostics = false;
  bool refreshesLenses = false;
  bool refreshesTokens = false;
  bool refreshesHints = false;
  /// URI of the folder with the rules' pages, with its last slash; empty: there is none.
  std::string rulePages;
};

/// Of the params of `initialize`. What is missing or of the wrong type counts as not said.
Client readClient(const json::value& params);

/// The protocol's name for an encoding.
std::string_view nameOf(text::PositionEncoding encoding);

}  // namespace journey::lsp
