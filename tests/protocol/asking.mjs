// How each method is asked about a document: as its parameters in the metamodel want it (a position,
// a range, a document), so that a feature of tomorrow is asked too.
import { least } from './samples.mjs';
import { propertiesOf, requests } from './validator.mjs';

// They do things, or end the server; the first two were said already.
export const notAsked = new Set(['initialize', 'shutdown', 'workspace/executeCommand', 'workspace/diagnostic']);
/** What parameters hold besides the place. */
export const given = (capabilities) => ({
  newName: 'Nytt «navn» 😀',
  ch: capabilities.documentOnTypeFormattingProvider?.firstTriggerCharacter,
  options: { tabSize: 2, insertSpaces: true },
});

/** Requests that take what another one gave: from which, and what of it. */
export const chained = {
  'codeAction/resolve': ['textDocument/codeAction', (result) => result.filter(({ data }) => data !== undefined)],
  'codeLens/resolve': ['textDocument/codeLens', (result) => result],
  'completionItem/resolve': ['textDocument/completion', (result) => result.items ?? result],
  'documentLink/resolve': ['textDocument/documentLink', (result) => result],
  'inlayHint/resolve': ['textDocument/inlayHint', (result) => result],
  'callHierarchy/incomingCalls': ['textDocument/prepareCallHierarchy', (result) => result.map((item) => ({ item }))],
  'callHierarchy/outgoingCalls': ['textDocument/prepareCallHierarchy', (result) => result.map((item) => ({ item }))],
  'typeHierarchy/supertypes': ['textDocument/prepareTypeHierarchy', (result) => result.map((item) => ({ item }))],
  'typeHierarchy/subtypes': ['textDocument/prepareTypeHierarchy', (result) => result.map((item) => ({ item }))],
  'workspaceSymbol/resolve': ['workspace/symbol', (result) => result],
  'textDocument/rename': ['textDocument/prepareRename', (result, { textDocument, position }) => [{ textDocument, position, newName: given({}).newName }]],
  'textDocument/semanticTokens/full/delta': ['textDocument/semanticTokens/full', ({ resultId }, { textDocument }) => [{ textDocument, previousResultId: resultId }]],
};

/** The requests of a method about a document: at places, over ranges, or once. Undefined: it is asked otherwise. */
export function asking(method, uri, shape, places, extra) {
  const { params } = requests.get(method);
  const names = propertiesOf(params.name).map(({ name }) => name);
  if (!names.includes('textDocument')) return undefined;
  const base = least(params, uri);
  for (const [name, value] of Object.entries(extra)) if (names.includes(name)) base[name] = value;
  const whole = { start: { line: 0, character: 0 }, end: { line: shape.length - 1, character: shape.at(-1) } };
  if (names.includes('position')) return places.map((position) => ({ ...base, position }));
  if (names.includes('positions')) return places.map((position) => ({ ...base, positions: [position] }));
  if (names.includes('ranges')) return places.map((start) => ({ ...base, ranges: [{ start, end: start }, { start, end: whole.end }] }));
  if (method === 'textDocument/codeAction') {
    // As editors do: quick fixes wherever the cursor goes, all that there is from the menu.
    const action = (start, end, triggerKind) => ({ ...base, range: { start, end }, context: { diagnostics: [], triggerKind } });
    const menu = places.filter(({ line, character }) => character === 0 || character === shape[line]);
    return [action(whole.start, whole.end, 1), ...places.map((at) => action(at, at, 2)), ...menu.map((at) => action(at, at, 1))];
  }
  if (names.includes('range')) {
    const to = ({ line, character }) => ({ line, character: Math.min(character + 3, shape[line]) });
    return [{ ...base, range: whole }, ...places.map((start) => ({ ...base, range: { start, end: to(start) } }))];
  }
  return [base];
}
