// What the server sends, by method: parameters of its notifications and requests, results of ours.
// make-schema.mjs turns these types into a JSON schema; client.mjs holds every message against it.
import type * as lsp from 'vscode-languageserver-protocol';

export interface Params {
  'textDocument/publishDiagnostics': lsp.PublishDiagnosticsParams;
  'window/logMessage': lsp.LogMessageParams;
  'window/showMessage': lsp.ShowMessageParams;
  'window/showDocument': lsp.ShowDocumentParams;
  'journey/preview/update': { uri: lsp.DocumentUri; version: lsp.integer; patch: string };
}

export interface Results {
  'initialize': lsp.InitializeResult;
  'shutdown': null;
  'textDocument/completion': lsp.CompletionItem[] | lsp.CompletionList | null;
  'textDocument/hover': lsp.Hover | null;
  'textDocument/documentSymbol': lsp.DocumentSymbol[] | lsp.SymbolInformation[] | null;
  'textDocument/foldingRange': lsp.FoldingRange[] | null;
  'completionItem/resolve': lsp.CompletionItem;
  'textDocument/formatting': lsp.TextEdit[] | null;
  'textDocument/rangeFormatting': lsp.TextEdit[] | null;
  'textDocument/rangesFormatting': lsp.TextEdit[] | null;
  'textDocument/onTypeFormatting': lsp.TextEdit[] | null;
  'textDocument/codeAction': (lsp.Command | lsp.CodeAction)[] | null;
  'codeAction/resolve': lsp.CodeAction;
  'textDocument/codeLens': lsp.CodeLens[] | null;
  'textDocument/definition': lsp.Location[] | lsp.LocationLink[] | null;
  'textDocument/declaration': lsp.Location[] | lsp.LocationLink[] | null;
  'textDocument/references': lsp.Location[] | null;
  'textDocument/documentHighlight': lsp.DocumentHighlight[] | null;
  'textDocument/prepareRename': { range: lsp.Range; placeholder: string } | null;
  'textDocument/rename': lsp.WorkspaceEdit | null;
  'textDocument/documentLink': lsp.DocumentLink[] | null;
  'textDocument/prepareCallHierarchy': lsp.CallHierarchyItem[] | null;
  'callHierarchy/incomingCalls': lsp.CallHierarchyIncomingCall[] | null;
  'callHierarchy/outgoingCalls': lsp.CallHierarchyOutgoingCall[] | null;
  'workspace/symbol': lsp.SymbolInformation[] | lsp.WorkspaceSymbol[] | null;
  'workspaceSymbol/resolve': lsp.WorkspaceSymbol;
  'workspace/willRenameFiles': lsp.WorkspaceEdit | null;
  'codeLens/resolve': lsp.CodeLens;
  'textDocument/inlayHint': lsp.InlayHint[] | null;
  'inlayHint/resolve': lsp.InlayHint;
  'textDocument/selectionRange': lsp.SelectionRange[] | null;
  'textDocument/linkedEditingRange': lsp.LinkedEditingRanges | null;
  'textDocument/semanticTokens/full': lsp.SemanticTokens | null;
  'textDocument/semanticTokens/full/delta': lsp.SemanticTokens | lsp.SemanticTokensDelta | null;
  'textDocument/semanticTokens/range': lsp.SemanticTokens | null;
  'workspace/executeCommand': lsp.LSPAny | null;
  'journey/preview/open': { page: string } | null;
  'journey/preview/reveal': { range: lsp.Range } | null;
  'journey/preview/close': null;
}

export interface Messages {
  params: Params;
  results: Results;
}
