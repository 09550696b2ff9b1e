// A client that is hard to please: the program over stdio, read and written by vscode-jsonrpc.
//
// A test fails, whatever else it looks at, on a message that it did not expect, on one, in either
// direction, that the protocol's metamodel does not allow, on a request that is not answered exactly
// once, on diagnostics of an older version than before, on complaints on standard error, and on a
// bad end. A test that sends what is wrong on purpose says so: `careless`.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import nodeTest from 'node:test';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { wrongInMessage, wrongInReply } from './validator.mjs';

export const program = process.env.JOURNEY;
export const ErrorCode = {
  parse: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  notInitialized: -32002,
  cancelled: -32800,
  contentModified: -32801,
};

/** A test that does not wait for ever for what never comes. */
export const test = (name, run) => nodeTest(name, { timeout: 60_000 }, run);

// --- the client ----------------------------------------------------------------------------------

const living = new Set();

export class Client {
  /** Everything that was not as it should be. */
  problems = [];
  /** How many times diagnostics came, by document. */
  published = new Map();
  capabilities = undefined;
  /** What the server registered after initialize. */
  registrations = [];
  /** How its requests are answered, by method; the others get null. */
  answers = {
    'window/showDocument': () => ({ success: true }),
    'workspace/applyEdit': () => ({ applied: true }),
    'workspace/configuration': ({ items }) => items.map(() => null),
  };
  /** Methods of messages that may come without anybody waiting for them. */
  allowed = new Set();
  #waiting = []; // {wants, resolve, reject}
  #unclaimed = []; // messages that nobody waited for yet
  #pending = new Map(); // our requests that have no reply yet: id -> method
  #raw = new Map(); // those of them sent by `send`: id -> resolve
  #asked = new Map(); // the server's requests: id -> method
  #versions = new Map(); // of the last diagnostics, by document
  #awaited = new Map(); // the version whose diagnostics were waited for, by document
  #rawId = 0;
  #said = ''; // on standard error
  #ending = false;

  constructor(t, { command = program, args = ['lsp'], env = {}, careless = false } = {}) {
    this.careless = careless;
    this.test = t;
    living.add(this);
    this.child = spawn(command, args, { env: { ...process.env, LC_ALL: 'C.UTF-8', ...env } });
    this.ended = once(this.child, 'close').then(([code, signal]) => ({ code, signal }));
    this.child.stdin.on('error', () => undefined); // the program has gone; `ended` says so
    this.child.stderr.on('data', (bytes) => (this.#said += bytes));

    const inner = new StreamMessageReader(this.child.stdout);
    const reader = {
      onError: inner.onError.bind(inner),
      onClose: inner.onClose.bind(inner),
      onPartialMessage: inner.onPartialMessage.bind(inner),
      dispose: () => inner.dispose(),
      listen: (take) => inner.listen((message) => this.#check(message) && take(message)),
    };
    this.writer = new StreamMessageWriter(this.child.stdin);
    const writer = {
      onError: this.writer.onError.bind(this.writer),
      onClose: this.writer.onClose.bind(this.writer),
      dispose: () => this.writer.dispose(),
      end: () => this.writer.end(),
      write: (message) => {
        if ('method' in message && 'id' in message) this.#pending.set(message.id, message.method);
        this.#checkSent(message);
        return this.writer.write(message).catch((error) => {
          // The last words of a server that has been told to end may ask for something.
          if (!this.finished) throw error;
        });
      },
    };
    const complain = (message) => {
      if (!this.finished) this.fail(message);
    };
    const logger = { error: complain, warn: complain, info() {}, log() {} };
    this.connection = createMessageConnection(reader, writer, logger);
    this.connection.onError(([error]) => {
      if (!this.finished || !['ERR_STREAM_DESTROYED', 'EPIPE'].includes(error.code)) this.fail(`what came cannot be read: ${error.message}`);
    });
    this.connection.onRequest((method, params) => {
      if (method === 'client/registerCapability') this.registrations.push(...params.registrations);
      this.#offer({ method, params });
      return (this.answers[method] ?? (() => null))(params);
    });
    this.connection.onNotification((method, params) => this.#offer({ method, params }));
    // vscode-jsonrpc would keep it.
    this.connection.onNotification('$/logTrace', (params) => this.#offer({ method: '$/logTrace', params }));
    this.connection.listen();

    this.ended.then(() => {
      for (const { reject, wants } of this.#waiting) reject(new Error(`the server ended before ${wants.what} came`));
      for (const { reject } of this.#raw.values()) reject(new Error('the server ended without a reply'));
      if (this.#pending.size && !this.abandoned) this.fail(`no reply to ${[...this.#pending.values()].join(', ')}`);
      this.connection.dispose();
    });
    t.after(() => this.end());
  }

  fail(problem) {
    this.problems.push(problem);
  }

  // --- sending

  request(method, params) {
    return params === undefined ? this.connection.sendRequest(method) : this.connection.sendRequest(method, params);
  }

  /** The error a request is answered with. */
  async refusal(method, params) {
    return this.request(method, params).then(
      (result) => assert.fail(`${method} should have been refused, but gave ${JSON.stringify(result)}`),
      (error) => error,
    );
  }

  notify(method, params) {
    const sent = params === undefined ? this.connection.sendNotification(method) : this.connection.sendNotification(method, params);
    return sent.catch((error) => {
      if (!this.finished) this.fail(`${method} could not be sent: ${error.message}`);
    });
  }

  /** Bytes as they are. */
  write(bytes) {
    return new Promise((resolve) => this.child.stdin.write(bytes, resolve));
  }

  /** Messages in one write. Gives a promise of the whole reply for each of them that is a request. */
  send(...messages) {
    const replies = [];
    let frames = '';
    for (const message of messages) {
      if ('id' in message) replies.push(this.reply(message));
      this.#checkSent({ jsonrpc: '2.0', ...message });
      frames += frame(JSON.stringify({ jsonrpc: '2.0', ...message }));
    }
    this.write(frames);
    return replies;
  }

  /** A promise of the whole reply to a request that is sent by `write`. */
  reply({ id, method }) {
    this.#pending.set(id, method);
    return new Promise((resolve, reject) => this.#raw.set(id, { resolve, reject }));
  }

  freshId() {
    return `raw-${++this.#rawId}`;
  }

  // --- receiving

  /** A message of the test's. */
  #checkSent(message) {
    if (this.careless) return;
    const asSent = JSON.parse(JSON.stringify(message)); // what is undefined is not sent
    const problem = 'method' in message ? wrongInMessage(asSent, 'client') : wrongInReply(asSent, this.#asked.get(message.id));
    if (problem && !this.problems.some((other) => other.startsWith(`the test sent ${message.method}`)))
      this.fail(`the test sent ${message.method}: ${problem}: ${JSON.stringify(message).slice(0, 300)}`);
  }

  /** A message of the server's. True if the connection may have it. */
  #check(message) {
    const said = JSON.stringify(message).slice(0, 300);
    const wrong = (why) => this.fail(`${why}: ${said}`);
    if (this.#ending) wrong('a message after exit');
    if ('method' in message) {
      const problem = wrongInMessage(message, 'server');
      if (problem) wrong(problem);
      if ('id' in message) this.#asked.set(message.id, message.method);
      return true;
    }
    const { id, error } = message;
    const method = this.#pending.get(id);
    const problem = wrongInReply(message, method);
    if (problem) wrong(problem);
    if (id === null) {
      this.#offer({ method: 'error', params: error });
      return false;
    }
    if (method === undefined) {
      wrong('a second reply, or one to nothing');
      return false;
    }
    this.#pending.delete(id);
    const raw = this.#raw.get(id);
    raw?.resolve(message);
    this.#raw.delete(id);
    return !raw;
  }

  #offer(message) {
    const { method, params } = message;
    if (method === 'textDocument/publishDiagnostics') {
      this.published.set(params.uri, (this.published.get(params.uri) ?? 0) + 1);
      const last = this.#versions.get(params.uri);
      if (params.version === undefined) this.#versions.delete(params.uri);
      else if (last > params.version) this.fail(`diagnostics of version ${params.version} after those of ${last}`);
      else this.#versions.set(params.uri, params.version);
    }
    const at = this.#waiting.findIndex(({ wants }) => wants(message));
    if (at >= 0) this.#waiting.splice(at, 1)[0].resolve(params);
    else this.#unclaimed.push(message);
  }

  #next(what, wants) {
    wants.what = what;
    const at = this.#unclaimed.findIndex(wants);
    if (at >= 0) return Promise.resolve(this.#unclaimed.splice(at, 1)[0].params);
    return new Promise((resolve, reject) => this.#waiting.push({ wants, resolve, reject }));
  }

  /** All that came so far with this method and nobody waited for. */
  taken(method) {
    const found = this.#unclaimed.filter((message) => message.method === method);
    this.#unclaimed = this.#unclaimed.filter((message) => message.method !== method);
    return found.map(({ params }) => params);
  }

  /** The parameters of the next message with this method. «error» is an error reply without an id. */
  expect(method, fits = () => true) {
    return this.#next(method, (message) => message.method === method && fits(message.params));
  }

  // --- documents

  open(uri, text, version = 1) {
    this.#versions.delete(uri);
    return this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'journey', version, text } });
  }

  /** `changes`: the whole new text, or content changes. */
  change(uri, version, changes) {
    const contentChanges = typeof changes === 'string' ? [{ text: changes }] : changes;
    return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** The diagnostics of a version. Those of earlier ones, if they came, are dropped. */
  async waitForDiagnostics(uri, version) {
    const params = await this.#next(`version ${version} of ${uri}`, (message) =>
      message.method === 'textDocument/publishDiagnostics' && message.params.uri === uri && message.params.version >= version);
    assert.equal(params.version, version, 'the version of the diagnostics');
    this.#awaited.set(uri, version);
    this.#unclaimed = this.#unclaimed.filter((message) =>
      message.method !== 'textDocument/publishDiagnostics' || message.params.uri !== uri || message.params.version > version);
    return params.diagnostics;
  }

  async diagnose(uri, text, version = 1) {
    this.open(uri, text, version);
    return this.waitForDiagnostics(uri, version);
  }

  async close(uri) {
    this.notify('textDocument/didClose', { textDocument: { uri } });
    const last = await this.expect('textDocument/publishDiagnostics', (params) => params.uri === uri && params.version === undefined);
    assert.deepEqual(last.diagnostics, []);
    this.#versions.delete(uri);
  }

  // --- beginning and end

  async initialize({ encodings, locale, capabilities = {}, initializationOptions, processId = null, folders, trace } = {}) {
    const result = await this.request('initialize', {
      processId,
      rootUri: null,
      locale,
      trace,
      initializationOptions,
      ...(folders && { workspaceFolders: folders }),
      capabilities: { ...capabilities, ...(encodings && { general: { positionEncodings: encodings } }) },
    });
    this.capabilities = result.capabilities;
    await this.notify('initialized', {});
    return result;
  }

  /** The test ended the process, or makes it end, by itself. `abandon`: replies may be missing then. */
  async exited({ abandon = false } = {}) {
    this.abandoned = abandon;
    this.finished = true;
    return this.ended;
  }

  async exit() {
    this.finished = true;
    this.#ending = true;
    this.notify('exit');
    return this.ended;
  }

  /** Ends the server by the book, if the test did not, and tells of everything that was wrong. */
  async end() {
    try {
      if (!this.finished) {
        if (this.child.exitCode !== null || this.child.signalCode !== null) {
          this.fail(`the server ended by itself (${this.child.exitCode ?? this.child.signalCode})`);
        } else {
          await Promise.race([this.request('shutdown').catch(({ message }) => this.fail(message)), this.ended]);
          const { code, signal } = await this.exit();
          if (code !== 0) this.fail(`exit code ${code ?? signal}, not 0`);
        }
      }
    } finally {
      this.child.kill('SIGKILL');
      await this.ended;
      living.delete(this);
    }
    // Diagnostics come again when another document changes what they say.
    const isExpected = ({ method, params }) => this.allowed.has(method) ||
      (method === 'textDocument/publishDiagnostics' && params.version !== undefined && this.#awaited.get(params.uri) === params.version);
    for (const message of this.#unclaimed.filter((m) => !isExpected(m))) this.fail(`unexpected: ${JSON.stringify(message).slice(0, 300)}`);
    if (/error|exception|terminate|abort|assert|sanitizer/i.test(this.#said)) this.fail(`on standard error: ${this.#said}`);
    // After a failure nobody ends the test's other clients, and the run would wait for them.
    if (this.problems.length > 0) for (const { test: owner, child } of living) if (owner === this.test) child.kill('SIGKILL');
    assert.deepEqual(this.problems, []);
  }
}

/** An initialized server. */
export async function connect(t, options = {}) {
  const client = new Client(t, { careless: options.careless });
  await client.initialize(options);
  return client;
}

export function frame(content) {
  return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
}

/** The text of a message in a language, from the files that people translate. */
export function message(language, id, values = {}) {
  const file = new URL(`../../grammar/locales/${language}.json`, import.meta.url);
  const text = JSON.parse(readFileSync(file)).messages[id];
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** The finding of a rule, when there is exactly one. */
export function only(diagnostics, rule) {
  const found = diagnostics.filter((d) => d.code === rule);
  assert.equal(found.length, 1, `one ${rule} in ${JSON.stringify(diagnostics)}`);
  return found[0];
}
