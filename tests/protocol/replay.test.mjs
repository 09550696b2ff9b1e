// Sessions of real editors, played to the server again: every message is sent as it was recorded,
// and in the recorded order, a reply awaited where the editor had it before it said more. What the
// server answers is held against sessions/*.golden.json; JOURNEY_UPDATE_GOLDEN=1 writes these anew,
// sessions/record-* record the sessions anew.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, ErrorCode, test } from './client.mjs';
import { covered, linesOf } from './positions.mjs';
import { model, requests } from './validator.mjs';

const folder = new URL('sessions/', import.meta.url);
const overtaken = [ErrorCode.cancelled, -32801, -32802]; // cancelled, ContentModified, ServerCancelled
// Not the same on every machine or for every version, or looked at elsewhere.
const notKept = new Set(['initialize', 'shutdown', 'workspace/executeCommand', 'journey/preview/open', 'textDocument/semanticTokens/full/delta']);

const read = (editor) => readFileSync(new URL(`${editor}.jsonl`, folder), 'utf8').trim().split('\n').map((line) => JSON.parse(line));

/** The ids of requests that an edit or a cancellation may have overtaken: their replies are a matter of luck. */
function racing(lines) {
  const open = new Set();
  const found = new Set();
  for (const { message, replied } of lines) {
    if (replied !== undefined) open.delete(replied);
    if (message?.method && message.id !== undefined) open.add(message.id);
    if (message?.method === 'textDocument/didChange') for (const id of open) found.add(id);
    if (message?.method === '$/cancelRequest') found.add(message.params.id);
  }
  return found;
}

/** The editor's answers to the server's requests, by method, in order. */
function answersOf(lines) {
  const answers = {};
  for (const { asked, id } of lines.filter(({ asked }) => asked)) {
    const answer = lines.find(({ message }) => message && !message.method && message.id === id)?.message;
    if (answer?.result !== undefined) (answers[asked] ??= []).push(answer.result);
  }
  return answers;
}

const labels = (result) => (result?.items ?? result ?? []).map(({ label }) => label);
const kept = (method, result) => {
  if (method === 'textDocument/completion') return labels(result);
  // How many answers there were before is a matter of luck; where pages of rules lie, of the machine.
  return JSON.parse(JSON.stringify(result, (name, value) => (name === 'resultId' || name === 'codeDescription' ? undefined : value)));
};

/** Of the answers to a method, the golden file has the one that says most. */
const fuller = (result, before) => (before !== undefined && JSON.stringify(before).length > JSON.stringify(result).length ? before : result);

/** JSON with a line for whatever fits into one. */
function pretty(value, indent = '') {
  const flat = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || flat.length + indent.length < 120) return flat;
  const inner = `${indent} `;
  const parts = Array.isArray(value) ? value.map((item) => pretty(item, inner))
    : Object.entries(value).filter(([, item]) => item !== undefined).map(([name, item]) => `${JSON.stringify(name)}: ${pretty(item, inner)}`);
  const [begin, end] = Array.isArray(value) ? '[]' : '{}';
  return `${begin}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${end}`;
}

// Editors are not held against the metamodel: Neovim 0.10 asks for diagnostics with a range.
async function play(t, lines) {
  const client = new Client(t, { careless: true });
  for (const { method, messageDirection } of [...model.requests, ...model.notifications])
    if (messageDirection !== 'clientToServer') client.allowed.add(method);
  for (const [method, results] of Object.entries(answersOf(lines))) {
    const last = results.at(-1);
    client.answers[method] = () => results.shift() ?? last;
  }
  const luck = racing(lines);
  const documents = new Map();
  const replies = new Map();
  const outcome = { answers: {}, documents: {} };
  let pulls = false;
  let encoding = 'utf-16';

  /** What the server makes of a document in the end. */
  const look = async (uri) => {
    const ask = (method) => client.send({ id: client.freshId(), method, params: { textDocument: { uri } } })[0].then(({ result }) => result);
    const document = documents.get(uri);
    const diagnostics = pulls ? (await ask('textDocument/diagnostic')).items : await client.waitForDiagnostics(uri, document.version);
    const text = document.getText();
    outcome.documents[uri] = {
      text: linesOf(text).map((line) => line.text),
      diagnostics: diagnostics.map(({ range, code, severity }) => [code, severity, covered(text, range, encoding)]),
      symbols: await ask('textDocument/documentSymbol'),
    };
  };

  for (const { message, replied } of lines) {
    if (replied !== undefined) {
      const { method, reply } = replies.get(replied);
      const { result, error } = await reply;
      if (error) assert.ok(luck.has(replied) && overtaken.includes(error.code), `${method}: ${error.message}`);
      if (method === 'initialize') {
        pulls = result.capabilities.diagnosticProvider !== undefined;
        encoding = result.capabilities.positionEncoding;
      }
      if (!luck.has(replied) && !notKept.has(method)) outcome.answers[method] = fuller(kept(method, result), outcome.answers[method]);
      continue;
    }
    if (!message?.method) continue;
    const { method, params, id } = message;
    const uri = params?.textDocument?.uri;
    if (method === 'textDocument/didClose') await look(uri);
    if (method === 'exit') {
      assert.deepEqual(await client.exit(), { code: 0, signal: null });
      break;
    }
    const [reply] = client.send(message);
    if (reply) replies.set(id, { method, reply });
    if (method === 'textDocument/didOpen')
      documents.set(uri, TextDocument.create(uri, 'journey', params.textDocument.version, params.textDocument.text));
    // TextDocument counts in UTF-16; so do the editors of these sessions.
    if (method === 'textDocument/didChange') TextDocument.update(documents.get(uri), params.contentChanges, params.textDocument.version);
  }
  assert.equal(encoding, 'utf-16');
  return outcome;
}

for (const editor of ['vscode', 'neovim']) {
  test(`a session of ${editor} goes as it went`, async (t) => {
    const lines = read(editor);
    const outcome = await play(t, lines);
    const asked = new Set(lines.filter(({ message }) => requests.has(message?.method)).map(({ message }) => message.method));
    assert.ok(asked.size > 8, `the session uses much: ${[...asked].join(', ')}`);
    assert.ok(Object.values(outcome.documents).some(({ diagnostics }) => diagnostics.length > 0), 'something was found');
    const golden = new URL(`${editor}.golden.json`, folder);
    if (process.env.JOURNEY_UPDATE_GOLDEN) writeFileSync(golden, `${pretty(outcome)}\n`);
    assert.ok(existsSync(golden), 'JOURNEY_UPDATE_GOLDEN=1 makes what is missing');
    assert.deepEqual(JSON.parse(JSON.stringify(outcome)), JSON.parse(readFileSync(golden)));
  });
}

test('the sessions tell nothing of the machine that they were recorded on', () => {
  for (const editor of ['vscode', 'neovim']) {
    const text = readFileSync(new URL(`${editor}.jsonl`, folder), 'utf8');
    assert.doesNotMatch(text, /\/(tmp|home|root|work|usr)\//);
    assert.ok(text.includes('file:///map/lunch.journey'));
    assert.equal(read(editor)[0].message.params.processId, null);
  }
});
