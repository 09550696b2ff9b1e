// The three encodings mean the same places: three servers get the same random edits, each counted in
// its own units, and all that they answer, counted back by positions.mjs, is the same.
import assert from 'node:assert/strict';
import { announcedMethods } from './announced.mjs';
import { asking, chained, given, notAsked } from './asking.mjs';
import { Client, test } from './client.mjs';
import { encodings, indexOf, isColumn, linesOf, positionAt } from './positions.mjs';
import { contentChange, edited, randomEdit, randomFrom, randomText, seed, stops } from './random-edits.mjs';
import { everything } from './samples.mjs';
import { model, requests } from './validator.mjs';

const uri = 'file:///encodings.journey';

async function begin(t, encoding, text) {
  const client = new Client(t);
  for (const { method, messageDirection } of [...model.requests, ...model.notifications])
    if (messageDirection !== 'clientToServer') client.allowed.add(method);
  await client.initialize({ encodings: [encoding], capabilities: everything() });
  assert.equal(client.capabilities.positionEncoding, encoding);
  client.open(uri, text);
  return client;
}

/** An answer with indices into the text for positions, and without what the server keeps for itself. */
function counted(value, text, encoding) {
  const lines = linesOf(text);
  const index = (position) => {
    assert.ok(position.line < lines.length, `line ${position.line} of ${lines.length}`);
    assert.ok(isColumn(lines[position.line].text, position.character, encoding), `${JSON.stringify(position)} is inside of a character, or outside of its line`);
    return indexOf(text, position, encoding);
  };
  const walk = (it) => {
    if (Array.isArray(it)) return it.map(walk);
    if (typeof it !== 'object' || it === null) return it;
    if (typeof it.line === 'number' && typeof it.character === 'number') return index(it);
    return Object.fromEntries(Object.entries(it)
      .filter(([name]) => name !== 'data' && name !== 'resultId')
      .map(([name, member]) => [name, walk(member)]));
  };
  const tokens = (data) => {
    const found = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      if (data[i] > 0) character = 0;
      line += data[i];
      character += data[i + 1];
      found.push([index({ line, character }), index({ line, character: character + data[i + 2] }), data[i + 3], data[i + 4]]);
    }
    return found;
  };
  return value?.data && value.resultId !== undefined && Array.isArray(value.data) ? tokens(value.data) : walk(value);
}

/** Every name stands where its symbol says. */
function assertNamed(symbols, text) {
  for (const { name, selectionRange, children } of symbols) {
    const covered = text.slice(selectionRange.start, selectionRange.end);
    assert.ok(covered.includes(name) || name.includes(covered), `the symbol «${name}» selects «${covered}»`);
    assertNamed(children, text);
  }
}

test(`what is said in one encoding is said in all (seed ${seed})`, async (t) => {
  const random = randomFrom(seed);
  let text = randomText(random, 150);
  const clients = await Promise.all(encodings.map((encoding) => begin(t, encoding, text)));
  const methods = announcedMethods(clients[0].capabilities, clients[0].registrations)
    .filter((method) => requests.has(method) && !notAsked.has(method) && !(method in chained) && method.startsWith('textDocument/'));
  assert.ok(methods.length > 15, methods.join(', '));
  const said = new Set();
  for (let version = 2; version <= 200; ++version) {
    const edits = [];
    let after = text;
    for (let n = random.below(3); n >= 0; --n) {
      edits.push([after, randomEdit(random, after)]);
      after = edited(...edits.at(-1));
    }
    clients.forEach((client, i) => client.change(uri, version, edits.map(([before, edit]) => contentChange(before, edit, encodings[i]))));
    text = after;
    if (version % 4 !== 0) continue;
    const at = Array.from({ length: 5 }, () => random.pick(stops(text)));
    const answers = await Promise.all(clients.map((client, i) => {
      const encoding = encodings[i];
      const shape = linesOf(text).map((_, line, all) => positionAt(text, all[line].start + all[line].text.length, encoding).character);
      const places = at.map((index) => positionAt(text, index, encoding));
      const asked = methods.flatMap((method) => asking(method, uri, shape, places, given(client.capabilities)).map((params) => [method, params]));
      return Promise.all(asked.map(async ([method, params]) => {
        const result = await client.request(method, params);
        try {
          return [method, counted(result, text, encoding)];
        } catch (error) {
          throw new Error(`${encoding}, version ${version}, ${method} ${JSON.stringify(params)} of ${JSON.stringify(text)}: ${error.message}`);
        }
      }));
    }));
    for (const [i, [method, answer]] of answers[0].entries())
      for (const other of [1, 2])
        assert.deepEqual(answers[other][i][1], answer, `${method} in ${encodings[other]} and ${encodings[0]}, version ${version} of ${JSON.stringify(text)}`);
    assertNamed(answers[0].find(([method]) => method === 'textDocument/documentSymbol')[1], text);
    for (const [method, answer] of answers[0]) if (answer !== null && answer.length !== 0) said.add(method);
  }
  assert.ok(said.size > methods.length * 0.7, `only these said something: ${[...said].join(', ')}`);
});
