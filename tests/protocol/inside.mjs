// What an answer of the server's may say: places that there are, in documents that there are.
import assert from 'node:assert/strict';

/** A document as positions see it: the length of each line. */
export const shapeOf = (text) => text.split(/\r\n|\r|\n/).map((line) => line.length);

/**
 * Fails on a place outside of its document, edits that overlap, a document that nobody has.
 * `value` is an answer about `uri`, or a part of one; `documents` has shapes by URI.
 */
export function inside(value, uri, documents) {
  const shape = documents.get(uri);
  const place = ({ line, character }) => {
    assert.ok(shape, `${uri} is a document that nobody has`);
    assert.ok(line < shape.length && character <= shape[line], `${line}:${character} is outside of ${uri}, ${shape.length} lines, ${shape[line]} columns there`);
  };
  const before = (a, b) => a.line < b.line || (a.line === b.line && a.character <= b.character);
  const walk = (it, about) => inside(it, about, documents);
  if (Array.isArray(value)) {
    for (const item of value) walk(item, uri);
    const edits = value.filter((item) => item?.range && item.newText !== undefined).map(({ range }) => range);
    if (edits.length < value.length) return;
    // Insertions come before what is replaced at the same place; sorting keeps their order.
    edits.sort((a, b) => a.start.line - b.start.line || a.start.character - b.start.character);
    for (let i = 1; i < edits.length; ++i)
      assert.ok(before(edits[i - 1].end, edits[i].start), `edits overlap: ${JSON.stringify([edits[i - 1], edits[i]])}`);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (typeof value.line === 'number' && typeof value.character === 'number') return place(value);
  if (value.start?.line !== undefined && value.end?.line !== undefined)
    assert.ok(before(value.start, value.end), `ends before it begins: ${JSON.stringify(value)}`);
  if (typeof value.startLine === 'number') assert.ok(value.startLine <= value.endLine && value.endLine < shape.length, `no fold: ${JSON.stringify(value)}`);
  const about = value.textDocument?.uri ?? value.uri ?? uri;
  for (const [name, member] of Object.entries(value)) {
    if (name === 'data' || name === 'arguments') continue; // nobody's but the server's
    if (name === 'changes' && !Array.isArray(member)) for (const [file, edits] of Object.entries(member)) walk(edits, file);
    else if (name === 'documentChanges') changesInside(member, documents);
    else if (name.startsWith('target')) walk(member, value.targetUri ?? uri);
    else if (name === 'originSelectionRange') walk(member, uri);
    else if (name === 'fromRanges') walk(member, value.from?.uri ?? uri);
    else walk(member, about);
  }
}

/** A file that an edit makes is a document from then on. */
function changesInside(changes, documents) {
  const known = new Map(documents);
  for (const change of changes) {
    if (change.kind === 'create') known.set(change.uri, [0]);
    else if (change.kind === 'rename') known.set(change.newUri, known.get(change.oldUri));
    else if (!change.kind) inside(change, change.textDocument.uri, known);
  }
}

/** Semantic tokens lie in order, within their lines, and do not overlap. */
export function tokensInside(data, shape, legend) {
  assert.equal(data.length % 5, 0);
  let line = 0;
  let character = 0;
  let end = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines, columns, length, type, modifiers] = data.slice(i, i + 5);
    if (lines > 0) character = end = 0;
    line += lines;
    character += columns;
    assert.ok(character >= end && character + length <= shape[line] && length > 0, `a token at ${line}:${character}, ${length} long`);
    assert.ok(type < legend.tokenTypes.length && modifiers < 2 ** legend.tokenModifiers.length, 'a token of a kind that was announced');
    end = character + length;
  }
}
