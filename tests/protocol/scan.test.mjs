// Every feature that the server announces, asked at every place of every example, and after every
// deletion of one character from one of them: no error, no crash, nothing outside the documents.
//
// What is announced decides what is asked: a method is asked as its parameters in the metamodel
// want it (a position, a range, a document), so that a feature of tomorrow is asked too.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import nodeTest from 'node:test';
import { frame, program } from './client.mjs';
import { everything, least } from './samples.mjs';
import { announcedMethods } from './announced.mjs';
import { propertiesOf, requests, wrongInMessage, wrongInReply } from './validator.mjs';

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

// --- how to ask ----------------------------------------------------------------------------------

// They do things, or end the server; the first two were said already.
const notAsked = new Set(['initialize', 'shutdown', 'workspace/executeCommand', 'workspace/diagnostic']);
/** What parameters hold besides the place. */
const given = (capabilities) => ({
  newName: 'Nytt «navn» 😀',
  ch: capabilities.documentOnTypeFormattingProvider?.firstTriggerCharacter,
  options: { tabSize: 2, insertSpaces: true },
});

/** Requests that take what another one gave: from which, and what of it. */
const chained = {
  'codeAction/resolve': ['textDocument/codeAction', (result) => result.filter(({ data }) => data !== undefined)],
  'codeLens/resolve': ['textDocument/codeLens', (result) => result],
  'completionItem/resolve': ['textDocument/completion', (result) => result.items ?? result],
  'documentLink/resolve': ['textDocument/documentLink', (result) => result],
  'inlayHint/resolve': ['textDocument/inlayHint', (result) => result],
  'callHierarchy/incomingCalls': ['textDocument/prepareCallHierarchy', (result) => result.map((item) => ({ item }))],
  'callHierarchy/outgoingCalls': ['textDocument/prepareCallHierarchy', (result) => result.map((item) => ({ item }))],
  'typeHierarchy/supertypes': ['textDocument/prepareTypeHierarchy', (result) => result.map((item) => ({ item }))],
  'typeHierarchy/subtypes': ['textDocument/prepareTypeHierarchy', (result) => result.map((item) => ({ item }))],
  'workspaceSymbol/resolve': ['workspace/symbol', (result) => result],
  'textDocument/rename': ['textDocument/prepareRename', (result, { textDocument, position }) => [{ textDocument, position, newName: given({}).newName }]],
  'textDocument/semanticTokens/full/delta': ['textDocument/semanticTokens/full', ({ resultId }, { textDocument }) => [{ textDocument, previousResultId: resultId }]],
};

/** A document as the client counts it: the length of each line. */
const shapeOf = (text) => text.split(/\r\n|\r|\n/).map((line) => line.length);

/** Every place of a text, between the halves of a surrogate pair too. */
const placesOf = (shape) => shape.flatMap((length, line) => Array.from({ length: length + 1 }, (_, character) => ({ line, character })));

/** The requests of a method about a document: at places, over ranges, or once. Undefined: it is asked otherwise. */
function asking(method, uri, shape, places, extra) {
  const { params } = requests.get(method);
  const names = propertiesOf(params.name).map(({ name }) => name);
  if (!names.includes('textDocument')) return undefined;
  const base = least(params, uri);
  for (const [name, value] of Object.entries(extra)) if (names.includes(name)) base[name] = value;
  const whole = { start: { line: 0, character: 0 }, end: { line: shape.length - 1, character: shape.at(-1) } };
  if (names.includes('position')) return places.map((position) => ({ ...base, position }));
  if (names.includes('positions')) return places.map((position) => ({ ...base, positions: [position] }));
  if (names.includes('ranges')) return places.map((start) => ({ ...base, ranges: [{ start, end: start }, { start, end: whole.end }] }));
  if (names.includes('range')) {
    const to = ({ line, character }) => ({ line, character: Math.min(character + 3, shape[line]) });
    return [{ ...base, range: whole }, ...places.map((start) => ({ ...base, range: { start, end: to(start) } }))];
  }
  return [base];
}

// --- what an answer may say ----------------------------------------------------------------------

/** Fails on a place outside of its document, edits that overlap, a document that nobody has. */
function inside(value, uri, documents) {
  const shape = documents.get(uri);
  const place = ({ line, character }) => {
    assert.ok(shape, `${uri} is a document that nobody has`);
    assert.ok(line < shape.length && character <= shape[line], `${line}:${character} is outside of ${uri}, ${shape.length} lines, ${shape[line]} columns there`);
  };
  const before = (a, b) => a.line < b.line || (a.line === b.line && a.character <= b.character);
  const walk = (it, about) => inside(it, about, documents);
  if (Array.isArray(value)) {
    for (const item of value) walk(item, uri);
    const edits = value.filter((item) => item?.range && item.newText !== undefined).map(({ range }) => range);
    edits.sort((a, b) => (before(a.start, b.start) && (before(a.end, b.end) || !before(b.start, a.start)) ? -1 : 1)); // an insertion before what it stands at
    for (let i = 1; i < edits.length && edits.length === value.length; ++i)
      assert.ok(before(edits[i - 1].end, edits[i].start), `edits overlap: ${JSON.stringify(value)}`);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (typeof value.line === 'number' && typeof value.character === 'number') return place(value);
  if (value.start?.line !== undefined && value.end?.line !== undefined)
    assert.ok(before(value.start, value.end), `ends before it begins: ${JSON.stringify(value)}`);
  if (typeof value.startLine === 'number') assert.ok(value.startLine <= value.endLine && value.endLine < shape.length, `no fold: ${JSON.stringify(value)}`);
  const about = value.textDocument?.uri ?? value.uri ?? uri;
  for (const [name, member] of Object.entries(value)) {
    if (name === 'data' || name === 'arguments') continue; // nobody's but the server's
    if (name === 'changes' && !Array.isArray(member)) for (const [file, edits] of Object.entries(member)) walk(edits, file);
    else if (name === 'documentChanges') changesInside(member, documents);
    else if (name.startsWith('target')) walk(member, value.targetUri ?? uri);
    else if (name === 'originSelectionRange') walk(member, uri);
    else if (name === 'fromRanges') walk(member, value.from?.uri ?? uri);
    else walk(member, about);
  }
}

/** A file that an edit makes is a document from then on. */
function changesInside(changes, documents) {
  const known = new Map(documents);
  for (const change of changes) {
    if (change.kind === 'create') known.set(change.uri, [0]);
    else if (change.kind === 'rename') known.set(change.newUri, known.get(change.oldUri));
    else if (!change.kind) inside(change, change.textDocument.uri, known);
  }
}

/** Semantic tokens lie in order, within their lines, and do not overlap. */
function tokensInside(data, shape, legend) {
  assert.equal(data.length % 5, 0);
  let line = 0;
  let character = 0;
  let end = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines, columns, length, type, modifiers] = data.slice(i, i + 5);
    if (lines > 0) character = end = 0;
    line += lines;
    character += columns;
    assert.ok(character >= end && character + length <= shape[line] && length > 0, `a token at ${line}:${character}, ${length} long`);
    assert.ok(type < legend.tokenTypes.length && modifiers < 2 ** legend.tokenModifiers.length, 'a token of a kind that was announced');
    end = character + length;
  }
}

// --- the scan ------------------------------------------------------------------------------------

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
    const explain = (error) => {
      error.message = `${method} ${JSON.stringify(about)}: ${error.message}`;
      throw error;
    };
    try {
      if (method.startsWith('textDocument/semanticTokens/') && result.data) tokensInside(result.data, shape, capabilities.semanticTokensProvider.legend);
      inside(result, uri, shapes);
      if (method === 'textDocument/codeAction')
        for (const { kind } of result) assert.ok(kinds.some((known) => kind === known || kind.startsWith(`${known}.`)), `${kind} was not announced`);
    } catch (error) {
      explain(error);
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
      error.message = `without «${character}» at ${line}:${column}: ${error.message}`;
      throw error;
    });
    asked += done.asked;
    change({ start, end: start }, character);
    document.shape = shapeOf(text);
    index += character.length;
  }
  t.diagnostic(`${asked} requests after ${version - 1} edits`);
});
