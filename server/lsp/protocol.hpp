// The structs of the Language Server Protocol 3.17 that this server reads and writes, by the
// specification's names.
#pragma once

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lsp/codec.hpp"
#include "text/span.hpp"

namespace journey::text {
BOOST_DESCRIBE_STRUCT(Position, (), (line, character))
BOOST_DESCRIBE_STRUCT(Range, (), (start, end))
}  // namespace journey::text

namespace journey::lsp {

using text::Position;
using text::Range;

enum class ErrorCode : std::int32_t {
  ParseError = -32700,
  InvalidRequest = -32600,
  MethodNotFound = -32601,
  InvalidParams = -32602,
  InternalError = -32603,
  ServerNotInitialized = -32002,
  RequestFailed = -32803,
  RequestCancelled = -32800,
  ContentModified = -32801,
};

/// Thrown by a handler; becomes the reply's error.
struct RequestError : std::runtime_error {
  RequestError(ErrorCode code_, const std::string& message)
      : std::runtime_error(message), code(code_) {}
  ErrorCode code;
};

struct SetTraceParams {
  std::string value;
};
BOOST_DESCRIBE_STRUCT(SetTraceParams, (), (value))

struct TextDocumentIdentifier {
  std::string uri;
};
BOOST_DESCRIBE_STRUCT(TextDocumentIdentifier, (), (uri))

struct VersionedTextDocumentIdentifier {
  std::string uri;
  std::optional<std::int64_t> version;
};
BOOST_DESCRIBE_STRUCT(VersionedTextDocumentIdentifier, (), (uri, version))

struct TextDocumentItem {
  std::string uri;
  std::optional<std::int64_t> version;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(TextDocumentItem, (), (uri, version, text))

struct DidOpenTextDocumentParams {
  TextDocumentItem textDocument;
};
BOOST_DESCRIBE_STRUCT(DidOpenTextDocumentParams, (), (textDocument))

struct TextDocumentContentChangeEvent {
  std::optional<Range> range;  // none: the whole document
  std::string text;
};
BOOST_DESCRIBE_STRUCT(TextDocumentContentChangeEvent, (), (range, text))

struct DidChangeTextDocumentParams {
  VersionedTextDocumentIdentifier textDocument;
  std::vector<TextDocumentContentChangeEvent> contentChanges;
};
BOOST_DESCRIBE_STRUCT(DidChangeTextDocumentParams, (), (textDocument, contentChanges))

/// didClose, didSave, documentSymbol, foldingRange, codeLens: what they share.
struct TextDocumentParams {
  TextDocumentIdentifier textDocument;
};
BOOST_DESCRIBE_STRUCT(TextDocumentParams, (), (textDocument))

struct CompletionContext {
  std::optional<std::string> triggerCharacter;
};
BOOST_DESCRIBE_STRUCT(CompletionContext, (), (triggerCharacter))

struct CompletionParams {
  TextDocumentIdentifier textDocument;
  Position position;
  std::optional<CompletionContext> context;
};
BOOST_DESCRIBE_STRUCT(CompletionParams, (), (textDocument, position, context))

/// How deep to indent is not for the editor to say, so tabSize and insertSpaces are not read.
struct FormattingOptions {
  std::optional<bool> trimTrailingWhitespace;
  std::optional<bool> insertFinalNewline;
  std::optional<bool> trimFinalNewlines;
};
BOOST_DESCRIBE_STRUCT(FormattingOptions, (),
                      (trimTrailingWhitespace, insertFinalNewline, trimFinalNewlines))

struct DocumentFormattingParams {
  TextDocumentIdentifier textDocument;
  std::optional<FormattingOptions> options;
};
BOOST_DESCRIBE_STRUCT(DocumentFormattingParams, (), (textDocument, options))

struct DocumentRangeFormattingParams {
  TextDocumentIdentifier textDocument;
  Range range;
  std::optional<FormattingOptions> options;
};
BOOST_DESCRIBE_STRUCT(DocumentRangeFormattingParams, (), (textDocument, range, options))

struct DocumentRangesFormattingParams {
  TextDocumentIdentifier textDocument;
  std::vector<Range> ranges;
  std::optional<FormattingOptions> options;
};
BOOST_DESCRIBE_STRUCT(DocumentRangesFormattingParams, (), (textDocument, ranges, options))

struct DocumentOnTypeFormattingParams {
  TextDocumentIdentifier textDocument;
  Position position;
  std::string ch;
};
BOOST_DESCRIBE_STRUCT(DocumentOnTypeFormattingParams, (), (textDocument, position, ch))

struct TextDocumentPositionParams {
  TextDocumentIdentifier textDocument;
  Position position;
};
BOOST_DESCRIBE_STRUCT(TextDocumentPositionParams, (), (textDocument, position))

struct ReferenceContext {
  bool includeDeclaration = false;
};
BOOST_DESCRIBE_STRUCT(ReferenceContext, (), (includeDeclaration))

struct ReferenceParams {
  TextDocumentIdentifier textDocument;
  Position position;
  ReferenceContext context;
};
BOOST_DESCRIBE_STRUCT(ReferenceParams, (), (textDocument, position, context))

struct RenameParams {
  TextDocumentIdentifier textDocument;
  Position position;
  std::string newName;
};
BOOST_DESCRIBE_STRUCT(RenameParams, (), (textDocument, position, newName))

struct WorkspaceSymbolParams {
  std::string query;
};
BOOST_DESCRIBE_STRUCT(WorkspaceSymbolParams, (), (query))

struct CodeActionContext {
  std::optional<std::vector<json::value>> diagnostics;
  std::optional<std::vector<std::string>> only;
  std::optional<int> triggerKind;  // 1: somebody asked; 2: the client by itself
};
BOOST_DESCRIBE_STRUCT(CodeActionContext, (), (diagnostics, only, triggerKind))

struct CodeActionParams {
  TextDocumentIdentifier textDocument;
  Range range;
  std::optional<CodeActionContext> context;
};
BOOST_DESCRIBE_STRUCT(CodeActionParams, (), (textDocument, range, context))

/// What a client asks to be completed: a code action, as it got it.
struct ResolveParams {
  std::optional<json::value> data;
};
BOOST_DESCRIBE_STRUCT(ResolveParams, (), (data))

struct ExecuteCommandParams {
  std::string command;
  std::optional<std::vector<json::value>> arguments;
};
BOOST_DESCRIBE_STRUCT(ExecuteCommandParams, (), (command, arguments))

struct PreviewOpenParams {
  TextDocumentIdentifier textDocument;
  std::optional<std::string> theme;
};
BOOST_DESCRIBE_STRUCT(PreviewOpenParams, (), (textDocument, theme))

struct PreviewRevealParams {
  TextDocumentIdentifier textDocument;
  std::string key;
};
BOOST_DESCRIBE_STRUCT(PreviewRevealParams, (), (textDocument, key))

struct DocumentDiagnosticParams {
  TextDocumentIdentifier textDocument;
  std::optional<std::string> previousResultId;
};
BOOST_DESCRIBE_STRUCT(DocumentDiagnosticParams, (), (textDocument, previousResultId))

struct PreviousResultId {
  std::string uri;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(PreviousResultId, (), (uri, value))

struct WorkspaceDiagnosticParams {
  std::vector<PreviousResultId> previousResultIds;
  std::optional<json::value> partialResultToken;
};
BOOST_DESCRIBE_STRUCT(WorkspaceDiagnosticParams, (), (previousResultIds, partialResultToken))

struct WorkspaceFolder {
  std::string uri;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(WorkspaceFolder, (), (uri, name))

struct WorkspaceFoldersChangeEvent {
  std::vector<WorkspaceFolder> added;
  std::vector<WorkspaceFolder> removed;
};
BOOST_DESCRIBE_STRUCT(WorkspaceFoldersChangeEvent, (), (added, removed))

struct DidChangeWorkspaceFoldersParams {
  WorkspaceFoldersChangeEvent event;
};
BOOST_DESCRIBE_STRUCT(DidChangeWorkspaceFoldersParams, (), (event))

struct FileEvent {
  std::string uri;
  int type = 0;
};
BOOST_DESCRIBE_STRUCT(FileEvent, (), (uri, type))

struct DidChangeWatchedFilesParams {
  std::vector<FileEvent> changes;
};
BOOST_DESCRIBE_STRUCT(DidChangeWatchedFilesParams, (), (changes))

struct FileUri {
  std::string uri;
};
BOOST_DESCRIBE_STRUCT(FileUri, (), (uri))

/// didCreateFiles, didDeleteFiles
struct FilesParams {
  std::vector<FileUri> files;
};
BOOST_DESCRIBE_STRUCT(FilesParams, (), (files))

struct FileRename {
  std::string oldUri;
  std::string newUri;
};
BOOST_DESCRIBE_STRUCT(FileRename, (), (oldUri, newUri))

struct RenameFilesParams {
  std::vector<FileRename> files;
};
BOOST_DESCRIBE_STRUCT(RenameFilesParams, (), (files))

struct TextEdit {
  Range range;
  std::string newText;
};
BOOST_DESCRIBE_STRUCT(TextEdit, (), (range, newText))

struct Location {
  std::string uri;
  Range range;
};
BOOST_DESCRIBE_STRUCT(Location, (), (uri, range))

struct LocationLink {
  Range originSelectionRange;
  std::string targetUri;
  Range targetRange;
  Range targetSelectionRange;
};
BOOST_DESCRIBE_STRUCT(LocationLink, (),
                      (originSelectionRange, targetUri, targetRange, targetSelectionRange))

struct DocumentHighlight {
  Range range;
  int kind = 0;
};
BOOST_DESCRIBE_STRUCT(DocumentHighlight, (), (range, kind))

struct DocumentLink {
  Range range;
  std::string target;
  std::optional<std::string> tooltip;
};
BOOST_DESCRIBE_STRUCT(DocumentLink, (), (range, target, tooltip))

/// What an item of the call hierarchy is found by after edits.
struct TouchpointData {
  std::string uri;
  std::string title;
  std::string journey;
};
BOOST_DESCRIBE_STRUCT(TouchpointData, (), (uri, title, journey))

struct CallHierarchyItem {
  std::string name;
  int kind = 0;
  std::optional<std::string> detail;
  std::string uri;
  Range range;
  Range selectionRange;
  TouchpointData data;
};
BOOST_DESCRIBE_STRUCT(CallHierarchyItem, (), (name, kind, detail, uri, range, selectionRange, data))

struct CallHierarchyParams {
  CallHierarchyItem item;
};
BOOST_DESCRIBE_STRUCT(CallHierarchyParams, (), (item))

/// What a symbol of the workspace is found by when its range is wanted: the `number`th head of its
/// name and kind.
struct SymbolData {
  std::uint32_t kind = 0;
  std::uint32_t number = 0;
};
BOOST_DESCRIBE_STRUCT(SymbolData, (), (kind, number))

struct ResolvableSymbol {
  std::string name;
  TextDocumentIdentifier location;
  SymbolData data;
};
BOOST_DESCRIBE_STRUCT(ResolvableSymbol, (), (name, location, data))

struct MarkupContent {
  std::string kind;  // markdown, plaintext
  std::string value;
};
BOOST_DESCRIBE_STRUCT(MarkupContent, (), (kind, value))

struct Hover {
  MarkupContent contents;
  Range range;
};
BOOST_DESCRIBE_STRUCT(Hover, (), (contents, range))

struct DocumentSymbol {
  std::string name;
  std::string detail;
  int kind = 0;
  Range range;
  Range selectionRange;
  std::vector<DocumentSymbol> children;
};
BOOST_DESCRIBE_STRUCT(DocumentSymbol, (), (name, detail, kind, range, selectionRange, children))

struct SymbolInformation {
  std::string name;
  int kind = 0;
  Location location;
  std::optional<std::string> containerName;
};
BOOST_DESCRIBE_STRUCT(SymbolInformation, (), (name, kind, location, containerName))

struct FoldingRange {
  std::uint32_t startLine = 0;
  std::uint32_t endLine = 0;
  std::optional<std::string> kind;
  std::optional<std::string> collapsedText;
};
BOOST_DESCRIBE_STRUCT(FoldingRange, (), (startLine, endLine, kind, collapsedText))

struct Command {
  std::string title;
  std::string command;
  std::vector<json::value> arguments;
};
BOOST_DESCRIBE_STRUCT(Command, (), (title, command, arguments))

/// Without a command it is resolved later, from its data.
struct CodeLens {
  Range range;
  std::optional<Command> command;
  std::optional<json::value> data;
};
BOOST_DESCRIBE_STRUCT(CodeLens, (), (range, command, data))

/// What is kept in `data` until it is resolved: a place (bytes) in one version of a document.
struct PlaceData {
  std::string uri;
  std::int64_t version = 0;
  std::uint32_t offset = 0;
};
BOOST_DESCRIBE_STRUCT(PlaceData, (), (uri, version, offset))

/// inlayHint, semanticTokens/range.
struct TextDocumentRangeParams {
  TextDocumentIdentifier textDocument;
  Range range;
};
BOOST_DESCRIBE_STRUCT(TextDocumentRangeParams, (), (textDocument, range))

struct InlayHint {
  Position position;
  std::string label;
  bool paddingLeft = true;
  std::optional<std::vector<TextEdit>> textEdits;
  std::optional<MarkupContent> tooltip;
  std::optional<json::value> data;
};
BOOST_DESCRIBE_STRUCT(InlayHint, (), (position, label, paddingLeft, textEdits, tooltip, data))

struct SelectionRangeParams {
  TextDocumentIdentifier textDocument;
  std::vector<Position> positions;
};
BOOST_DESCRIBE_STRUCT(SelectionRangeParams, (), (textDocument, positions))

struct LinkedEditingRanges {
  std::vector<Range> ranges;
  std::string wordPattern;
};
BOOST_DESCRIBE_STRUCT(LinkedEditingRanges, (), (ranges, wordPattern))

struct SemanticTokensDeltaParams {
  TextDocumentIdentifier textDocument;
  std::string previousResultId;
};
BOOST_DESCRIBE_STRUCT(SemanticTokensDeltaParams, (), (textDocument, previousResultId))

}  // namespace journey::lsp
