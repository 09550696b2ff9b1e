// Positions in the three encodings, and texts that are edited bit by bit.
import assert from 'node:assert/strict';
import { connect, only, test } from './client.mjs';
import { applied, covered, encodings, isColumn, linesOf, positionAt, rangeOf } from './positions.mjs';
import { contentChange, edited, randomEdit, randomFrom, randomText, seed } from './random-edits.mjs';
import { fitting } from './validator.mjs';

const uri = 'file:///positions.journey';

for (const [offered, chosen] of [
  [['utf-16', 'utf-32', 'utf-8'], 'utf-8'],
  [['utf-8'], 'utf-8'],
  [['utf-16', 'utf-32'], 'utf-16'],
  [['utf-32'], 'utf-32'],
  [[], 'utf-16'],
  [undefined, 'utf-16'],
]) {
  test(`offered ${offered ? `[${offered}]` : 'nothing'}, the server counts in ${chosen}`, async (t) => {
    const client = await connect(t, { encodings: offered });
    assert.equal(client.capabilities.positionEncoding, chosen);
  });
}

// One line each that begins with what is hard to count, and ends in a score that is none.
const beginnings = {
  'letters': 'happy',
  'accents': 'näin työläs ärtymys',
  'combining marks': 'cafe\u0301 n\u0303a\u0308\u0323 Z\u0361\u035f\u0488algo',
  'CJK': '漢字かな 한국어 \u{20BB7}野家',
  'emoji': '😖😀🤷🏽‍♀️ 👩‍👩‍👧‍👦 🇳🇴 ❤️',
  'right to left': 'שלום مرحبا',
  'outside the basic plane': '𝔧𝔬𝔲𝔯𝔫𝔢𝔶 𐍈',
  'a zero-width joiner, a soft hyphen': 'a\u200Db\u00ADc\uFEFFd',
};
const head = (title) => `Journey: ${title}\nPersona: Zoë 👩🏽‍🚀\nPhase: Pay\n  Touchpoint: A\n`;

for (const encoding of encodings) {
  test(`findings stand at the right place in lines that are hard to count (${encoding})`, async (t) => {
    const client = await connect(t, { encodings: [encoding] });
    let version = 0;
    for (const [what, beginning] of Object.entries(beginnings)) {
      const text = `${head(beginning)}    Emotion [Zoë 👩🏽‍🚀]: ${beginning} (+7)\n    Next: ${beginning}\n`;
      const diagnostics = await client.diagnose(uri, text, ++version);
      assert.deepEqual(only(diagnostics, 'invalid-value').range, rangeOf(text, '(+7)', encoding), what);
      assert.deepEqual(only(diagnostics, 'broken-reference').range, rangeOf(text, beginning, encoding, 2), what);
    }
  });

  test(`edits reach the right place in lines that are hard to count (${encoding})`, async (t) => {
    const client = await connect(t, { encodings: [encoding] });
    let version = 0;
    for (const [what, beginning] of Object.entries(beginnings)) {
      let text = `${head(beginning)}    Emotion [Nobody]: ${beginning} (0)\n`;
      await client.diagnose(uri, text, ++version);
      const contentChanges = [];
      const edit = (part, with_) => {
        contentChanges.push({ range: rangeOf(text, part, encoding), text: with_ });
        text = text.replace(part, with_);
      };
      edit('(0)', `${beginning} (+9)`);
      edit('Nobody', `Zoë 👩🏽‍🚀 ${beginning}`);
      edit('Pay', beginning);
      client.change(uri, ++version, contentChanges);
      const diagnostics = await client.waitForDiagnostics(uri, version);
      assert.deepEqual(only(diagnostics, 'invalid-value').range, rangeOf(text, '(+9)', encoding), what);
      const name = only(diagnostics, 'broken-reference');
      assert.match(name.message, new RegExp(`Zoë 👩🏽‍🚀 ${beginning}`), what);
      assert.equal(covered(text, name.range, encoding).replace(/^\[|\]$/g, ''), `Zoë 👩🏽‍🚀 ${beginning}`, what);
    }
  });

  test(`line endings of every kind count as one (${encoding})`, async (t) => {
    const client = await connect(t, { encodings: [encoding] });
    let version = 0;
    for (const ending of ['\n', '\r\n', '\r', 'mixed']) {
      let n = 0;
      const next = () => (ending === 'mixed' ? ['\r', '\n', '\r\n'][n++ % 3] : ending);
      let text = `${head('é')}    Emotion: 😀 (+3)\n`.replaceAll('\n', next);
      let diagnostics = await client.diagnose(uri, text, ++version);
      assert.deepEqual(only(diagnostics, 'invalid-value').range, rangeOf(text, '(+3)', encoding), ending);
      // A line in front, then one in the middle of a line, then two lines become one.
      const contentChanges = [{ range: rangeOf(text, 'Journey', encoding), text: `# å${next()}Journey` }];
      text = text.replace('Journey', contentChanges[0].text);
      contentChanges.push({ range: rangeOf(text, '😀 ', encoding), text: `😀${next()}      | ` });
      text = text.replace('😀 ', contentChanges[1].text);
      const join = { start: positionAt(text, text.indexOf('Pay') + 3, encoding), end: positionAt(text, text.indexOf('  Touchpoint'), encoding) };
      contentChanges.push({ range: join, text: '' });
      text = text.slice(0, text.indexOf('Pay') + 3) + text.slice(text.indexOf('  Touchpoint'));
      client.change(uri, ++version, contentChanges);
      diagnostics = await client.waitForDiagnostics(uri, version);
      assert.deepEqual(diagnostics, await client.diagnose('file:///fresh.journey', text, version), ending);
    }
  });
}

test('a column inside a character means its start, one past the line its end', async (t) => {
  const client = await connect(t, { encodings: ['utf-16'] });
  await client.diagnose(uri, 'Journey: 😀\nPersona: E\n');
  const at = (line, character) => ({ line, character });
  const textOf = async () => (await client.request('textDocument/documentSymbol', { textDocument: { uri } }))[0].name;
  client.change(uri, 2, [{ range: { start: at(0, 10), end: at(0, 10) }, text: 'a' }]);
  await client.waitForDiagnostics(uri, 2);
  assert.equal(await textOf(), 'a😀');
  client.change(uri, 3, [{ range: { start: at(0, 9999), end: at(0, 10000) }, text: 'z' }]);
  await client.waitForDiagnostics(uri, 3);
  assert.equal(await textOf(), 'a😀z');
});

test('half a surrogate pair that comes alone is a character of its own, and the edit is not lost', async (t) => {
  const client = await connect(t, { encodings: ['utf-16'] });
  await client.diagnose(uri, 'Journey: ab\n');
  // JSON.stringify writes a lone half as an escape; editors that split a pair send that.
  client.write(lone(2, '\\ud83d'));
  const name = async () => (await client.request('textDocument/documentSymbol', { textDocument: { uri } }))[0].name;
  await client.waitForDiagnostics(uri, 2);
  assert.equal(await name(), 'a\ufffdb');
  client.change(uri, 3, [{ range: { start: { line: 0, character: 11 }, end: { line: 0, character: 11 } }, text: '😀' }]);
  await client.waitForDiagnostics(uri, 3);
  assert.equal(await name(), 'a\ufffd😀b');
});

function lone(version, text) {
  const body = `{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"${uri}","version":${version}},` +
    `"contentChanges":[{"range":{"start":{"line":0,"character":10},"end":{"line":0,"character":10}},"text":"${text}"}]}}`;
  return `Content-Length: ${body.length}\r\n\r\n${body}`;
}

test('whole-text and ranged changes mix in one notification', async (t) => {
  const client = await connect(t, { encodings: ['utf-16'] });
  await client.diagnose(uri, 'Journey: 1\n');
  client.change(uri, 2, [
    { range: { start: { line: 0, character: 9 }, end: { line: 0, character: 10 } }, text: '2' },
    { text: 'Journey: 😀\r\nPersona: P\r\n' },
    { range: { start: { line: 0, character: 11 }, end: { line: 1, character: 0 } }, text: '!\r' },
    { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } }, text: 'Phase' },
  ]);
  assert.deepEqual(await client.waitForDiagnostics(uri, 2),
    await client.diagnose('file:///fresh.journey', 'Journey: 😀!\rPhase: P\r\n'));
});

test('a change without changes is a new version all the same', async (t) => {
  const client = await connect(t);
  const before = await client.diagnose(uri, 'Journey: 1\n');
  client.change(uri, 2, []);
  assert.deepEqual(await client.waitForDiagnostics(uri, 2), before);
});

test('the version of the diagnostics is that of the text, gaps and all', async (t) => {
  const client = await connect(t);
  await client.diagnose(uri, 'Journey: 1\n', 17);
  for (const version of [18, 40, 2_000_000_000]) {
    client.change(uri, version, 'Journey: 2\n');
    await client.waitForDiagnostics(uri, version);
  }
  await client.close(uri);
  await client.diagnose(uri, 'Journey: 3\n', 1);
});

for (const first of ['# A comment', 'stray', 'Emotion: happy', 'Channel: shop'])
  test(`typing in the only head of a text that begins with «${first}»`, async (t) => {
    const client = await connect(t, { encodings: ['utf-8'] });
    for (const [version, [beginning, typed]] of Object.entries([['Journey: ', 'A'], ['Persona:', ' '], ['Touchpoint: A\n', '\n']])) {
      const before = `${first}\n${beginning}`;
      const end = positionAt(before, before.length, 'utf-8');
      await client.diagnose(uri, before, 2 * version + 1);
      client.change(uri, 2 * version + 2, [{ range: { start: end, end }, text: typed }]);
      const fresh = await client.diagnose('file:///fresh.journey', before + typed, 2 * version + 2);
      assert.deepEqual(await client.waitForDiagnostics(uri, 2 * version + 2), fresh, before + typed);
    }
  });

// --- a long session of random edits --------------------------------------------------------------

/** Says with the first difference how it came about. */
function assertSame(actual, expected, situation) {
  try {
    assert.deepEqual(actual, expected);
  } catch (error) {
    error.message += `\n${situation()}`;
    throw error;
  }
}

for (const encoding of encodings) {
  test(`a long session of edits ends where opening the text afresh does (${encoding}, seed ${seed})`, async (t) => {
    const random = randomFrom(seed);
    const client = await connect(t, { encodings: [encoding], capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true }, publishDiagnostics: { relatedInformation: true } } } });
    const fresh = 'file:///fresh.journey';
    let text = randomText(random, 200);
    await client.diagnose(uri, text, 1);
    const about = async (of) => Promise.all(['documentSymbol', 'foldingRange', 'formatting', 'codeLens'].map((feature) =>
      client.request(`textDocument/${feature}`, fitting(`textDocument/${feature}`, { textDocument: { uri: of }, options: { tabSize: 2, insertSpaces: true } }))));
    const comparable = (value, of) => JSON.parse(JSON.stringify(value).replaceAll(of, 'the document'));
    for (let version = 2; version <= 500; ++version) {
      const before = text;
      const contentChanges = [];
      for (let n = random.below(4); n >= 0; --n) {
        if (random.below(150) === 0) {
          text = randomText(random, 200);
          contentChanges.push({ text });
          continue;
        }
        const edit = randomEdit(random, text);
        contentChanges.push(contentChange(text, edit, encoding));
        text = edited(text, edit);
      }
      client.change(uri, version, contentChanges);
      const found = await client.waitForDiagnostics(uri, version);
      client.open(fresh, text, version);
      const expected = await client.waitForDiagnostics(fresh, version);
      const situation = () => `version ${version}, from ${JSON.stringify(before)} by ${JSON.stringify(contentChanges)} to ${JSON.stringify(text)}`;
      assertSame(comparable(found, uri), comparable(expected, fresh), situation);
      const lines = linesOf(text).map((line) => line.text);
      for (const { range } of found) {
        assert.ok(range.start.line < range.end.line || (range.start.line === range.end.line && range.start.character <= range.end.character));
        for (const p of [range.start, range.end])
          if (!isColumn(lines[p.line] ?? '', p.character, encoding)) assert.fail(`${JSON.stringify(p)} is no position at ${situation()}`);
      }
      if (version % 10 === 0) {
        const features = await about(uri);
        assertSame(comparable(features, uri), comparable(await about(fresh), fresh), situation);
        const once = applied(text, features[2], encoding);
        const twice = await client.diagnose('file:///formatted.journey', once, version).then(() =>
          client.request('textDocument/formatting', { textDocument: { uri: 'file:///formatted.journey' }, options: { tabSize: 2, insertSpaces: true } }));
        assertSame(twice, [], () => `formatting ${JSON.stringify(once)}, which was formatted, ${situation()}`);
      }
      await client.close(fresh);
    }
  });
}

