// The scan's eyes see: answers that lie outside of their documents are found.
import assert from 'node:assert/strict';
import { test } from './client.mjs';
import { inside, shapeOf, tokensInside } from './inside.mjs';

const uri = 'file:///a.journey';
const other = 'file:///b.journey';
const documents = new Map([[uri, shapeOf('Journey: A\r\nPhase: P\n')], [other, shapeOf('x')]]);
const at = (line, character) => ({ line, character });
const range = (a, b, c, d) => ({ start: at(a, b), end: at(c, d) });
const edit = (...places) => ({ range: range(...places), newText: 'x' });

test('a document has as many lines as an editor shows', () => assert.deepEqual(shapeOf('a\r\nbc\rd\n'), [1, 2, 1, 0]));

for (const [what, value] of Object.entries({
  'nothing': null,
  'the end of the document': { range: range(0, 0, 2, 0) },
  'the end of a line': [{ range: range(0, 10, 0, 10) }],
  'a place in another document': { uri: other, range: range(0, 0, 0, 1) },
  'an insertion where something is replaced': [edit(0, 0, 0, 0), edit(0, 0, 0, 3)],
  'edits side by side': [edit(0, 3, 0, 5), edit(0, 0, 0, 3)],
  'a file that is made and filled': { documentChanges: [{ kind: 'create', uri: 'file:///new' }, { textDocument: { uri: 'file:///new', version: null }, edits: [edit(0, 0, 0, 0)] }] },
  'what the server keeps for itself': { data: at(99, 99) },
}))
  test(`fine: ${what}`, () => inside(value, uri, documents));

for (const [what, value] of Object.entries({
  'a line too many': { range: range(0, 0, 3, 0) },
  'a column too many': { range: range(0, 0, 0, 11) },
  'a range the wrong way round': { range: range(1, 0, 0, 0) },
  'deep inside': [{ children: [{ children: [{ selectionRange: range(1, 0, 1, 9) }] }] }],
  'a place that the other document does not have': { uri: other, range: range(1, 0, 1, 0) },
  'a document that nobody has': [{ uri: 'file:///c', range: range(0, 0, 0, 0) }],
  'one to go to': { targetUri: 'file:///c', targetRange: range(0, 0, 0, 0) },
  'a change of it': { changes: { 'file:///c': [edit(0, 0, 0, 0)] } },
  'a file filled before it is made': { documentChanges: [{ textDocument: { uri: 'file:///new' }, edits: [edit(0, 0, 0, 0)] }, { kind: 'create', uri: 'file:///new' }] },
  'edits that overlap': [edit(0, 0, 0, 4), edit(0, 3, 0, 5)],
  'an insertion after what is replaced there': [edit(0, 0, 0, 3), edit(0, 0, 0, 0)],
  'a fold beyond the end': [{ startLine: 1, endLine: 3 }],
  'a hint beyond the line': [{ position: at(2, 1), label: 'x' }],
}))
  test(`found: ${what}`, () => assert.throws(() => inside(value, uri, documents), assert.AssertionError));

const legend = { tokenTypes: ['a', 'b'], tokenModifiers: ['m'] };
test('tokens in order are fine', () => tokensInside([0, 0, 7, 0, 1, 0, 9, 1, 1, 0, 1, 0, 5, 0, 0], documents.get(uri), legend));
for (const [what, data] of Object.entries({
  'four numbers': [0, 0, 1, 0],
  'a token beyond its line': [0, 8, 3, 0, 0],
  'a token of no length': [0, 0, 0, 0, 0],
  'tokens that overlap': [0, 0, 5, 0, 0, 0, 3, 2, 0, 0],
  'a type that is not in the legend': [0, 0, 1, 2, 0],
  'a modifier that is not': [0, 0, 1, 0, 2],
}))
  test(`found in tokens: ${what}`, () => assert.throws(() => tokensInside(data, documents.get(uri), legend), assert.AssertionError));
