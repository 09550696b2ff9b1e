// From `initialize` to `exit`: capabilities, requests and their replies, cancellation, the end.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Client, connect, ErrorCode, frame, only, program, test } from './client.mjs';
import { fitting } from './validator.mjs';

const uri = 'file:///lifecycle.journey';
const lunch = 'Journey: Lunch\nPersona: Emma\nPhase: Pay\n  Touchpoint: Queue\n    Emotion: happy\n# journey-ignore-file: no-evidence, never-reviewed, journey-without-goal, persona-without-goal, touchpoint-without-channel, touchpoint-without-action, touchpoint-without-thought\n';

test('initialize tells the name, the version and what the server can do', async (t) => {
  const client = new Client(t);
  const { capabilities, serverInfo } = await client.initialize({ encodings: ['utf-16', 'utf-8'] });
  assert.equal(serverInfo.name, 'journey');
  assert.match(serverInfo.version, /^\d+\.\d+\.\d+/);
  assert.equal(capabilities.positionEncoding, 'utf-8');
  assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 });
  assert.ok(capabilities.codeActionProvider.codeActionKinds.includes('quickfix'));
  assert.deepEqual(capabilities.executeCommandProvider, { commands: ['journey.openPreview'] });
  assert.ok(capabilities.completionProvider.triggerCharacters.includes(':'));
  for (const name of ['hoverProvider', 'documentSymbolProvider', 'foldingRangeProvider', 'documentFormattingProvider'])
    assert.equal(capabilities[name], true, name);
  assert.ok(capabilities.codeLensProvider);
});

test('a client that shows the preview itself gets no command for it', async (t) => {
  const client = await connect(t, { initializationOptions: { preview: 'messages' } });
  assert.equal(client.capabilities.executeCommandProvider, undefined);
});

test('initialize copes with clients that say little, or odd things', async (t) => {
  const params = [
    { processId: null, rootUri: null, capabilities: {} },
    { processId: null, capabilities: { general: null, textDocument: 7 }, locale: null, initializationOptions: [] },
    { capabilities: { general: { positionEncodings: ['utf-7', 3] } }, trace: 'verbose', workspaceFolders: null },
  ];
  for (const said of params) {
    const client = new Client(t, { careless: true });
    client.allowed.add('$/logTrace'); // one of them asks for it
    const result = await client.request('initialize', said);
    assert.equal(result.capabilities.positionEncoding, 'utf-16');
    client.notify('initialized', {});
    only(await client.diagnose(uri, 'Journey: A\n'), 'no-persona');
  }
});

test('before initialize, requests are refused and notifications dropped', async (t) => {
  const client = new Client(t, { careless: true });
  client.open(uri, lunch);
  const error = await client.refusal('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } });
  assert.equal(error.code, ErrorCode.notInitialized);
  assert.equal((await client.refusal('no/such/method')).code, ErrorCode.notInitialized);
  assert.equal((await client.refusal('shutdown')).code, ErrorCode.notInitialized);
  await client.initialize();
  assert.deepEqual(await client.diagnose(uri, lunch), []);
});

test('initialize a second time is refused', async (t) => {
  const client = await connect(t, { encodings: ['utf-8'] });
  const error = await client.refusal('initialize', { processId: null, rootUri: null, capabilities: {} });
  assert.equal(error.code, ErrorCode.invalidRequest);
  const [finding] = (await client.diagnose(uri, 'Ærlig: 🙂\n')).filter((d) => d.code === 'unknown-keyword');
  assert.equal(finding.range.end.character, 6, 'UTF-8 still');
});

test('exit after shutdown gives 0', async (t) => {
  const client = await connect(t);
  assert.equal(await client.request('shutdown'), null);
  assert.deepEqual(await client.exit(), { code: 0, signal: null });
});

test('exit without shutdown gives 1', async (t) => {
  const client = await connect(t);
  assert.deepEqual(await client.exit(), { code: 1, signal: null });
});

test('exit before initialize gives 1', async (t) => {
  const client = new Client(t);
  assert.deepEqual(await client.exit(), { code: 1, signal: null });
});

test('after shutdown, requests are refused and notifications dropped', async (t) => {
  const client = await connect(t, { careless: true });
  await client.diagnose(uri, lunch);
  await client.request('shutdown');
  client.change(uri, 2, 'Journey: B\n');
  for (const method of ['textDocument/documentSymbol', 'shutdown', 'initialize', 'no/such/method'])
    assert.equal((await client.refusal(method, { textDocument: { uri } })).code, ErrorCode.invalidRequest, method);
  assert.deepEqual(await client.exit(), { code: 0, signal: null });
});

test('what comes in one write with shutdown and exit is answered first', async (t) => {
  const client = await connect(t);
  client.finished = true;
  const [symbols, shutdown] = client.send(
    { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'journey', version: 1, text: lunch } } },
    { id: 's', method: 'textDocument/documentSymbol', params: { textDocument: { uri } } },
    { id: 'x', method: 'shutdown' },
    { method: 'exit' },
  );
  assert.equal((await symbols).result[0].name, 'Lunch');
  assert.equal((await shutdown).result, null);
  assert.deepEqual(await client.exited(), { code: 0, signal: null });
});

test('the end of standard input ends the server', async (t) => {
  const client = await connect(t);
  client.child.stdin.end();
  const { code, signal } = await client.exited();
  assert.equal(signal, null);
  assert.notEqual(code, 0, 'nobody said shutdown');
});

test('the end of standard input in the middle of a message ends the server', async (t) => {
  const client = await connect(t);
  client.child.stdin.end('Content-Length: 100\r\n\r\n{"jsonrpc":');
  assert.equal((await client.exited()).signal, null);
});

test('a client that no longer reads does not hang or crash the server', async (t) => {
  const client = await connect(t);
  client.child.stdout.destroy();
  await client.open(uri, lunch);
  client.child.stdin.end();
  assert.equal((await client.exited({ abandon: true })).signal, null);
});

test('the server ends when the process that the client named has gone', async (t) => {
  const parent = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
  t.after(() => parent.kill('SIGKILL'));
  await once(parent, 'spawn');
  const client = await connect(t, { processId: parent.pid });
  assert.deepEqual(await client.diagnose(uri, lunch), []);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  // Our pipes are still open: only the missing process tells it.
  assert.deepEqual(await client.exited(), { code: 1, signal: null });
});

test('--stdio and --clientProcessId are accepted', async (t) => {
  const client = new Client(t, { args: ['lsp', '--stdio', `--clientProcessId=${process.pid}`] });
  await client.initialize();
});

test('every request is replied to exactly once, in order', async (t) => {
  const client = await connect(t, { careless: true });
  await client.diagnose(uri, lunch);
  const textDocument = { uri };
  const position = { line: 3, character: 4 };
  const methods = ['hover', 'completion', 'documentSymbol', 'foldingRange', 'formatting', 'codeLens', 'codeAction', 'nothing'];
  const order = [];
  const params = { textDocument, position, range: { start: position, end: position }, context: { diagnostics: [] }, options: { tabSize: 2, insertSpaces: true } };
  const messages = Array.from({ length: 400 }, (_, i) => {
    const method = `textDocument/${methods[i % methods.length]}`;
    return { id: i % 2 ? i : `text-${i}`, method, params: fitting(method, params) };
  });
  const replies = client.send(...messages);
  replies.forEach((reply) => reply.then(({ id }) => order.push(id)));
  for (const [i, { error }] of (await Promise.all(replies)).entries())
    assert.equal(error?.code, methods[i % methods.length] === 'nothing' ? ErrorCode.methodNotFound : undefined);
  assert.deepEqual(order, messages.map(({ id }) => id));
});

// --- cancellation --------------------------------------------------------------------------------

const hover = (id) => ({ id, method: 'textDocument/hover', params: { textDocument: { uri }, position: { line: 0, character: 2 } } });
const cancel = (id) => ({ method: '$/cancelRequest', params: { id } });

test('a request cancelled in the same write gets one reply: that it was cancelled', async (t) => {
  const client = await connect(t);
  await client.diagnose(uri, lunch);
  for (const id of [700, 'seven hundred']) {
    const [reply] = client.send(hover(id), cancel(id));
    assert.equal((await reply).error?.code, ErrorCode.cancelled);
  }
  // The ids are free again, and other requests are not touched.
  const [first, second, third] = client.send(hover(1), hover(700), hover('700'), cancel('700'));
  assert.ok((await first).result);
  assert.ok((await second).result, 'the number 700 was not cancelled');
  assert.equal((await third).error?.code, ErrorCode.cancelled);
});

test('cancelling what is unknown, done, cancelled or no id at all is harmless', async (t) => {
  const client = await connect(t, { careless: true });
  await client.diagnose(uri, lunch);
  await client.send(hover(5))[0];
  client.send(cancel(5), cancel(5), cancel('never'), cancel(null), { method: '$/cancelRequest' }, { method: '$/cancelRequest', params: [] });
  const [again] = client.send(hover(5), { ...cancel(5), params: { id: 6 } });
  assert.ok((await again).result);
});

test('vscode-jsonrpc cancels with its token', async (t) => {
  const { CancellationTokenSource } = await import('vscode-jsonrpc/node');
  const client = await connect(t);
  await client.diagnose(uri, lunch);
  const source = new CancellationTokenSource();
  const { method, params } = hover(0);
  const reply = client.connection.sendRequest(method, params, source.token).then((result) => result.contents, (error) => error.code);
  source.cancel();
  // It may have been answered before the word came through.
  const answer = await reply;
  assert.ok(answer === ErrorCode.cancelled || answer.kind === 'markdown', JSON.stringify(answer));
});

// --- superseded work -----------------------------------------------------------------------------

test('a burst of changes is published a few times, the last version last', async (t) => {
  const client = await connect(t);
  await client.diagnose(uri, lunch);
  const before = client.published.get(uri);
  const last = 201;
  let frames = '';
  for (let version = 2; version <= last; ++version) {
    const text = version === last ? 'x' : 'Journey: ';
    const contentChanges = [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text }];
    frames += frame(JSON.stringify({ jsonrpc: '2.0', method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges } }));
  }
  await client.write(frames);
  const diagnostics = await client.waitForDiagnostics(uri, last);
  only(diagnostics, 'unknown-keyword');
  assert.ok(client.published.get(uri) - before <= 10, `${client.published.get(uri) - before} publishes`);
});

test('a request among changes sees the text as it was then', async (t) => {
  const client = await connect(t);
  await client.diagnose(uri, lunch);
  const symbols = (id) => ({ id, method: 'textDocument/documentSymbol', params: { textDocument: { uri } } });
  const change = (version, text) => ({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges: [{ text }] } });
  const [a, b, c] = client.send(symbols('a'), change(2, 'Journey: B\n'), symbols('b'), change(3, 'Journey: C\n'), symbols('c'));
  assert.deepEqual([(await a).result[0].name, (await b).result[0].name, (await c).result[0].name], ['Lunch', 'B', 'C']);
  await client.waitForDiagnostics(uri, 3);
});
