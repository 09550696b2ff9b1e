// Edits, questions and cancellations at random, many in one write: each question is answered once, by
// the text as it was when it was asked, and nothing else is said.
import assert from 'node:assert/strict';
import { connect, ErrorCode, test } from './client.mjs';
import { randomFrom, seed } from './random-edits.mjs';

const documents = ['file:///a.journey', 'file:///b.journey'];

test(`a storm of messages keeps its order (seed ${seed})`, async (t) => {
  const random = randomFrom(seed);
  const client = await connect(t, { careless: true, capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } } });
  const names = new Map(documents.map((uri) => [uri, '0']));
  for (const uri of documents) await client.diagnose(uri, 'Journey: 0\n');
  let version = 1;
  let cancelled = 0;
  for (let batch = 0; batch < 40; ++batch) {
    const messages = [];
    const expected = []; // of each request: a name, or undefined for a method that there is not
    for (let i = random.below(60); i >= 0; --i) {
      const uri = random.pick(documents);
      const what = random.below(10);
      if (what < 4) {
        const name = `${++version} ${random.pick(['😀', 'é', '漢', 'x'])}`;
        const end = { line: 0, character: 9 + names.get(uri).length };
        messages.push({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [{ range: { start: { line: 0, character: 9 }, end }, text: name }] } });
        names.set(uri, name);
      } else if (what < 8) {
        messages.push({ id: client.freshId(), method: 'textDocument/documentSymbol', params: { textDocument: { uri } } });
        expected.push(names.get(uri));
      } else if (what < 9) {
        messages.push({ id: client.freshId(), method: random.pick(['$/nothing', 'textDocument/nothing']) }, { method: random.pick(['$/nothing', 'nothing']) });
        expected.push(undefined);
      } else {
        const asked = messages.filter(({ id }) => id !== undefined);
        if (asked.length > 0) messages.push({ method: '$/cancelRequest', params: { id: random.pick(asked).id } });
      }
    }
    for (const [i, { result, error }] of (await Promise.all(client.send(...messages))).entries()) {
      if (error?.code === ErrorCode.cancelled) ++cancelled;
      else if (expected[i] === undefined) assert.equal(error?.code, ErrorCode.methodNotFound);
      else assert.equal(result[0].name, expected[i]);
    }
  }
  assert.ok(cancelled > 10, `${cancelled} were cancelled`);
  // The last version of each is what the findings are about.
  for (const uri of documents) {
    client.change(uri, ++version, 'Journey: last\n');
    await client.waitForDiagnostics(uri, version);
  }
});
