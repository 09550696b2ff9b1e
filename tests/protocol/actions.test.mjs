// Code actions as a client sees them: kinds, filters, lazy edits, several files. What each action
// does to a map is tests/unit's.
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { connect, message, only, test } from './client.mjs';

const uri = 'file:///maps/lunch.journey';
const edits = {
  codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor', 'source'] } },
  isPreferredSupport: true,
};
const plain = { textDocument: { codeAction: edits } };
const lazy = {
  textDocument: { codeAction: { ...edits, disabledSupport: true, dataSupport: true, resolveSupport: { properties: ['edit'] } } },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] } },
};
const lunch = [
  'Journey: Lunch', //                0
  'Persona: Emma', //                 1
  '  Need: Vegetarian food', //       2
  'Phase: Pay', //                    3
  '  Touchpiont: Queue', //           4
  '    Følelse: bored', //            5
  '    Kanal: Canteen', //            6
  '  Touchpoint: Till', //            7
  '    Pain point: Twelve minutes', // 8
  '    Channel: Till', //             9
  '    Emotion: happy', //            10
  '',
].join('\n');

async function opened(t, capabilities = lazy, text = lunch, more = {}) {
  const client = await connect(t, { capabilities, ...more });
  client.findings = await client.diagnose(uri, text);
  return client;
}
const at = (line, character = 0) => ({ start: { line, character }, end: { line, character } });
const ask = (client, range, context = {}) =>
  client.request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [], ...context } });
const resolve = (client, action) => client.request('codeAction/resolve', action);
const kindsOf = (actions) => [...new Set(actions.map(({ kind }) => kind))].sort();
const titled = (actions, id, values) => {
  const title = message('en', id, values);
  const found = actions.filter((action) => action.title === title);
  assert.equal(found.length, 1, `one «${title}» in ${actions.map((action) => action.title).join(', ')}`);
  return found[0];
};
const applied = (text, list) => TextDocument.applyEdits(TextDocument.create(uri, 'journey', 1, text), list);

test('what is announced is what there is', async (t) => {
  const client = await opened(t);
  const { codeActionKinds, resolveProvider } = client.capabilities.codeActionProvider;
  assert.deepEqual(codeActionKinds, [
    'quickfix', 'source.fixAll.journey', 'source.organize.journey', 'refactor.rewrite', 'refactor.extract',
  ]);
  assert.equal(resolveProvider, true);
});

test('an edit comes when the action is taken, to those who resolve it', async (t) => {
  const client = await opened(t);
  const finding = only(client.findings, 'unknown-keyword');
  const action = titled(await ask(client, finding.range), 'fix-change-to', { text: 'Touchpoint' });
  assert.equal(action.edit, undefined);
  assert.equal(action.isPreferred, true);
  assert.deepEqual(action.diagnostics, [finding]);
  const resolved = await resolve(client, action);
  assert.deepEqual({ ...resolved, edit: undefined }, { ...action, edit: undefined });
  const [change] = resolved.edit.documentChanges;
  assert.deepEqual(change.textDocument, { uri, version: 1 });
  assert.ok(applied(lunch, change.edits).includes('\n  Touchpoint: Queue\n'));
});

test('others get the edit at once', async (t) => {
  const client = await opened(t, plain);
  const actions = [...(await ask(client, at(4, 4))), ...(await ask(client, at(0, 4)))];
  for (const { edit, data, disabled } of actions) {
    assert.ok(edit.changes[uri].length > 0);
    assert.deepEqual([data, disabled], [undefined, undefined]);
  }
  assert.ok(actions.length > 8);
});

test('an action of an older version is refused, and nothing is changed by halves', async (t) => {
  const client = await opened(t);
  const actions = await ask(client, at(4, 4));
  assert.ok(kindsOf(actions).length > 2, 'of several kinds');
  client.change(uri, 2, `${lunch}\n`);
  await client.waitForDiagnostics(uri, 2);
  for (const action of actions) assert.equal((await client.refusal('codeAction/resolve', action)).code, -32801);
  await client.close(uri);
  assert.equal((await client.refusal('codeAction/resolve', actions[0])).code, -32801);
});

test('data that is none is refused, an action that is complete comes back as it is', async (t) => {
  const client = await opened(t);
  assert.equal((await client.refusal('codeAction/resolve', { title: 'x', data: 5 })).code, -32602);
  const data = { uri, version: 1, action: 'no such thing', start: 0, end: 0 };
  assert.equal((await client.refusal('codeAction/resolve', { title: 'x', data })).code, -32801);
  for (const action of ['fix', 'draft-future', 'split-phase'])
    assert.equal((await client.refusal('codeAction/resolve', { title: 'x', data: { ...data, action, end: 4_000_000_000 } })).code, -32801);
  assert.deepEqual(await resolve(client, { title: 'x', kind: 'quickfix' }), { title: 'x', kind: 'quickfix' });
});

test('only the kinds that are asked for', async (t) => {
  const client = await opened(t);
  for (const [asked, kinds] of [
    [['quickfix'], ['quickfix']],
    [['source'], ['source.fixAll.journey', 'source.organize.journey']],
    [['source.fixAll'], ['source.fixAll.journey']],
    [['source.organize'], ['source.organize.journey']],
    [['source.organizeImports'], []],
    [['refactor'], ['refactor.extract', 'refactor.rewrite']],
    [['refactor.rewrite'], ['refactor.rewrite']],
    [['refactor.inline', 'notebook'], []],
    [['source.fixAll.journey', 'refactor.extract'], ['refactor.extract', 'source.fixAll.journey']],
    [[''], ['quickfix', 'refactor.extract', 'refactor.rewrite', 'source.fixAll.journey', 'source.organize.journey']],
    [[], []],
  ]) {
    const range = { start: { line: 1, character: 0 }, end: { line: 6, character: 4 } };
    assert.deepEqual(kindsOf(await ask(client, range, { only: asked })), kinds, asked.join());
    // On save, a client asks by itself for what the user has set.
    assert.deepEqual(kindsOf(await ask(client, range, { only: asked, triggerKind: 2 })), kinds, asked.join());
  }
});

test('who moves the cursor gets quick fixes alone, who opens the menu gets all', async (t) => {
  const client = await opened(t);
  const few = await ask(client, at(6, 4), { triggerKind: 2 });
  assert.deepEqual(kindsOf(few), ['quickfix']);
  const all = await ask(client, at(6, 4), { triggerKind: 1 });
  assert.ok(all.length > few.length);
  assert.deepEqual(all.slice(0, few.length), few, 'quick fixes come first');
  assert.deepEqual(kindsOf(await ask(client, at(6, 4))), kindsOf(all), 'as if somebody asked');
});

test('a finding that the client knows comes back as the client has it', async (t) => {
  const client = await opened(t);
  const known = { ...only(client.findings, 'unknown-keyword'), data: { mark: 1 } };
  const stranger = { range: known.range, message: 'not ours', code: 5 };
  for (const { diagnostics } of await ask(client, known.range, { diagnostics: [stranger, known], only: ['quickfix'] }))
    assert.deepEqual(diagnostics, [known]);
});

test('all findings of a rule at once, with the findings here attached', async (t) => {
  const client = await opened(t);
  const foreign = client.findings.filter(({ code }) => code === 'mixed-language-keywords');
  assert.equal(foreign.length, 2);
  const action = titled(await ask(client, at(5, 6)), 'fix-translate-all', { language: 'English' });
  assert.deepEqual(action.diagnostics, [foreign[0]]);
  assert.equal(action.kind, 'quickfix');
  const { edit } = await resolve(client, action);
  const fixed = applied(lunch, edit.documentChanges[0].edits);
  assert.ok(fixed.includes('    Emotion: bored\n    Channel: Canteen\n'), fixed);
  assert.ok(fixed.includes('Touchpiont'), 'other rules are left alone');
  const empty = await opened(t, plain, 'Persona: A\n  Need:\n  Goal:\n');
  const all = titled(await ask(empty, at(1, 2)), 'fix-all-of-rule', { rule: 'empty-entry' });
  assert.equal(applied('Persona: A\n  Need:\n  Goal:\n', all.edit.changes[uri]), 'Persona: A\n');
  // A rule with one finding has its fix.
  assert.ok(!(await ask(client, at(4, 4))).some(({ title }) => title.includes('unknown-keyword')));
});

test('everything that needs no decision', async (t) => {
  const client = await opened(t);
  const [action] = await ask(client, at(0), { only: ['source.fixAll'] });
  assert.equal(action.title, message('en', 'fix-all-safe'));
  const { edit } = await resolve(client, action);
  const fixed = applied(lunch, edit.documentChanges[0].edits);
  const expected = lunch.replace('Touchpiont', 'Touchpoint').replace('Følelse', 'Emotion').replace('Kanal', 'Channel');
  assert.equal(fixed, expected);
  assert.equal(edit.documentChanges[0].edits.length, 3, 'small edits');
  await client.diagnose(uri, fixed, 2);
  assert.deepEqual(await ask(client, at(0), { only: ['source.fixAll'] }), [], 'nothing is left');
});

test('organizing', async (t) => {
  const client = await opened(t);
  const [action] = await ask(client, at(0), { only: ['source.organize'] });
  const { edit } = await resolve(client, action);
  const organized = applied(lunch, edit.documentChanges[0].edits);
  assert.ok(organized.endsWith('    Channel: Till\n    Emotion: happy\n    Pain point: Twelve minutes\n'), organized);
  await client.diagnose(uri, organized, 2);
  assert.deepEqual(await ask(client, at(0), { only: ['source.organize'] }), []);
});

test('a new file, for those who make files', async (t) => {
  const client = await opened(t);
  const action = titled(await ask(client, at(0)), 'refactor-future-file', { file: 'lunch-future.journey' });
  const { edit } = await resolve(client, action);
  const future = 'file:///maps/lunch-future.journey';
  const [create, fill] = edit.documentChanges;
  assert.deepEqual(create, { kind: 'create', uri: future, options: { ignoreIfExists: true } });
  assert.deepEqual(fill.textDocument, { uri: future, version: null });
  assert.ok(applied('', fill.edits).includes('\nJourney: Lunch\n  State: future\n'));
  assert.equal(edit.documentChanges.length, 2);
});

test('no new file for others: the future comes below, a persona stays', async (t) => {
  const client = await opened(t, plain);
  const actions = await ask(client, at(1));
  const { edit } = titled(actions, 'refactor-future-below');
  assert.ok(applied(lunch, edit.changes[uri]).startsWith(`${lunch}\n# `));
  assert.deepEqual(actions.filter(({ kind }) => kind === 'refactor.extract'), []);
});

test('a persona moves to a library: a new file and an edit of this one', async (t) => {
  const client = await opened(t);
  const action = titled(await ask(client, at(1)), 'refactor-extract-persona', { name: 'Emma', file: 'personas.journey' });
  assert.equal(action.kind, 'refactor.extract');
  const { documentChanges } = (await resolve(client, action)).edit;
  assert.deepEqual(documentChanges[0], { kind: 'create', uri: 'file:///maps/personas.journey', options: { ignoreIfExists: true } });
  assert.equal(applied('', documentChanges[1].edits), 'Persona: Emma\n  Need: Vegetarian food\n');
  assert.deepEqual(documentChanges[2].textDocument, { uri, version: 1 });
  assert.equal(applied(lunch, documentChanges[2].edits), lunch.replace('  Need: Vegetarian food\n', ''));
});

test('what cannot be done says why, to those who look for it', async (t) => {
  const text = 'Journey: A\n  State: future\nPersona: E\n  Need: x\nPhase: P\n  Touchpoint: T\n    Emotion: happy\n';
  const client = await opened(t, lazy, text);
  const action = titled(await ask(client, at(0), { only: ['refactor'] }), 'refactor-future-file', { file: 'lunch-future.journey' });
  assert.deepEqual(action.disabled, { reason: message('en', 'refactor-future-already') });
  assert.equal(action.data, undefined);
  assert.ok(!(await ask(client, at(0))).some(({ disabled }) => disabled));
  const bare = await opened(t, plain, text);
  assert.ok(!(await ask(bare, at(0), { only: ['refactor'] })).some(({ disabled }) => disabled));
});

test('titles are in the language of the editor, what is written in that of the map', async (t) => {
  const client = await opened(t, lazy, lunch, { locale: 'fi' });
  const title = message('fi', 'refactor-pain-to-opportunity');
  const action = (await ask(client, at(8, 6))).find((a) => a.title === title);
  const { edit } = await resolve(client, action);
  const question = message('en', 'refactor-how-might-we', { pain: 'Twelve minutes' });
  assert.ok(applied(lunch, edit.documentChanges[0].edits).endsWith(`\n    Opportunity: ${question}\n`));
});

test('every action of a map can be taken, in every encoding, and is one edit', async (t) => {
  for (const encoding of ['utf-8', 'utf-16', 'utf-32']) {
    const text = `# 😀\n${lunch}漢字 😖\nmore\n`;
    const client = await opened(t, plain, text, { encodings: [encoding] });
    const lines = text.split('\n');
    for (let line = 0; line < lines.length; ++line)
      for (const { edit, title } of await ask(client, at(line))) {
        assert.deepEqual(Object.keys(edit.changes), [uri], title);
        assert.ok(edit.changes[uri].length > 0, title);
        for (const { range } of edit.changes[uri]) assert.ok(range.end.line < lines.length, title);
      }
  }
});
