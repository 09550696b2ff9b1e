// What helps to read a map, as a client sees it: hints, colours, selections, folds, linked titles, the
// curve in a hover, lenses. What they contain in detail is tests/unit's.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { connect, ErrorCode, message, test } from './client.mjs';
import { covered, rangeOf } from './positions.mjs';

const uri = 'file:///reading.journey';
const textDocument = { uri };
const lunch = [
  'Journey: Lunch', //                                0
  'Persona: Emma', //                                 1
  '  Need: Vegetarian food', //                       2
  '# The part that hurts', //                         3
  '# most', //                                        4
  'Phase: Pay 😀', //                                  5
  '  Touchpoint: Queue', //                           6
  '    Emotion [Emma]: 😖 frustrated', //             7
  '    Pain point: Twelve minutes', //                8
  '  Touchpoint: Till', //                            9
  '    Emotion: glad (+1)', //                       10
  '    Pain point: Cash only', //                    11
  '    Next [no cash]: Queue', //                    12
  '',
].join('\n');
const whole = { start: { line: 0, character: 0 }, end: { line: 13, character: 0 } };

async function opened(t, capabilities = {}, more = {}, text = lunch) {
  const client = await connect(t, { capabilities, ...more });
  await client.diagnose(uri, text);
  return client;
}
const at = (line, character) => ({ textDocument, position: { line, character } });

// --- hints ---------------------------------------------------------------------------------------

test('hints stand behind what they speak of, with their explanation', async (t) => {
  const client = await opened(t);
  const hints = await client.request('textDocument/inlayHint', { textDocument, range: whole });
  assert.deepEqual(hints.map(({ position, label }) => [position.line, position.character, label]), [
    [5, 13, message('en', 'hint-mean', { valence: '−0.5' })], [6, 19, '1/2'], [7, 33, '−2'], [9, 18, '2/2'],
  ]);
  for (const { paddingLeft, tooltip, data } of hints) {
    assert.ok(paddingLeft && tooltip.value && data === undefined);
  }
  const [written] = hints[2].textEdits;
  assert.deepEqual([written.range.start, written.newText], [hints[2].position, ' (-2)']);
  const some = await client.request('textDocument/inlayHint', {
    textDocument, range: { start: { line: 7, character: 0 }, end: { line: 8, character: 0 } } });
  assert.deepEqual(some.map(({ label }) => label), ['−2']);
});

test('a client that resolves hints gets the explanation when it asks', async (t) => {
  const client = await opened(t, { textDocument: { inlayHint: { resolveSupport: { properties: ['tooltip'] } } } });
  const hints = await client.request('textDocument/inlayHint', { textDocument, range: whole });
  for (const hint of hints) assert.equal(hint.tooltip, undefined);
  const resolved = await client.request('inlayHint/resolve', hints[1]);
  assert.ok(resolved.tooltip.value.includes(message('en', 'hover-place', { number: 1, count: 2 })));
  assert.deepEqual({ ...resolved, tooltip: undefined }, { ...hints[1], tooltip: undefined });
  await client.change(uri, 2, lunch.replace('Lunch', 'Dinner'));
  await client.waitForDiagnostics(uri, 2);
  assert.equal((await client.refusal('inlayHint/resolve', hints[1])).code, ErrorCode.contentModified);
});

// --- colours -------------------------------------------------------------------------------------

/** «line:character length type.modifiers text» */
function readTokens({ legend }, data, text) {
  const lines = text.split('\n');
  const out = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down, right, length, type, bits] = data.slice(i, i + 5);
    line += down;
    character = down ? right : character + right;
    const modifiers = legend.tokenModifiers.filter((_, bit) => bits & (1 << bit));
    out.push({ line, character, kind: [legend.tokenTypes[type], ...modifiers].join('.'), text: lines[line].slice(character, character + length) });
  }
  return out;
}
function applyTokenEdits(data, edits) {
  const out = [...data];
  for (const { start, deleteCount, data: added = [] } of [...edits].sort((a, b) => b.start - a.start))
    out.splice(start, deleteCount, ...added);
  return out;
}

test('tokens name what the text is', async (t) => {
  const client = await opened(t);
  const provider = client.capabilities.semanticTokensProvider;
  const { data } = await client.request('textDocument/semanticTokens/full', { textDocument });
  const tokens = readTokens(provider, data, lunch);
  const kindOf = (text, line) => tokens.find((token) => token.text === text && token.line === line)?.kind;
  assert.equal(kindOf('Journey', 0), 'keyword');
  assert.equal(kindOf('Pay 😀', 5), 'namespace.declaration');
  assert.equal(kindOf('Emma', 7), 'interface');
  assert.equal(kindOf('😖', 7), 'enumMember');
  assert.equal(kindOf('(+1)', 10), 'number');
  assert.equal(kindOf('Queue', 12), 'class');
  assert.equal(kindOf('# most', 4), 'comment');
});

test('tokens of a range are those of the whole that stand there', async (t) => {
  const client = await opened(t);
  const provider = client.capabilities.semanticTokensProvider;
  const { data } = await client.request('textDocument/semanticTokens/full', { textDocument });
  const range = { start: { line: 5, character: 3 }, end: { line: 7, character: 0 } };
  const some = await client.request('textDocument/semanticTokens/range', { textDocument, range });
  const inside = readTokens(provider, data, lunch).filter(({ line }) => line >= 5 && line <= 7);
  assert.deepEqual(readTokens(provider, some.data, lunch), inside);
});

test('a client that colours with a grammar is not sent prose', async (t) => {
  const client = await opened(t, {
    textDocument: { semanticTokens: { requests: {}, tokenTypes: [], tokenModifiers: [], formats: ['relative'], augmentsSyntaxTokens: true } } });
  const { data } = await client.request('textDocument/semanticTokens/full', { textDocument });
  const kinds = readTokens(client.capabilities.semanticTokensProvider, data, lunch).map(({ kind }) => kind);
  assert.ok(kinds.includes('class') && !kinds.includes('comment') && !kinds.includes('string'), kinds.join());
});

for (const encoding of ['utf-8', 'utf-16', 'utf-32']) {
  test(`what changed makes the old tokens the new ones, in ${encoding}`, async (t) => {
    const client = await opened(t, {}, { encodings: [encoding] });
    let sent = await client.request('textDocument/semanticTokens/full', { textDocument });
    let data = sent.data;
    const texts = [
      lunch, // nothing changed
      lunch.replace('Queue', '😀 Queue'),
      lunch.replace('Touchpoint: Till', 'Touchpoint: Till\n    Thought: å 漢字'),
      '',
      `# new\n${lunch}`,
      lunch.replace(/Phase[^]*/u, ''),
    ];
    for (const [i, text] of texts.entries()) {
      await client.change(uri, i + 2, text);
      await client.waitForDiagnostics(uri, i + 2);
      const delta = await client.request('textDocument/semanticTokens/full/delta', { textDocument, previousResultId: sent.resultId });
      assert.ok(delta.edits, 'edits, not the whole');
      assert.notEqual(delta.resultId, sent.resultId);
      if (i === 0) assert.deepEqual(delta.edits, []);
      data = applyTokenEdits(data, delta.edits);
      const { data: afresh, resultId } = await client.request('textDocument/semanticTokens/full', { textDocument });
      assert.deepEqual(data, afresh);
      sent = { resultId };
    }
  });
}

test('a small edit makes a small delta, and a stranger gets the whole', async (t) => {
  const client = await opened(t);
  const { resultId, data } = await client.request('textDocument/semanticTokens/full', { textDocument });
  const range = rangeOf(lunch, 'Twelve', 'utf-16');
  await client.change(uri, 2, [{ range, text: 'Thirteen' }]);
  await client.waitForDiagnostics(uri, 2);
  const { edits } = await client.request('textDocument/semanticTokens/full/delta', { textDocument, previousResultId: resultId });
  assert.deepEqual(edits.map(({ deleteCount, data: added }) => [deleteCount, added.length]), [[5, 5]]);
  const stranger = await client.request('textDocument/semanticTokens/full/delta', { textDocument, previousResultId: 'nobody' });
  assert.equal(stranger.data.length, data.length);
  // Nothing is kept over a close: the id of before is a stranger's then.
  await client.close(uri);
  await client.diagnose(uri, lunch);
  const reopened = await client.request('textDocument/semanticTokens/full/delta', { textDocument, previousResultId: stranger.resultId });
  assert.deepEqual(reopened.data, data);
});

// --- selections, folds, linked titles ------------------------------------------------------------

test('selections grow around each position', async (t) => {
  const client = await opened(t);
  const positions = [{ line: 8, character: 20 }, { line: 0, character: 0 }, { line: 13, character: 0 }];
  const ranges = await client.request('textDocument/selectionRange', { textDocument, positions });
  assert.equal(ranges.length, 3);
  const steps = [];
  for (let range = ranges[0]; range; range = range.parent)
    steps.push(covered(lunch, range.range, 'utf-16'));
  assert.deepEqual(steps.slice(0, 3), ['Twelve', 'Twelve minutes', 'Pain point: Twelve minutes']);
  assert.ok(steps[3].startsWith('Touchpoint: Queue') && steps[4].startsWith('Phase: Pay') && steps[5].startsWith('Journey: Lunch'));
  assert.equal(steps.at(-1), lunch);
});

test('folds have kinds, a text for those who show it, and a limit for those who set one', async (t) => {
  const plain = await (await opened(t)).request('textDocument/foldingRange', { textDocument });
  assert.deepEqual(plain.map(({ startLine, kind }) => [startLine, kind]), [
    [0, undefined], [1, undefined], [3, 'comment'], [5, 'region'], [6, undefined], [9, undefined],
  ]);
  for (const { collapsedText } of plain) assert.equal(collapsedText, undefined);
  const rich = await opened(t, { textDocument: { foldingRange: { rangeLimit: 2, foldingRange: { collapsedText: true } } } });
  const folds = await rich.request('textDocument/foldingRange', { textDocument });
  assert.deepEqual(folds.map(({ startLine, collapsedText }) => [startLine, collapsedText]), [[0, 'Phases: 1'], [5, 'Touchpoints: 2']]);
});

test('a title is linked with what leads to it', async (t) => {
  const client = await opened(t);
  const { ranges, wordPattern } = await client.request('textDocument/linkedEditingRange', at(6, 16));
  assert.deepEqual(ranges.map(({ start, end }) => [start.line, start.character, end.character]), [[6, 14, 19], [12, 20, 25]]);
  assert.match('Two words', new RegExp(`^(?:${wordPattern})$`));
  const persona = await client.request('textDocument/linkedEditingRange', at(1, 10));
  assert.deepEqual(persona.ranges.map(({ start }) => start.line), [1, 7]);
  assert.equal(await client.request('textDocument/linkedEditingRange', at(12, 22)), null, 'another target is meant');
});

// --- hover ---------------------------------------------------------------------------------------

test('a hover is Markdown, Markdown with a picture or plain text, as the client takes it', async (t) => {
  const hover = async (capabilities) => {
    const client = await opened(t, capabilities);
    return (await client.request('textDocument/hover', at(6, 16))).contents;
  };
  const formats = (...contentFormat) => ({ textDocument: { hover: { contentFormat } } });
  const html = { general: { markdown: { parser: 'marked', version: '1.1.0' } } };

  const markdown = await hover(formats('markdown', 'plaintext'));
  assert.equal(markdown.kind, 'markdown');
  assert.match(markdown.value, /\*\*Queue\*\*/);
  assert.ok(!markdown.value.includes('data:'), markdown.value);

  const picture = await hover({ ...formats('markdown', 'plaintext'), ...html });
  const [, svg] = picture.value.match(/!\[[^\]]+\]\(data:image\/svg\+xml,([^)\s]+)\)/);
  assert.ok(svg.length < 2048);
  assert.match(decodeURIComponent(svg), /^<svg xmlns='http:\/\/www.w3.org\/2000\/svg'.*<circle .*<\/svg>$/);

  const plain = await hover({ ...formats('plaintext', 'markdown'), ...html });
  assert.equal(plain.kind, 'plaintext');
  assert.doesNotMatch(plain.value, /\*\*|!\[|\\/);
  assert.ok(plain.value.includes(message('en', 'hover-place-lowest')));
});

// --- lenses --------------------------------------------------------------------------------------

test('open pain points are counted, in the reader’s language', async (t) => {
  const shown = async (client, title) =>
    (await client.request('textDocument/codeLens', { textDocument }))
      .filter(({ command }) => command.title === title)
      .map(({ range, command }) => [range.start.line, command.command]);
  for (const locale of ['en', 'fi']) {
    const client = await opened(t, {}, { locale });
    assert.deepEqual(await shown(client, message(locale, 'lens-open-pains', { count: 2 })), [[0, ''], [5, '']]);
  }
  const one = await opened(t, {}, {}, lunch.replace('    Pain point: Cash only\n', ''));
  assert.deepEqual(await shown(one, message('en', 'lens-open-pain')), [[0, ''], [5, '']]);
});

test('an editor that can list places gets them when the lens is shown', async (t) => {
  const client = await opened(t, {}, { initializationOptions: { commands: ['journey.showReferences'] } });
  const [, lens] = await client.request('textDocument/codeLens', { textDocument });
  assert.equal(lens.command, undefined);
  const { command, range } = await client.request('codeLens/resolve', lens);
  assert.equal(command.title, message('en', 'lens-open-pains', { count: 2 }));
  assert.equal(command.command, 'journey.showReferences');
  const [where, position, locations] = command.arguments;
  assert.deepEqual([where, position], [uri, range.start]);
  assert.deepEqual(locations.map((place) => [place.uri, place.range.start.line]), [[uri, 8], [uri, 11]]);
  await client.change(uri, 2, 'Journey: Another\n');
  await client.waitForDiagnostics(uri, 2);
  assert.equal((await client.refusal('codeLens/resolve', lens)).code, ErrorCode.contentModified);
});

test('every reading feature answers for every example, in every language', async (t) => {
  const examples = new URL('../../grammar/examples/', import.meta.url);
  for (const name of ['canteen.nb.journey', 'workshop.en.journey', 'purchase.fi.journey']) {
    const text = readFileSync(new URL(name, examples), 'utf8');
    const client = await opened(t, {}, {}, text);
    const lines = text.split('\n');
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    const positions = lines.flatMap((line, i) => [0, line.length >> 1, line.length].map((character) => ({ line: i, character })));
    const answers = await Promise.all([
      client.request('textDocument/inlayHint', { textDocument, range }),
      client.request('textDocument/semanticTokens/range', { textDocument, range }),
      client.request('textDocument/selectionRange', { textDocument, positions }),
      ...positions.map((position) => client.request('textDocument/linkedEditingRange', { textDocument, position })),
    ]);
    assert.equal(answers[2].length, positions.length);
  }
});
