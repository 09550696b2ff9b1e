// Completion as different editors take it, and formatting: of ranges, while typing, with options;
// what they contain in detail is tests/unit's.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { connect, ErrorCode, message, test } from './client.mjs';
import { applied, covered, encodings, positionAt } from './positions.mjs';

const uri = 'file:///writing.journey';
const options = { tabSize: 2, insertSpaces: true };

// What VS Code (vscode-languageclient 11), Neovim 0.10 and a client of long ago say of themselves.
const vscode = {
  textDocument: {
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        commitCharactersSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        deprecatedSupport: true,
        preselectSupport: true,
        tagSupport: { valueSet: [1] },
        insertReplaceSupport: true,
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
        insertTextModeSupport: { valueSet: [1, 2] },
        labelDetailsSupport: true,
      },
      insertTextMode: 2,
      completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode', 'data'] },
    },
    rangeFormatting: { dynamicRegistration: true, rangesSupport: true },
  },
};
const neovim = {
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: false,
        commitCharactersSupport: false,
        preselectSupport: false,
        deprecatedSupport: false,
        documentationFormat: ['markdown', 'plaintext'],
      },
      completionList: { itemDefaults: ['editRange', 'insertTextFormat', 'insertTextMode', 'data'] },
      contextSupport: false,
    },
  },
};
const bare = {};

/** A document with a cursor, marked |. */
async function opened(t, marked, capabilities, more = {}) {
  const index = marked.indexOf('|');
  const text = marked.slice(0, index) + marked.slice(index + 1);
  const client = await connect(t, { capabilities, ...more });
  await client.diagnose(uri, text);
  const encoding = client.capabilities.positionEncoding;
  const position = positionAt(text, index, encoding);
  return { client, text, encoding, position, at: { textDocument: { uri }, position } };
}

/** The items as if the list had no defaults (LSP 3.17, CompletionList.itemDefaults). */
function whole({ items, itemDefaults: defaults = {} }) {
  const { editRange, ...others } = defaults;
  return items.map(({ textEditText, ...item }) => {
    const newText = textEditText ?? item.label;
    const textEdit = item.textEdit ?? (editRange.insert ? { newText, ...editRange } : { newText, range: editRange });
    return { ...others, ...item, textEdit };
  });
}
const labelled = (list, label) => whole(list).find((item) => item.label === label) ?? assert.fail(`no ${label} in ${list.items.map((i) => i.label)}`);

/** The text with an item accepted; `mode` is how VS Code calls it. */
function accepted({ text, encoding }, { textEdit: { newText, range, insert, replace }, additionalTextEdits = [] }, mode = 'replace') {
  return applied(text, [...additionalTextEdits, { newText, range: range ?? { insert, replace }[mode] }], encoding);
}

const touchpoint = 'Journey: Lunch 😀\nPersona: Emma\nPhase: Pay\n  Touchpoint: Queue\n';

test('one list, whatever the client makes of it: every item is accepted alike', async (t) => {
  const place = `${touchpoint}    Emo|: glad 😀\n`;
  const after = `${touchpoint}    Emotion: glad 😀\n`;
  for (const capabilities of [vscode, neovim, bare])
    for (const encoding of encodings) {
      const doc = await opened(t, place, capabilities, { encodings: [encoding] });
      const list = await doc.client.request('textDocument/completion', doc.at);
      assert.equal(accepted(doc, labelled(list, 'Emotion')), after);
      assert.deepEqual(whole(list).map(({ sortText }) => sortText), whole(list).map(({ sortText }) => sortText).sort());
    }
});

test('VS Code chooses between inserting and replacing', async (t) => {
  const doc = await opened(t, `${touchpoint}    Emo|tion: glad\n`, vscode);
  const list = await doc.client.request('textDocument/completion', doc.at);
  const { insert, replace } = list.itemDefaults.editRange;
  assert.equal(covered(doc.text, insert, doc.encoding), 'Emo');
  assert.equal(covered(doc.text, replace, doc.encoding), 'Emotion');
  const thought = labelled(list, 'Thought');
  assert.ok(accepted(doc, thought, 'insert').includes('    Thoughttion: glad\n'));
  assert.ok(accepted(doc, thought).includes('    Thought: glad\n'));
  const simple = await opened(t, `${touchpoint}    Emo|tion: glad\n`, neovim);
  const { itemDefaults } = await simple.client.request('textDocument/completion', simple.at);
  assert.equal(covered(simple.text, itemDefaults.editRange, simple.encoding), 'Emotion');
  // Where nothing stands behind the cursor there is nothing to choose.
  const end = await opened(t, `${touchpoint}    Emo|`, vscode);
  const atEnd = await end.client.request('textDocument/completion', end.at);
  assert.equal(covered(end.text, atEnd.itemDefaults.editRange, end.encoding), 'Emo');
});

test('what a list says for all items is not said again, and only to those who read it', async (t) => {
  const doc = await opened(t, `${touchpoint}    |`, vscode);
  const list = await doc.client.request('textDocument/completion', doc.at);
  assert.equal(list.isIncomplete, false);
  assert.equal(list.itemDefaults.insertTextFormat, 1);
  for (const item of list.items) assert.equal(item.textEdit, undefined);
  const old = await opened(t, `${touchpoint}    |`, bare);
  const plain = await old.client.request('textDocument/completion', old.at);
  assert.equal(plain.itemDefaults, undefined);
  for (const item of plain.items) {
    for (const key of ['textEditText', 'labelDetails', 'preselect', 'commitCharacters', 'insertTextMode', 'data'])
      assert.equal(item[key], undefined, key);
    assert.ok(item.textEdit.range && item.insertTextFormat === undefined, item.label);
  }
});

test('documentation comes when it is asked for, to those who ask', async (t) => {
  const doc = await opened(t, `${touchpoint}    |`, vscode);
  const list = await doc.client.request('textDocument/completion', doc.at);
  for (const item of list.items) assert.equal(item.documentation, undefined);
  const item = labelled(list, 'Emotion');
  assert.equal(item.labelDetails.description, 'Feeling');
  assert.equal(item.detail, undefined);
  const resolved = await doc.client.request('completionItem/resolve', item);
  const { documentation, detail, ...rest } = resolved;
  assert.deepEqual(documentation, { kind: 'markdown', value: message('en', 'about-emotion') });
  assert.equal(detail, 'Feeling');
  assert.deepEqual(rest, item, 'all else comes back as it went');
  const block = await doc.client.request('completionItem/resolve', labelled(list, 'Touchpoint …'));
  assert.match(block.documentation.value, /^```journey\nTouchpoint: …\n {2}Channel: …/);

  const eager = await opened(t, `${touchpoint}    |`, neovim);
  const all = await eager.client.request('textDocument/completion', eager.at);
  assert.deepEqual(labelled(all, 'Emotion').documentation, { kind: 'markdown', value: message('en', 'about-emotion') });
  const old = await opened(t, `${touchpoint}    |`, bare, { locale: 'nb' });
  const plain = await old.client.request('textDocument/completion', old.at);
  assert.equal(labelled(plain, 'Emotion').documentation, message('nb', 'about-emotion'));
});

test('documentation keeps to the format that a client names first', async (t) => {
  const plaintext = { textDocument: { completion: { completionItem: { documentationFormat: ['plaintext', 'markdown'] } } } };
  const doc = await opened(t, `${touchpoint}    Thought [|\n`, plaintext);
  const { documentation } = labelled(await doc.client.request('textDocument/completion', doc.at), 'Emma');
  assert.equal(documentation.kind, 'plaintext');
  assert.ok(documentation.value.startsWith('Emma'), documentation.value);
});

test('an item whose document is gone, or that says nothing of itself, is given back as it is', async (t) => {
  const doc = await opened(t, `${touchpoint}    |`, vscode);
  const item = labelled(await doc.client.request('textDocument/completion', doc.at), 'Channel');
  await doc.client.close(uri);
  assert.deepEqual(await doc.client.request('completionItem/resolve', item), item);
  assert.deepEqual(await doc.client.request('completionItem/resolve', { label: 'x' }), { label: 'x' });
  for (const data of [1, 'x', [], { uri: 1, about: 'x' }, { uri }]) {
    const error = await doc.client.refusal('completionItem/resolve', { label: 'x', data });
    assert.equal(error.code, ErrorCode.invalidParams);
  }
  const none = { label: 'x', data: { uri, about: 'keyword:none' } };
  await doc.client.diagnose(uri, doc.text);
  assert.deepEqual(await doc.client.request('completionItem/resolve', none), none);
});

test('whole blocks are snippets that a client indents by itself', async (t) => {
  const doc = await opened(t, `${touchpoint}    |`, vscode);
  const list = await doc.client.request('textDocument/completion', doc.at);
  for (const { label, insertTextFormat, insertTextMode, textEdit } of whole(list)) {
    assert.equal(insertTextFormat, label.includes('…') ? 2 : 1, label);
    assert.equal(insertTextMode, label.includes('…') ? 2 : undefined, label);
    assert.equal(textEdit.newText.includes('\n'), label.includes('…'), label);
  }
  const start = await opened(t, '|', vscode);
  const labels = (await start.client.request('textDocument/completion', start.at)).items.map(({ label }) => label);
  for (const label of ['Persona …', 'Phase …', 'Journey … purchase', 'Journey … 5e', 'Kundenreise … purchase'])
    assert.ok(labels.includes(label), `${label} in ${labels}`);
  for (const capabilities of [neovim, bare]) {
    const simple = await opened(t, '|', capabilities);
    for (const { label, textEdit } of whole(await simple.client.request('textDocument/completion', simple.at)))
      assert.ok(!label.includes('…') && !textEdit.newText.includes('$'), label);
  }
});

test('a comma accepts the name of a rule, and nothing else is accepted by being typed', async (t) => {
  const commits = async (marked, capabilities) => {
    const doc = await opened(t, marked, capabilities);
    return whole(await doc.client.request('textDocument/completion', doc.at)).map(({ commitCharacters }) => commitCharacters);
  };
  for (const found of await commits('# journey-ignore: |\n', vscode)) assert.deepEqual(found, [',']);
  const old = { textDocument: { completion: { completionItem: { commitCharactersSupport: true } } } };
  for (const found of await commits('# journey-ignore: |\n', old)) assert.deepEqual(found, [',']);
  for (const found of await commits('# journey-ignore: |\n', neovim)) assert.equal(found, undefined);
  for (const place of ['    |', '    Emotion: |', '    Thought [|'])
    for (const found of await commits(touchpoint + place, vscode)) assert.equal(found, undefined);
});

test('what stands there already is preselected', async (t) => {
  const doc = await opened(t, 'Journey: J\n  State: |future\n', vscode);
  const list = await doc.client.request('textDocument/completion', doc.at);
  assert.deepEqual(list.items.filter(({ preselect }) => preselect).map(({ label }) => label), ['future']);
});

test('a space that indents asks for nothing', async (t) => {
  const doc = await opened(t, `${touchpoint}    |`, vscode);
  const context = { triggerKind: 2, triggerCharacter: ' ' };
  assert.deepEqual((await doc.client.request('textDocument/completion', { ...doc.at, context })).items, []);
});

// --- formatting ----------------------------------------------------------------------------------

const messy = 'Journey : Å 😀\nGoal :g\nPhase:P\nTouchpoint : T';

test('a range, or several, are formatted as within the whole', async (t) => {
  for (const encoding of encodings) {
    const client = await connect(t, { capabilities: vscode, encodings: [encoding] });
    await client.diagnose(uri, messy);
    const line = (from, to = from) => ({ start: { line: from, character: 0 }, end: { line: to, character: 4 } });
    const ask = (method, more) => client.request(`textDocument/${method}`, { textDocument: { uri }, options, ...more });
    const one = await ask('rangeFormatting', { range: line(1) });
    assert.equal(applied(messy, one, encoding), 'Journey : Å 😀\n  Goal: g\nPhase:P\nTouchpoint : T');
    const two = await ask('rangesFormatting', { ranges: [line(0), line(3)] });
    assert.equal(applied(messy, two, encoding), 'Journey: Å 😀\nGoal :g\nPhase:P\n  Touchpoint: T\n');
    const all = await ask('rangeFormatting', { range: line(0, 3) });
    assert.deepEqual(all, await ask('formatting'));
  }
});

test('several ranges are announced to those who know them', async (t) => {
  const provider = async (capabilities) => (await connect(t, { capabilities })).capabilities.documentRangeFormattingProvider;
  assert.deepEqual(await provider(vscode), { rangesSupport: true });
  assert.equal(await provider(bare), true);
});

test('what a client wants of line ends is kept, how deep to indent is the language\'s', async (t) => {
  const client = await connect(t, { capabilities: vscode });
  const format = async (text, more) => {
    await client.diagnose(uri, text, format.version++);
    return applied(text, await client.request('textDocument/formatting', { textDocument: { uri }, options: { ...options, ...more } }), 'utf-16');
  };
  format.version = 1;
  assert.equal(await format('Journey: J  \nGoal: g\n\n\n', { tabSize: 8, insertSpaces: false }), 'Journey: J\n  Goal: g\n');
  assert.equal(await format('Journey: J  \nGoal: g\n\n\n', { trimTrailingWhitespace: false, trimFinalNewlines: false }), 'Journey: J  \n  Goal: g\n\n\n');
  assert.equal(await format('Journey: J', { insertFinalNewline: false }), 'Journey: J');
  assert.equal(await format('Journey: J', { insertFinalNewline: true }), 'Journey: J\n');
  client.careless = true;
  const error = await client.refusal('textDocument/formatting', { textDocument: { uri }, options: { insertFinalNewline: 'yes' } });
  assert.equal(error.code, ErrorCode.invalidParams);
});

test('while typing, a line comes to stand where it belongs', async (t) => {
  const onType = async (marked, ch, encoding) => {
    const doc = await opened(t, marked, vscode, { encodings: [encoding] });
    const edits = await doc.client.request('textDocument/onTypeFormatting', { ...doc.at, ch, options });
    for (const { range } of edits) assert.deepEqual([range.start.line, range.end.line], [doc.position.line, doc.position.line]);
    return applied(doc.text, edits, encoding);
  };
  for (const encoding of encodings) {
    assert.equal(await onType('Phase: Å 😀\n|', '\n', encoding), 'Phase: Å 😀\n  ');
    assert.equal(await onType(`${touchpoint}    Thought: 😀\n    |why\n`, '\n', encoding), `${touchpoint}    Thought: 😀\n      | why\n`);
    assert.equal(await onType(`${touchpoint}    Emotion [Ærø 😀]:|\n`, ':', encoding), `${touchpoint}    Emotion [Ærø 😀]:\n`);
    assert.equal(await onType(`${touchpoint}Emotion [Ærø 😀]:|\n`, ':', encoding), `${touchpoint}    Emotion [Ærø 😀]:\n`);
  }
  assert.equal(await onType(`${touchpoint}    |\r\n`, '\r\n', 'utf-16'), `${touchpoint}    \r\n`);
  const { documentOnTypeFormattingProvider: provider } = (await connect(t)).capabilities;
  assert.equal(provider.firstTriggerCharacter, '\n');
});

test('every item at many places of every example leaves a line without a stray', async (t) => {
  const client = await connect(t, { capabilities: vscode });
  const folder = new URL('../../grammar/examples/', import.meta.url);
  let version = 1;
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.journey'))) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const lines = text.split('\n');
    const strays = (found) => found.filter(({ code }) => code === 'stray-line').length;
    const before = strays(await client.diagnose(uri, text, version++));
    for (let line = 1; line < lines.length - 1; line += 7) {
      const colon = lines[line].indexOf(':');
      if (colon < 0 || lines[line].trimStart().startsWith('#')) continue;
      await client.diagnose(uri, text, version++);
      const list = await client.request('textDocument/completion', { textDocument: { uri }, position: { line, character: colon } });
      const item = whole(list).find(({ insertTextFormat }) => insertTextFormat !== 2);
      if (!item) continue;
      const after = accepted({ text, encoding: 'utf-16' }, item);
      assert.equal(strays(await client.diagnose(uri, after, version++)), before, `${name}:${line + 1} ${item.label}`);
    }
  }
});
