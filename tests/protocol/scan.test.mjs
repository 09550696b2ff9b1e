// Every feature that the server announces, asked at every place of every example, and after every
// deletion of one character from one of them: no error, no crash, nothing outside the documents.
//
// What is announced decides what is asked, asking.mjs how.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import nodeTest from 'node:test';
import { announcedMethods } from './announced.mjs';
import { asking, chained, given, notAsked } from './asking.mjs';
import { frame, program } from './client.mjs';
import { inside, shapeOf, tokensInside } from './inside.mjs';
import { everything } from './samples.mjs';
import { requests, wrongInMessage, wrongInReply } from './validator.mjs';

const examples = new URL('../../grammar/examples/', import.meta.url);
const deletedFrom = 'workshop.en.journey';
const test = (name, run) => nodeTest(name, { timeout: 300_000 }, run);

// --- a client that is only fast ------------------------------------------------------------------

/** Sends requests in large batches. Replies that came before, word for word, are looked at once. */
class Pipe {
  #bytes = [];
  #size = 0;
  #waiting = new Map(); // id -> {method, take}
  #done = undefined;
  #id = 0;
  registrations = [];

  constructor(t) {
    this.child = spawn(program, ['lsp'], { env: { ...process.env, LC_ALL: 'C.UTF-8' }, stdio: ['pipe', 'pipe', 'inherit'] });
    t.after(() => this.child.kill('SIGKILL'));
    this.child.on('close', (code, signal) => this.#fail?.(new Error(`the server ended (${code ?? signal}) before it answered ${[...this.#waiting.values()][0]?.method}`)));
    this.child.stdin.on('error', () => undefined);
    this.child.stdout.on('data', (chunk) => {
      this.#bytes.push(chunk);
      this.#size += chunk.length;
      try {
        this.#cut();
      } catch (error) {
        this.#fail?.(error);
      }
    });
  }
  #fail = undefined;

  #cut() {
    let all = this.#bytes.length === 1 ? this.#bytes[0] : Buffer.concat(this.#bytes, this.#size);
    let at = 0;
    for (;;) {
      const end = all.indexOf('\r\n\r\n', at);
      if (end < 0) break;
      const length = Number(all.toString('latin1', at + 'Content-Length: '.length, end));
      if (all.length < end + 4 + length) break;
      this.#take(all.toString('utf8', end + 4, end + 4 + length));
      at = end + 4 + length;
    }
    all = all.subarray(at);
    this.#bytes = all.length > 0 ? [all] : [];
    this.#size = all.length;
  }

  #take(content) {
    const reply = /^\{"jsonrpc":"2\.0","id":(\d+),"(result|error)":/.exec(content);
    if (!reply) return this.#other(JSON.parse(content));
    const { method, about, seen, take } = this.#waiting.get(Number(reply[1]));
    this.#waiting.delete(Number(reply[1]));
    const said = `${method} ${content.slice(reply[0].length)}`;
    if (!seen.has(said)) {
      seen.add(said);
      const message = JSON.parse(content);
      const problem = wrongInReply(message, method);
      assert.equal(problem, undefined, `${method} ${JSON.stringify(about)}: ${problem}`);
      assert.equal(message.error, undefined, `${method} ${JSON.stringify(about)}: ${message.error?.message}`);
      take(message.result, about);
    }
    if (this.#waiting.size === 0) this.#done();
  }

  #other(message) {
    const problem = wrongInMessage(message, 'server');
    assert.equal(problem, undefined, `${message.method}: ${problem}`);
    if (message.method === 'client/registerCapability') this.registrations.push(...message.params.registrations);
    const result = message.method === 'workspace/configuration' ? message.params.items.map(() => null) : null;
    if ('id' in message) this.child.stdin.write(frame(JSON.stringify({ jsonrpc: '2.0', id: message.id, result })));
  }

  notify(method, params) {
    this.child.stdin.write(frame(JSON.stringify({ jsonrpc: '2.0', method, params })));
  }

  /** `asked`: [method, params]. `take` gets each result that is new in `seen`, and the parameters. */
  ask(asked, take, seen = new Set()) {
    if (asked.length === 0) return Promise.resolve();
    let text = '';
    for (const [method, params] of asked) {
      const id = ++this.#id;
      this.#waiting.set(id, { method, about: params, seen, take: (result, about) => take(method, result, about) });
      text += frame(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    }
    return new Promise((resolve, reject) => {
      this.#done = resolve;
      this.#fail = reject;
      this.child.stdin.write(text);
    });
  }

  async one(method, params) {
    let answer;
    await this.ask([[method, params]], (_, result) => (answer = result));
    return answer;
  }
}

// --- the scan ------------------------------------------------------------------------------------

/** Every place of a text, between the halves of a surrogate pair too. */
const placesOf = (shape) => shape.flatMap((length, line) => Array.from({ length: length + 1 }, (_, character) => ({ line, character })));

async function begin(t) {
  const pipe = new Pipe(t);
  const capabilities = everything();
  capabilities.general.positionEncodings = ['utf-16'];
  const result = await pipe.one('initialize', { processId: null, rootUri: null, capabilities });
  pipe.notify('initialized', {});
  const documents = new Map();
  for (const name of readdirSync(examples).filter((file) => file.endsWith('.journey'))) {
    const uri = `file:///examples/${name}`;
    const text = readFileSync(new URL(name, examples), 'utf8');
    documents.set(uri, { text, shape: shapeOf(text) });
    pipe.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'journey', version: 1, text } });
  }
  await pipe.one('textDocument/documentSymbol', { textDocument: { uri: [...documents.keys()][0] } });
  const methods = announcedMethods(result.capabilities, pipe.registrations).filter((method) => requests.has(method) && !notAsked.has(method));
  return { pipe, documents, methods, capabilities: result.capabilities };
}

/** Asks all about one document, at these places, then all that takes what came. */
async function scan({ pipe, documents, methods, capabilities }, uri, places) {
  const shape = documents.get(uri).shape;
  const shapes = new Map([...documents].map(([name, document]) => [name, document.shape]));
  const kinds = capabilities.codeActionProvider?.codeActionKinds ?? [];
  const came = {};
  const take = (method, result, about) => {
    if (result === null) return;
    try {
      if (method.startsWith('textDocument/semanticTokens/') && result.data) tokensInside(result.data, shape, capabilities.semanticTokensProvider.legend);
      inside(result, uri, shapes);
      if (method === 'textDocument/codeAction')
        for (const { kind } of result) assert.ok(kinds.some((known) => kind === known || kind.startsWith(`${known}.`)), `${kind} was not announced`);
    } catch (error) {
      throw new Error(`${method} ${JSON.stringify(about)}: ${error.message}`);
    }
    (came[method] ??= []).push([result, about]);
  };
  const asked = [];
  let answered = 0;
  for (const method of methods) {
    if (chained[method] && methods.includes(chained[method][0])) continue;
    const params = asking(method, uri, shape, places, given(capabilities));
    for (const one of params ?? []) asked.push([method, one]);
    if (params) ++answered;
  }
  const seen = new Set();
  await pipe.ask(asked, take, seen);
  // Completion items and the like come again and again: one of a kind is enough.
  const more = new Map();
  for (const method of methods.filter((name) => chained[name])) {
    const [from, of] = chained[method];
    for (const [result, about] of came[from] ?? [])
      for (const params of of(result, about)) {
        const key = `${method} ${params.label ? JSON.stringify([params.label, params.kind]) : params.title ?? JSON.stringify(params)}`;
        if (!more.has(key)) more.set(key, [method, params]);
      }
  }
  await pipe.ask([...more.values()], take, seen);
  return { asked: asked.length + more.size, answered, came };
}

test('every feature at every place of every example', async (t) => {
  const session = await begin(t);
  const came = new Set();
  let asked = 0;
  for (const [uri, { shape }] of session.documents) {
    const done = await scan(session, uri, placesOf(shape));
    asked += done.asked;
    for (const method of Object.keys(done.came)) came.add(method);
  }
  for (const method of session.methods.filter((name) => !name.startsWith('workspace/') && !name.startsWith('workspaceSymbol/')))
    assert.ok(came.has(method), `${method} is announced, but gave nothing anywhere: how is it asked?`);
  const shapes = new Map([...session.documents].map(([name, { shape }]) => [name, shape]));
  if (session.methods.includes('workspace/symbol'))
    await session.pipe.ask(['', 'a', 'é', '😀', 'lunch', 'Q', '['].map((query) => ['workspace/symbol', { query }]), (_, result) => inside(result, undefined, shapes));
  t.diagnostic(`${asked} requests of ${session.methods.length} methods`);
});

test(`every feature after every deletion of one character from ${deletedFrom}`, async (t) => {
  const session = await begin(t);
  const uri = `file:///examples/${deletedFrom}`;
  const document = session.documents.get(uri);
  const { text } = document;
  let version = 1;
  let asked = 0;
  let index = 0;
  for (const character of text) {
    const without = text.slice(0, index) + text.slice(index + character.length);
    const line = text.slice(0, index).split('\n').length - 1;
    const column = index - (text.lastIndexOf('\n', index - 1) + 1);
    const start = { line, character: column };
    const end = character === '\n' ? { line: line + 1, character: 0 } : { line, character: column + character.length };
    const change = (range, inserted) =>
      session.pipe.notify('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ range, text: inserted }] });
    change({ start, end }, '');
    document.shape = shapeOf(without);
    const places = [start, { line, character: 0 }, { line, character: document.shape[line] }];
    const done = await scan(session, uri, places).catch((error) => {
      throw new Error(`without «${character}» at ${line}:${column}: ${error.message}`);
    });
    asked += done.asked;
    change({ start, end: start }, character);
    document.shape = shapeOf(text);
    index += character.length;
  }
  t.diagnostic(`${asked} requests after ${version - 1} edits`);
});
