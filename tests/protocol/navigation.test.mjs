// From place to place over the files of a workspace, most of them open in no editor; what the
// features find in detail is tests/unit's.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, ErrorCode, message, test } from './client.mjs';
import { encodings, positionAt, rangeOf } from './positions.mjs';

const files = {
  'personas.journey': 'Persona: Åse\n  Need: Vegetarian food\n',
  'maps/lunch.journey': [
    'Journey: Buying 🥗 lunch',
    '  Note: as in ../future.journey and https://example.org/',
    'Persona: Åse',
    'Phase: Pay',
    '  Touchpoint: 😖 Queue',
    '    Channel: Till, App',
    '    Emotion [åse]: 😖',
    '    Next [again]: 😖 queue',
    '  Touchpoint: Eat',
    '    Image: pictures/my lunch.png',
    '    Next: 😖 Queue',
    '',
  ].join('\n'),
  'future.journey': 'Journey: To be\nTouchpoint: Order\n  Channel: App\n  Thought [Åse]: 🥗!\n  Note: was maps/lunch.journey\n',
};
const rich = {
  workspace: {
    workspaceEdit: { documentChanges: true },
    symbol: { resolveSupport: { properties: ['location.range'] } },
  },
  textDocument: {
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    documentLink: { tooltipSupport: true },
    diagnostic: {},
  },
};
// Diagnostics are pulled, so that none come unasked.
const poor = { textDocument: { diagnostic: {} } };

/** A server for a folder with the files above; `open` is the one that the editor shows. */
async function workspace(t, { capabilities = rich, open = 'maps/lunch.journey', encoding = 'utf-16', locale, initializationOptions } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'journey-navigation-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const client = new Client(t);
  const uri = (name) => pathToFileURL(join(root, name)).href;
  const { capabilities: announced } = await client.initialize({
    folders: [{ uri: pathToFileURL(root).href, name: 'maps' }],
    encodings: [encoding],
    locale,
    initializationOptions,
    capabilities,
  });
  if (open) await client.open(uri(open), files[open], 3);
  return {
    client,
    root,
    uri,
    announced,
    range: (name, part, nth = 0) => rangeOf(files[name], part, encoding, nth),
    /** Parameters for a place: behind the first letters of the nth `part`. */
    at: (name, part, nth = 0, more = {}) => {
      let index = files[name].indexOf(part);
      for (let i = 0; i < nth; ++i) index = files[name].indexOf(part, index + 1);
      return { textDocument: { uri: uri(name) }, position: positionAt(files[name], index, encoding), ...more };
    },
  };
}

/** Texts after a WorkspaceEdit, by file name, from its document changes. */
function edited({ uri }, { documentChanges }, encoding = 'utf-16') {
  const after = {};
  for (const { textDocument, edits } of documentChanges) {
    const name = Object.keys(files).find((file) => uri(file) === textDocument.uri);
    assert.equal(textDocument.version, name === 'maps/lunch.journey' ? 3 : null, name);
    let text = files[name];
    const index = ({ line, character }) => {
      const start = files[name].split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
      for (let i = start; ; ++i) if (positionAt(files[name], i, encoding).character === character) return i;
    };
    for (const { range, newText } of [...edits].sort((a, b) => index(b.range.start) - index(a.range.start)))
      text = text.slice(0, index(range.start)) + newText + text.slice(index(range.end));
    after[name] = text;
  }
  return after;
}

test('what is bound is announced', async (t) => {
  const { announced } = await workspace(t, { open: null });
  assert.equal(announced.definitionProvider, true);
  assert.equal(announced.declarationProvider, true);
  assert.equal(announced.referencesProvider, true);
  assert.equal(announced.documentHighlightProvider, true);
  assert.deepEqual(announced.renameProvider, { prepareProvider: true });
  assert.deepEqual(announced.documentLinkProvider, {});
  assert.deepEqual(announced.workspaceSymbolProvider, { resolveProvider: true });
  assert.equal(announced.callHierarchyProvider, true);
  assert.deepEqual(announced.workspace.fileOperations.willRename, announced.workspace.fileOperations.didRename);
  const old = await workspace(t, { open: null, capabilities: poor });
  assert.equal(old.announced.renameProvider, true);
  assert.equal(old.announced.workspaceSymbolProvider, true);
});

for (const encoding of encodings)
  test(`definition and references, in ${encoding}`, async (t) => {
    const w = await workspace(t, { encoding });
    const lunch = 'maps/lunch.journey';
    assert.deepEqual(await w.client.request('textDocument/definition', w.at(lunch, '😖 queue')), [
      {
        originSelectionRange: w.range(lunch, '😖 queue'),
        targetUri: w.uri(lunch),
        targetRange: w.range(lunch, files[lunch].slice(files[lunch].indexOf('Touchpoint: 😖'), files[lunch].indexOf('😖 queue') + '😖 queue'.length)),
        targetSelectionRange: w.range(lunch, '😖 Queue'),
      },
    ]);
    // In a file that nobody has open; declarations go without links here.
    assert.deepEqual(await w.client.request('textDocument/declaration', w.at(lunch, 'åse')), [
      { uri: w.uri('personas.journey'), range: w.range('personas.journey', 'Åse') },
    ]);
    const references = await w.client.request('textDocument/references', w.at(lunch, 'åse', 0, { context: { includeDeclaration: true } }));
    assert.deepEqual(references, [
      { uri: w.uri('future.journey'), range: w.range('future.journey', 'Åse') },
      { uri: w.uri(lunch), range: w.range(lunch, 'Åse') },
      { uri: w.uri(lunch), range: w.range(lunch, 'åse') },
      { uri: w.uri('personas.journey'), range: w.range('personas.journey', 'Åse') },
    ]);
    assert.equal((await w.client.request('textDocument/references', w.at(lunch, 'åse', 0, { context: { includeDeclaration: false } }))).length, 3);
    assert.deepEqual(await w.client.request('textDocument/documentHighlight', w.at(lunch, '😖 Queue', 1)), [
      { range: w.range(lunch, '😖 Queue'), kind: 3 },
      { range: w.range(lunch, '😖 queue'), kind: 2 },
      { range: w.range(lunch, '😖 Queue', 1), kind: 2 },
    ]);
    assert.equal(await w.client.request('textDocument/definition', w.at(lunch, 'Phase')), null);
    // A link to a map, to its first line.
    const [link] = await w.client.request('textDocument/definition', w.at(lunch, 'future'));
    assert.equal(link.targetUri, w.uri('future.journey'));
  });

test('a name is changed in all files, open or not', async (t) => {
  const w = await workspace(t);
  const lunch = 'maps/lunch.journey';
  assert.deepEqual(await w.client.request('textDocument/prepareRename', w.at(lunch, 'åse')), {
    range: w.range(lunch, 'åse'),
    placeholder: 'åse',
  });
  assert.equal(await w.client.request('textDocument/prepareRename', w.at(lunch, 'Phase')), null);
  const rename = (name, part, newName) => w.client.request('textDocument/rename', w.at(name, part, 0, { newName }));
  assert.deepEqual(edited(w, await rename(lunch, 'åse', 'Åshild')), {
    'personas.journey': files['personas.journey'].replace('Åse', 'Åshild'),
    'future.journey': files['future.journey'].replace('Åse', 'Åshild'),
    [lunch]: files[lunch].replace('Åse', 'Åshild').replace('åse', 'Åshild'),
  });
  assert.deepEqual(edited(w, await rename(lunch, '😖 Queue', 'Waits')), { [lunch]: files[lunch].replaceAll(/😖 queue/gi, 'Waits') });
  // From a file that is not open, too.
  assert.deepEqual(Object.keys(edited(w, await rename('future.journey', 'App', 'School app'))), ['future.journey', lunch]);
});

test('edits for a client that knows no document changes', async (t) => {
  const w = await workspace(t, { capabilities: poor });
  const { changes } = await w.client.request('textDocument/rename', w.at('maps/lunch.journey', 'App', 0, { newName: 'Web' }));
  assert.deepEqual(changes, {
    [w.uri('future.journey')]: [{ range: w.range('future.journey', 'App'), newText: 'Web' }],
    [w.uri('maps/lunch.journey')]: [{ range: w.range('maps/lunch.journey', 'App'), newText: 'Web' }],
  });
});

test('what cannot be renamed is refused in the language of the user', async (t) => {
  for (const locale of ['en', 'de', 'fi']) {
    const w = await workspace(t, { locale });
    const refused = async (part, newName, id, values) => {
      const error = await w.client.refusal('textDocument/rename', w.at('maps/lunch.journey', part, 0, { newName }));
      assert.equal(error.code, -32803);
      assert.equal(error.message, message(locale, id, values));
    };
    await refused('Eat', ' ', 'rename-empty');
    await refused('Eat', 'a\nb', 'rename-line-break');
    await refused('Eat', 'Eat', 'rename-unchanged');
    await refused('Eat', '😖 QUEUE', 'rename-taken', { name: '😖 QUEUE' });
    await refused('Phase', 'x', 'rename-impossible');
    await refused('App', 'a, b', 'rename-character', { character: ',' });
  }
});

test('a rename of a text that an edit is under way for', async (t) => {
  const w = await workspace(t);
  const id = w.client.freshId();
  const uri = w.uri('maps/lunch.journey');
  const [reply] = w.client.send(
    { id, method: 'textDocument/rename', params: w.at('maps/lunch.journey', 'Eat', 0, { newName: 'Eats' }) },
    { method: 'textDocument/didChange', params: { textDocument: { uri, version: 4 }, contentChanges: [{ text: 'Touchpoint: Eat\n' }] } },
  );
  assert.equal((await reply).error.code, ErrorCode.contentModified);
});

test('symbols of the workspace', async (t) => {
  const w = await workspace(t);
  const symbols = await w.client.request('workspace/symbol', { query: 'lunch' });
  assert.deepEqual(symbols.map(({ name, kind, containerName, location }) => ({ name, kind, containerName, location })), [
    { name: 'Buying 🥗 lunch', kind: 2, containerName: 'lunch.journey', location: { uri: w.uri('maps/lunch.journey') } },
  ]);
  const resolved = await w.client.request('workspaceSymbol/resolve', symbols[0]);
  assert.deepEqual(resolved, { ...symbols[0], location: { uri: w.uri('maps/lunch.journey'), range: w.range('maps/lunch.journey', 'Buying 🥗 lunch') } });
  const ase = await w.client.request('workspace/symbol', { query: 'ase' });
  assert.deepEqual(ase.map(({ name, containerName }) => `${name} < ${containerName}`), ['Åse < personas.journey', 'Åse < Buying 🥗 lunch']);
  assert.equal((await w.client.request('workspace/symbol', { query: '' })).length, 8);
  assert.deepEqual(await w.client.request('workspace/symbol', { query: 'nobody' }), []);
  // A symbol whose name has gone meanwhile.
  const gone = await w.client.request('workspaceSymbol/resolve', { ...symbols[0], name: 'Gone' });
  assert.deepEqual(gone.location.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });

  const old = await workspace(t, { capabilities: poor });
  assert.deepEqual(await old.client.request('workspace/symbol', { query: 'order' }), [
    { name: 'Order', kind: 5, containerName: 'To be', location: { uri: old.uri('future.journey'), range: old.range('future.journey', 'Order') } },
  ]);
});

test('links to other maps, images and pages', async (t) => {
  const w = await workspace(t);
  const lunch = 'maps/lunch.journey';
  assert.deepEqual(await w.client.request('textDocument/documentLink', { textDocument: { uri: w.uri(lunch) } }), [
    { range: w.range(lunch, '../future.journey'), target: w.uri('future.journey'), tooltip: message('en', 'link-map', { title: 'To be' }) },
    { range: w.range(lunch, 'https://example.org/'), target: 'https://example.org/', tooltip: message('en', 'link-web') },
    { range: w.range(lunch, 'pictures/my lunch.png'), target: w.uri('maps/pictures/my lunch.png'), tooltip: message('en', 'link-image') },
  ]);
});

test('the ways through a journey as calls', async (t) => {
  const w = await workspace(t);
  const lunch = 'maps/lunch.journey';
  const [eat] = await w.client.request('textDocument/prepareCallHierarchy', w.at(lunch, 'pictures'));
  assert.equal(eat.name, 'Eat');
  assert.equal(eat.detail, 'Pay');
  assert.deepEqual(eat.selectionRange, w.range(lunch, 'Eat'));
  const outgoing = await w.client.request('callHierarchy/outgoingCalls', { item: eat });
  assert.deepEqual(outgoing.map(({ to, fromRanges }) => [to.name, fromRanges]), [['😖 Queue', [w.range(lunch, '😖 Queue', 1)]]]);
  const incoming = await w.client.request('callHierarchy/incomingCalls', { item: outgoing[0].to });
  assert.deepEqual(incoming.map(({ from, fromRanges }) => [from.name, fromRanges]), [
    ['😖 Queue', [w.range(lunch, '😖 queue')]],
    ['Eat', [w.range(lunch, '😖 Queue', 1)]],
  ]);
  // The item is found again after an edit above it, and not when it is gone.
  w.client.change(w.uri(lunch), 4, `# a line more\n${files[lunch]}`);
  const [again] = await w.client.request('callHierarchy/outgoingCalls', { item: eat });
  assert.equal(again.fromRanges[0].start.line, outgoing[0].fromRanges[0].start.line + 1);
  w.client.change(w.uri(lunch), 5, 'Journey: another\n');
  assert.equal(await w.client.request('callHierarchy/outgoingCalls', { item: eat }), null);
});

test('links follow files that are renamed', async (t) => {
  const w = await workspace(t);
  const renamed = async (...pairs) => {
    const edit = await w.client.request('workspace/willRenameFiles', {
      files: pairs.map(([from, to]) => ({ oldUri: w.uri(from), newUri: w.uri(to) })),
    });
    return edit && edited(w, edit);
  };
  assert.deepEqual(await renamed(['future.journey', 'maps/to be.journey']), {
    'future.journey': files['future.journey'].replace('maps/lunch', 'lunch'),
    'maps/lunch.journey': files['maps/lunch.journey'].replace('../future.journey', '"to be.journey"'),
  });
  assert.deepEqual(await renamed(['maps', 'old/maps']), {
    'future.journey': files['future.journey'].replace('maps/lunch', 'old/maps/lunch'),
    'maps/lunch.journey': files['maps/lunch.journey'].replace('../future', '../../future'),
  });
  assert.equal(await renamed(['personas.journey', 'people.journey']), null);
});

test('lenses tell who names a touchpoint or a persona', async (t) => {
  const lunch = 'maps/lunch.journey';
  const lensesOf = async (w) => {
    await w.client.request('workspace/symbol', { query: '' }); // which waits until all files are known
    const lenses = await w.client.request('textDocument/codeLens', { textDocument: { uri: w.uri(lunch) } });
    return lenses.filter(({ range }) => range.start.line === 2 || range.start.line === 4);
  };
  const places = (w) => ({
    2: [
      { uri: w.uri('future.journey'), range: w.range('future.journey', 'Åse') },
      { uri: w.uri(lunch), range: w.range(lunch, 'åse') },
    ],
    4: [
      { uri: w.uri(lunch), range: w.range(lunch, '😖 queue') },
      { uri: w.uri(lunch), range: w.range(lunch, '😖 Queue', 1) },
    ],
  });
  const titles = { 2: message('en', 'lens-mentions', { count: 2 }), 4: message('en', 'lens-ways-here', { count: 2 }) };

  // An editor that shows lists of places.
  const w = await workspace(t, { initializationOptions: { commands: ['journey.showReferences'] } });
  for (const lens of await lensesOf(w)) {
    assert.equal(lens.command, undefined);
    const { line } = lens.range.start;
    const { command } = await w.client.request('codeLens/resolve', lens);
    assert.deepEqual(command, {
      title: titles[line],
      command: 'journey.showReferences',
      arguments: [w.uri(lunch), lens.range.start, places(w)[line]],
    });
  }
  // One that does not gets the number.
  const plain = await workspace(t);
  assert.deepEqual((await lensesOf(plain)).map(({ command }) => command), [
    { title: titles[2], command: '', arguments: [] },
    { title: titles[4], command: '', arguments: [] },
  ]);
});

test('places that are not there', async (t) => {
  const w = await workspace(t);
  const position = { line: 0, character: 0 };
  const textDocument = { uri: w.uri('no.journey') };
  for (const method of ['definition', 'declaration', 'documentHighlight', 'prepareRename', 'prepareCallHierarchy'])
    assert.equal((await w.client.refusal(`textDocument/${method}`, { textDocument, position })).code, ErrorCode.invalidParams);
  assert.equal((await w.client.refusal('textDocument/documentLink', { textDocument })).code, ErrorCode.invalidParams);
});
