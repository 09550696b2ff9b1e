// Completion, hover, symbols, folding, formatting, quick fixes and code lenses, as a client sees them;
// what they contain in detail is tests/unit's.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { connect, message, only, test } from './client.mjs';
import { applied, rangeOf } from './positions.mjs';

const uri = 'file:///features.journey';
const options = { tabSize: 2, insertSpaces: true };
const lunch = [
  'Journey: Lunch', //                                0
  '  State: current', //                              1
  'Persona: Emma', //                                 2
  '  Need: Vegetarian food', //                       3
  '', //                                              4
  '# The part that hurts', //                         5
  '# most', //                                        6
  'Phase: Pay', //                                    7
  '  Touchpoint: Queue', //                           8
  '    Channel: Till', //                             9
  '    Emotion [Emma]: 😖 frustrated (-2)', //        10
  '    Pain point: Twelve minutes', //                11
  '    Opportunity: Order ahead', //                  12
  '      Owner: App team', //                         13
  '  Touchpoint: Till', //                            14
  '    Emotion: happy', //                            15
  '    ', //                                          16
  '',
].join('\n');
const rich = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    publishDiagnostics: { relatedInformation: true },
  },
};

async function opened(t, capabilities = rich, text = lunch, more = {}) {
  const client = await connect(t, { capabilities, ...more });
  await client.diagnose(uri, text);
  return client;
}
const at = (line, character) => ({ textDocument: { uri }, position: { line, character } });
const labels = ({ items }) => items.map(({ label }) => label);

test('completion offers the keywords that fit, as snippets to those who know them', async (t) => {
  const client = await opened(t);
  const offered = await client.request('textDocument/completion', at(16, 4));
  assert.ok(labels(offered).some((label) => label.startsWith('Thought')), labels(offered).join());
  assert.ok(!labels(offered).some((label) => label.startsWith('Demographics')), 'belongs to personas');
  assert.ok(offered.items.some(({ insertTextFormat }) => insertTextFormat === 2));
  for (const { textEdit } of offered.items) assert.deepEqual(textEdit.range.end, { line: 16, character: 4 });
  assert.deepEqual(offered.items.map(({ sortText }) => sortText), offered.items.map(({ sortText }) => sortText).sort());
});

test('completion sends no snippets to those who do not', async (t) => {
  const client = await opened(t, {});
  for (const { insertTextFormat, textEdit } of (await client.request('textDocument/completion', at(16, 4))).items) {
    assert.ok(insertTextFormat === undefined || insertTextFormat === 1);
    assert.doesNotMatch(textEdit.newText, /\$/);
  }
});

test('completion offers emotions with their emoji, personas, and titles for next', async (t) => {
  const text = `${lunch.trimEnd()}\n    Emotion: \n    Thought [E\n    Next: \n`;
  const client = await opened(t, rich, text);
  const line = (part) => text.split('\n').findLastIndex((l) => l.endsWith(part));
  const emotions = await client.request('textDocument/completion', at(line('Emotion: '), 13));
  assert.ok(emotions.items.some(({ textEdit }) => /\p{Extended_Pictographic}/u.test(textEdit.newText)));
  assert.ok(labels(await client.request('textDocument/completion', at(line('[E'), 14))).includes('Emma'));
  assert.ok(labels(await client.request('textDocument/completion', at(line('Next: '), 10))).includes('Queue'));
});

test('hover explains a keyword and a value', async (t) => {
  const client = await opened(t);
  const keyword = await client.request('textDocument/hover', at(9, 6));
  assert.equal(keyword.contents.kind, 'markdown');
  assert.ok(keyword.contents.value.includes(message('en', 'about-channel')));
  const emotion = await client.request('textDocument/hover', at(10, 24));
  assert.ok(emotion.contents.value.includes('-2') || emotion.contents.value.includes('−2'), emotion.contents.value);
  assert.equal(await client.request('textDocument/hover', at(4, 0)), null);
});

test('symbols form a tree for those who take one', async (t) => {
  const client = await opened(t);
  const outline = (symbols) => symbols.map(({ name, children }) => (children.length ? [name, ...outline(children)] : name));
  const symbols = await client.request('textDocument/documentSymbol', { textDocument: { uri } });
  assert.deepEqual(outline(symbols), [['Lunch', 'Emma', ['Pay', ['Queue', 'Order ahead'], 'Till']]]);
  const before = (a, b) => a.line < b.line || (a.line === b.line && a.character <= b.character);
  const check = ({ range, selectionRange, children }, outer) => {
    assert.ok(before(outer.start, range.start) && before(range.end, outer.end), 'inside its parent');
    assert.ok(before(range.start, selectionRange.start) && before(selectionRange.end, range.end), 'selects a part of itself');
    for (const child of children) check(child, range);
  };
  for (const symbol of symbols) check(symbol, symbol.range);
});

test('symbols form a list with containers for those who do not', async (t) => {
  const client = await opened(t, {});
  const symbols = await client.request('textDocument/documentSymbol', { textDocument: { uri } });
  assert.deepEqual(symbols.map(({ name, containerName }) => [name, containerName]), [
    ['Lunch', undefined], ['Emma', 'Lunch'], ['Pay', 'Lunch'], ['Queue', 'Pay'], ['Order ahead', 'Queue'], ['Till', 'Pay'],
  ]);
  for (const { location } of symbols) assert.equal(location.uri, uri);
});

test('blocks fold, and so do comments', async (t) => {
  const client = await opened(t);
  const folds = await client.request('textDocument/foldingRange', { textDocument: { uri } });
  const found = folds.map(({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`);
  for (const expected of ['2-3', '5-6 comment', '8-13', '12-13']) assert.ok(found.includes(expected), `${expected} in ${found}`);
  for (const { startLine, endLine } of folds) assert.ok(startLine < endLine);
});

test('formatting gives edits that make the text well formatted', async (t) => {
  const messy = lunch.replaceAll('\n  ', '\n').replace('Phase: ', 'Phase  :').replace('Emma\n', 'Emma   \n\n\n');
  const client = await opened(t, rich, messy);
  const edits = await client.request('textDocument/formatting', { textDocument: { uri }, options });
  const formatted = TextDocument.applyEdits(TextDocument.create(uri, 'journey', 1, messy), edits);
  assert.notEqual(formatted, messy);
  assert.ok(formatted.includes('\n    Channel: Till\n'), formatted);
  assert.ok(formatted.includes('\nPhase: Pay\n'), formatted);
  await client.diagnose(uri, formatted, 2);
  assert.deepEqual(await client.request('textDocument/formatting', { textDocument: { uri }, options }), []);
});

test('a code lens opens the preview, one for each journey', async (t) => {
  const two = `${lunch}\nJourney: Dinner\n`;
  const client = await opened(t, rich, two);
  const lenses = (await client.request('textDocument/codeLens', { textDocument: { uri } }))
    .filter(({ command }) => command.command === 'journey.openPreview');
  assert.deepEqual(lenses.map(({ range }) => range.start.line), [0, two.split('\n').indexOf('Journey: Dinner')]);
  for (const { command } of lenses)
    assert.deepEqual(command, { title: message('en', 'lens-preview'), command: 'journey.openPreview', arguments: [uri] });
});

// --- quick fixes ---------------------------------------------------------------------------------

const actionsAt = (client, range, more = {}) =>
  client.request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [], ...more } });

for (const [rule, text] of Object.entries({
  'unknown-keyword': 'Journey: A\nPersona: Å 😀\nPhase: P\n  Touchpoint: T\n    Emotoin: happy\n    Emotion: happy\n',
  'stray-line': 'Journey: A\nPersona: E\nPhase: P\n  Touchpoint: T\n    Emotion: happy\n    漢字 and more\n',
  'broken-reference': 'Journey: A\nPersona: E\nPhase: P\n  Touchpoint: 😀 Queue\n    Emotion: happy\n    Next: 😀 Queu\n',
  'invalid-value': 'Journey: A\nPersona: E\nPhase: P\n  Touchpoint: T\n    Emotion: happy\n    Opportunity: 😀\n      Votes: 5 or so\n',
  'invalid-date': 'Journey: Å\r\n  Reviewed: 1.10.2026\r\nPersona: E\r\nPhase: P\r\n  Touchpoint: T\r\n    Emotion: happy\r\n',
  'no-persona': 'Journey: A\nPhase: P\n  Touchpoint: T\n    Emotion: happy\n',
  'missing-phase': 'Journey: A\n  Model: aida\nPersona: E\n',
  'empty-entry': 'Journey: A\nPersona: E\n  Need:\nPhase: P\n  Touchpoint: T\n    Emotion: happy\n',
  'mixed-language-keywords': 'Journey: A\nPersona: E\n  State: current\nPhase: P\n  Touchpoint: T\n    Følelse: happy\n',
  'misplaced-entry': 'Journey: A\nPersona: E\nPhase: P\n  Emotion: happy\n',
  'useless-suppression': '# journey-ignore-file: stray-line\nJourney: A\nPersona: E\nPhase: P\n  Touchpoint: T\n    Emotion: happy\n',
})) {
  test(`the preferred fix of ${rule} leaves the text without it`, async (t) => {
    const client = await connect(t, { capabilities: rich });
    const finding = only(await client.diagnose(uri, text), rule);
    const all = await actionsAt(client, finding.range);
    const actions = all.filter(({ diagnostics }) => diagnostics?.some(({ code }) => code === rule));
    assert.ok(actions.length > 0, 'it is offered');
    assert.deepEqual(actions[0].diagnostics[0], finding, 'it says what it is for');
    assert.ok(actions.filter(({ isPreferred }) => isPreferred).length <= 1, 'one is preferred at most');
    const { kind, edit } = actions.find(({ isPreferred }) => isPreferred) ?? actions[0];
    assert.equal(kind, 'quickfix');
    const fixed = TextDocument.applyEdits(TextDocument.create(uri, 'journey', 1, text), edit.changes[uri]);
    const left = (await client.diagnose(uri, fixed, 2)).filter(({ code, range }) => code === rule && range.start.line === finding.range.start.line);
    assert.deepEqual(left, [], fixed);
  });
}

test('every fix of a draft full of mistakes can be done, in every encoding', async (t) => {
  const draft = readFileSync(new URL('../../grammar/examples/workshop.en.journey', import.meta.url), 'utf8');
  for (const encoding of ['utf-8', 'utf-16', 'utf-32']) {
    const client = await connect(t, { capabilities: rich, encodings: [encoding] });
    const findings = await client.diagnose(uri, draft);
    assert.ok(findings.length >= 5, `${findings.length} findings`);
    const actions = (await Promise.all(findings.map(({ range }) => actionsAt(client, range)))).flat();
    assert.ok(actions.length >= findings.length / 2);
    for (const { title, edit } of actions) {
      assert.notEqual(title, '');
      assert.notEqual(applied(draft, edit.changes[uri], encoding), draft, title);
    }
  }
});

test('edits carry the version for clients that take document changes', async (t) => {
  const client = await opened(t, { ...rich, workspace: { workspaceEdit: { documentChanges: true } } }, 'Journey: A\nx\n');
  const [{ edit }] = await actionsAt(client, { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } });
  assert.equal(edit.changes, undefined);
  assert.deepEqual(edit.documentChanges[0].textDocument, { uri, version: 1 });
});

test('quick fixes keep to what was asked for', async (t) => {
  const text = 'Journey: A\nx\n';
  const client = await opened(t, rich, text);
  const range = rangeOf(text, 'x', 'utf-16');
  assert.ok((await actionsAt(client, range, { only: ['quickfix'] })).length > 0);
  assert.deepEqual(await actionsAt(client, range, { only: ['refactor.inline', 'source'] }), []);
  const bare = await opened(t, {}, text);
  assert.deepEqual(await actionsAt(bare, range), [], 'a client without code action literals');
});

test('related places come with a finding, to those who take them', async (t) => {
  const text = 'Journey: A\nPersona: E\nPhase: Pay\n  Touchpoint: T\n    Emotion: happy\nPhase: Pay\n  Touchpoint: U\n    Emotion: happy\n';
  const client = await opened(t, rich, text);
  const [related] = only(await client.diagnose(uri, text, 2), 'duplicate-phase').relatedInformation;
  assert.deepEqual([related.location.uri, related.location.range.start.line], [uri, 2]);
  const bare = await opened(t, {}, text);
  assert.equal(only(await bare.diagnose(uri, text, 2), 'duplicate-phase').relatedInformation, undefined);
});

test('every feature answers at every place of every example', async (t) => {
  const client = await connect(t, { capabilities: rich });
  const folder = new URL('../../grammar/examples/', import.meta.url);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.journey'))) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const textDocument = { uri: `file:///${name}` };
    await client.diagnose(textDocument.uri, text);
    const places = text.split('\n').flatMap((line, i) => [0, Math.floor(line.length / 2), line.length].map((character) => ({ line: i, character })));
    await Promise.all(places.flatMap((position) => [
      client.request('textDocument/completion', { textDocument, position }),
      client.request('textDocument/hover', { textDocument, position }),
      client.request('textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { diagnostics: [] } }),
    ]));
  }
});
