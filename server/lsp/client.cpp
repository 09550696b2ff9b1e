#include "lsp/client.hpp"

#include <algorithm>

#include "lint/rule.hpp"
#include "lsp/json_path.hpp"

namespace journey::lsp {

namespace {

text::PositionEncoding chooseEncoding(const json::value& offered) {
  using text::PositionEncoding;
  // UTF-8 is what the text is kept in.
  if (holds(offered, "utf-8")) return PositionEncoding::Utf8;
  if (holds(offered, "utf-16") || !holds(offered, "utf-32")) return PositionEncoding::Utf16;
  return PositionEncoding::Utf32;
}

/// The first format of the client's that we know. Pictures show where Markdown becomes HTML: the
/// client then names a parser made for that, and is no terminal.
features::Markup readMarkup(const json::value& params) {
  const json::value& formats = at(params, "capabilities.textDocument.hover.contentFormat");
  if (formats.is_array())
    for (const json::value& format : formats.get_array()) {
      if (format.is_string() && format.get_string() == "plaintext") return features::Markup::Plain;
      if (format.is_string() && format.get_string() == "markdown") break;
    }
  const json::value& parser = at(params, "capabilities.general.markdown.parser");
  const json::value& name = at(params, "clientInfo.name");
  bool terminal = name.is_string() && name.get_string() == "coc.nvim";
  bool html = parser.is_string() && parser.get_string() == "marked" && !terminal;
  return html ? features::Markup::MarkdownWithPictures : features::Markup::Markdown;
}

CompletionSupport readCompletion(const json::value& completion) {
  const json::value& item = at(completion, "completionItem");
  const json::value& resolved = at(item, "resolveSupport.properties");
  const json::value& defaults = at(completion, "completionList.itemDefaults");
  CompletionSupport out;
  out.snippets = isTrue(at(item, "snippetSupport"));
  constexpr int adjustIndentation = 2;  // InsertTextMode
  if (const json::value& modes = at(item, "insertTextModeSupport.valueSet"); modes.is_array())
    out.indentsSnippets = std::ranges::find(modes.get_array(), json::value(adjustIndentation)) !=
                          modes.get_array().end();
  out.commitCharacters = isTrue(at(item, "commitCharactersSupport"));
  out.preselect = isTrue(at(item, "preselectSupport"));
  out.insertReplace = isTrue(at(item, "insertReplaceSupport"));
  out.labelDetails = isTrue(at(item, "labelDetailsSupport"));
  if (const json::value& formats = at(item, "documentationFormat"); formats.is_array()) {
    out.namesMarkup = !formats.get_array().empty();
    if (out.namesMarkup && formats.get_array().front() == "markdown")
      out.markup = features::Markup::Markdown;
  }
  out.lazyDocumentation = holds(resolved, "documentation");
  out.lazyDetail = holds(resolved, "detail");
  out.filters = out.insertReplace || out.labelDetails || resolved.is_array();
  out.listRange = holds(defaults, "editRange");
  out.listCommitCharacters = holds(defaults, "commitCharacters");
  out.listTextFormat = holds(defaults, "insertTextFormat");
  return out;
}

}  // namespace

std::string_view nameOf(text::PositionEncoding encoding) {
  switch (encoding) {
    case text::PositionEncoding::Utf8:
      return "utf-8";
    case text::PositionEncoding::Utf16:
      return "utf-16";
    case text::PositionEncoding::Utf32:
      return "utf-32";
  }
  return "utf-16";
}

Client readClient(const json::value& params) {
  Client client;
  const json::value& capabilities = at(params, "capabilities");
  client.encoding = chooseEncoding(at(capabilities, "general.positionEncodings"));
  if (const json::value& tag = at(params, "locale"); tag.is_string())
    client.language = locale::languageFromTag(tag.get_string()).value_or(locale::Language::En);
  client.completion = readCompletion(at(capabilities, "textDocument.completion"));
  client.formatsRanges = isTrue(at(capabilities, "textDocument.rangeFormatting.rangesSupport"));
  client.hierarchicalSymbols =
      isTrue(at(capabilities, "textDocument.documentSymbol.hierarchicalDocumentSymbolSupport"));
  client.codeActionLiterals =
      at(capabilities, "textDocument.codeAction.codeActionLiteralSupport").is_object();
  client.disabledActions = isTrue(at(capabilities, "textDocument.codeAction.disabledSupport"));
  client.resolvesActionEdits =
      isTrue(at(capabilities, "textDocument.codeAction.dataSupport")) &&
      holds(at(capabilities, "textDocument.codeAction.resolveSupport.properties"), "edit");
  client.documentChanges = isTrue(at(capabilities, "workspace.workspaceEdit.documentChanges"));
  client.createsFiles =
      client.documentChanges &&
      holds(at(capabilities, "workspace.workspaceEdit.resourceOperations"), "create");
  client.pullsDiagnostics = at(capabilities, "textDocument.diagnostic").is_object();
  // Since 3.18 a client may say it of pulled diagnostics too; until then the same holds for both.
  auto ofDiagnostics = [&](const std::string& name) -> const json::value& {
    const json::value& pulled = at(capabilities, "textDocument.diagnostic." + name);
    return pulled.is_null() ? at(capabilities, "textDocument.publishDiagnostics." + name) : pulled;
  };
  client.relatedInformation = isTrue(ofDiagnostics("relatedInformation"));
  client.codeDescriptions = isTrue(ofDiagnostics("codeDescriptionSupport"));
  if (const json::value& tags = ofDiagnostics("tagSupport.valueSet"); tags.is_array())
    for (const json::value& tag : tags.get_array())
      for (lint::Tag known : {lint::Tag::Unnecessary, lint::Tag::Deprecated})
        if (tag == static_cast<int>(known)) client.tags |= 1U << static_cast<unsigned>(known);
  client.showDocument = isTrue(at(capabilities, "window.showDocument.support"));
  client.definitionLinks = isTrue(at(capabilities, "textDocument.definition.linkSupport"));
  client.declarationLinks = isTrue(at(capabilities, "textDocument.declaration.linkSupport"));
  client.preparesRename = isTrue(at(capabilities, "textDocument.rename.prepareSupport"));
  client.linkTooltips = isTrue(at(capabilities, "textDocument.documentLink.tooltipSupport"));
  client.resolvesSymbols =
      holds(at(capabilities, "workspace.symbol.resolveSupport.properties"), "location.range");
  client.configuration = isTrue(at(capabilities, "workspace.configuration"));
  client.watchesFiles =
      isTrue(at(capabilities, "workspace.didChangeWatchedFiles.dynamicRegistration"));
  client.registersConfiguration =
      isTrue(at(capabilities, "workspace.didChangeConfiguration.dynamicRegistration"));
  client.progress = isTrue(at(capabilities, "window.workDoneProgress"));
  client.refreshesDiagnostics = isTrue(at(capabilities, "workspace.diagnostics.refreshSupport"));
  client.refreshesLenses = isTrue(at(capabilities, "workspace.codeLens.refreshSupport"));
  client.refreshesTokens = isTrue(at(capabilities, "workspace.semanticTokens.refreshSupport"));
  client.refreshesHints = isTrue(at(capabilities, "workspace.inlayHint.refreshSupport"));
  client.markup = readMarkup(params);
  const json::value& folding = at(capabilities, "textDocument.foldingRange");
  if (const json::value& limit = at(folding, "rangeLimit");
      limit.is_number() && limit.to_number<double>() >= 0)
    client.mostFolds = static_cast<std::size_t>(limit.to_number<double>());
  client.foldText = isTrue(at(folding, "foldingRange.collapsedText"));
  client.hintsResolve =
      holds(at(capabilities, "textDocument.inlayHint.resolveSupport.properties"), "tooltip");
  client.coloursWithGrammar =
      isTrue(at(capabilities, "textDocument.semanticTokens.augmentsSyntaxTokens"));
  client.showsReferences = holds(at(params, "initializationOptions.commands"), showReferences);
  const json::value& preview = at(params, "initializationOptions.preview");
  client.showsPreview = preview.is_string() && preview.get_string() == "messages";
  return client;
}

}  // namespace journey::lsp
