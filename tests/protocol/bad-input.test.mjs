// Broken frames, broken JSON, broken params: an error reply each, and the server lives on with
// nothing lost.
import assert from 'node:assert/strict';
import { connect, ErrorCode, frame, only, test } from './client.mjs';
import { fitting } from './validator.mjs';

const uri = 'file:///bad-input.journey';
// What few lines leave unsaid is not what is tested here.
const quiet = '# journey-ignore-file: no-evidence, never-reviewed, journey-without-goal, persona-without-goal, touchpoint-without-channel, touchpoint-without-action, touchpoint-without-thought\n';
const text = `Journey: Lunch\nPersona: Emma\nPhase: Pay\n  Touchpoint: Queue\n    Emotion: happy\n${quiet}`;
const textDocument = { uri };
const symbolsRequest = (id) => ({ id, method: 'textDocument/documentSymbol', params: { textDocument } });

async function opened(t, options) {
  const client = await connect(t, options);
  assert.deepEqual(await client.diagnose(uri, text), []);
  return client;
}

/** The document is still there, as it was, and answers. */
async function assertAlive(client, name = 'Lunch') {
  const [symbol] = await client.request('textDocument/documentSymbol', { textDocument });
  assert.equal(symbol.name, name);
}

/** Bytes and then a sound request, in one write: one error of this kind, and the reply. */
async function survives(t, bytes, code, errors = 1) {
  const client = await opened(t);
  const request = symbolsRequest(client.freshId());
  const reply = client.reply(request);
  client.write(Buffer.concat([Buffer.from(bytes), Buffer.from(frame(JSON.stringify({ jsonrpc: '2.0', ...request })))]));
  for (let i = 0; i < errors; ++i) assert.equal((await client.expect('error')).code, code);
  assert.equal((await reply).result[0].name, 'Lunch');
  await assertAlive(client);
}

const sound = JSON.stringify({ jsonrpc: '2.0', method: 'initialized', params: {} });

for (const [what, header] of Object.entries({
  'no length': 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n',
  'an empty length': 'Content-Length:\r\n\r\n',
  'a length that is a word': 'Content-Length: many\r\n\r\n',
  'a negative length': 'Content-Length: -5\r\n\r\n',
  'a length with a unit': 'Content-Length: 12 bytes\r\n\r\n',
  'a length beyond all numbers': 'Content-Length: 99999999999999999999999\r\n\r\n',
  'a length beyond all memory': 'Content-Length: 999999999999\r\n\r\n',
  'no colon': 'Content-Length 5\r\n\r\n',
})) {
  test(`a header with ${what}`, (t) => survives(t, header, ErrorCode.parse));
}

test('a header in odd case, with a type, and with bare line feeds, is understood', async (t) => {
  const client = await opened(t);
  for (const [i, head] of [(n) => `content-LENGTH:${n}\r\n\r\n`, (n) => `Content-Type: a/b\r\nContent-Length: ${n}\r\n\r\n`,
    (n) => `Content-Length: ${n}  \r\nX: y\r\n\r\n`, (n) => `Content-Length: ${n}\n\n`].entries()) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...symbolsRequest(`h${i}`) });
    const reply = client.reply(symbolsRequest(`h${i}`));
    client.write(head(Buffer.byteLength(body)) + body);
    assert.equal((await reply).result[0].name, 'Lunch');
  }
});

test('a header that never ends', (t) => survives(t, `X: ${'y'.repeat(20_000)}`, ErrorCode.parse));
test('noise between messages', (t) => survives(t, 'What is this?\r\n\r\n', ErrorCode.parse));
test('a length that is too short', (t) => survives(t, `Content-Length: ${sound.length - 9}\r\n\r\n${sound}`, ErrorCode.parse));
test('a length that is too long', (t) => survives(t, `Content-Length: ${sound.length + 9}\r\n\r\n${sound}`, ErrorCode.parse));
test('a length of nothing', (t) => survives(t, 'Content-Length: 0\r\n\r\n', ErrorCode.parse));

test('a length that reaches over several messages loses only its own', async (t) => {
  const client = await opened(t);
  const after = ['a', 'b', 'c'].map((id) => symbolsRequest(id));
  const replies = after.map((request) => client.reply(request));
  const frames = after.map((request) => frame(JSON.stringify({ jsonrpc: '2.0', ...request })));
  const swallowed = sound.length + frames[0].length + frames[1].length + 20;
  client.write(`Content-Length: ${swallowed}\r\n\r\n${sound}${frames.join('')}`);
  assert.equal((await client.expect('error')).code, ErrorCode.parse);
  for (const { result } of await Promise.all(replies)) assert.equal(result[0].name, 'Lunch');
});

for (const [what, content, code] of [
  ['an open brace', '{', ErrorCode.parse],
  ['words', 'hello', ErrorCode.parse],
  ['a trailing comma', '{"jsonrpc":"2.0","method":"initialized",}', ErrorCode.parse],
  ['nothing but spaces', '    ', ErrorCode.parse],
  ['a number that is none', '{"jsonrpc":"2.0","id":01,"method":"shutdown"}', ErrorCode.parse],
  ['two values', '{} {}', ErrorCode.parse],
  ['a bottomless array', '['.repeat(100_000), ErrorCode.parse],
  ['a byte order mark', '\uFEFF{"jsonrpc":"2.0","method":"initialized","params":{}}', ErrorCode.parse],
  ['a raw control character', '{"jsonrpc":"2.0","method":"a\nb"}', ErrorCode.parse],
  ['a number', '42', ErrorCode.invalidRequest],
  ['a string', '"shutdown"', ErrorCode.invalidRequest],
  ['null', 'null', ErrorCode.invalidRequest],
  ['a batch', '[{"jsonrpc":"2.0","id":1,"method":"shutdown"},{"jsonrpc":"2.0","method":"exit"}]', ErrorCode.invalidRequest],
  ['an empty object', '{}', ErrorCode.invalidRequest],
  ['no method', '{"jsonrpc":"2.0","params":{}}', ErrorCode.invalidRequest],
  ['a method that is a number', '{"jsonrpc":"2.0","method":7}', ErrorCode.invalidRequest],
  ['an id that is an object', '{"jsonrpc":"2.0","id":{},"method":"shutdown"}', ErrorCode.invalidRequest],
  ['an id that is true', '{"jsonrpc":"2.0","id":true,"method":"shutdown"}', ErrorCode.invalidRequest],
]) {
  test(`content that is ${what}`, (t) => survives(t, frame(content), code));
}

test('invalid UTF-8 in a string', (t) => {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', method: 'textDocument/didChange', params: { textDocument: { uri, version: 2 }, contentChanges: [{ text: 'Journey: X?' }] } }));
  body[body.indexOf('?'.charCodeAt(0))] = 0xFF;
  return survives(t, Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]), ErrorCode.parse);
});

test('replies that nobody waits for are left alone', async (t) => {
  const client = await opened(t);
  client.write(frame('{"jsonrpc":"2.0","id":99,"result":null}') + frame('{"jsonrpc":"2.0","id":"journey-77","error":{"code":1,"message":"no"}}'));
  await assertAlive(client);
});

test('a message in single bytes, and many in one piece', async (t) => {
  const client = await opened(t);
  const change = { method: 'textDocument/didChange', params: { textDocument: { uri, version: 2 }, contentChanges: [{ text: text.replace('Lunch', 'Brød 😀') }] } };
  const request = symbolsRequest('slow');
  const reply = client.reply(request);
  const bytes = Buffer.from(frame(JSON.stringify({ jsonrpc: '2.0', ...change })) + frame(JSON.stringify({ jsonrpc: '2.0', ...request })));
  for (const byte of bytes) await client.write(Buffer.of(byte));
  assert.equal((await reply).result[0].name, 'Brød 😀');
  await client.waitForDiagnostics(uri, 2);
  const many = Array.from({ length: 1000 }, (_, i) => symbolsRequest(i));
  assert.equal((await Promise.all(client.send(...many))).length, 1000);
});

test('a message of 20 MB', async (t) => {
  const client = await opened(t);
  const large = `${text}# ${'æøå😀 '.repeat(1_900_000)}\n`;
  assert.ok(Buffer.byteLength(large) > 20_000_000);
  client.change(uri, 2, [{ text: large }]);
  assert.deepEqual(await client.waitForDiagnostics(uri, 2), []);
  client.change(uri, 3, [{ range: { start: { line: 0, character: 9 }, end: { line: 0, character: 14 } }, text: 'Dinner' }]);
  assert.deepEqual(await client.waitForDiagnostics(uri, 3), []);
  await assertAlive(client, 'Dinner');
});

test('a map of 20 MB', async (t) => {
  const client = await connect(t);
  const step = '  Touchpoint: Waits in the queue\n    Channel: Till\n    Emotion: happy\n';
  const large = `# journey-ignore-file: duplicate-touchpoint, crowded-map, flat-curve\n${quiet.replace(', touchpoint-without-channel', '')}Journey: Large\nPersona: Emma\nPhase: Pay\n${step.repeat(290_000)}`;
  assert.ok(large.length > 20_000_000);
  assert.deepEqual(await client.diagnose(uri, large), []);
  client.change(uri, 2, [{ range: { start: { line: 300_002, character: 0 }, end: { line: 300_002, character: 0 } }, text: 'Colour: red\n' }]);
  only(await client.waitForDiagnostics(uri, 2), 'unknown-keyword');
});

// --- methods and params --------------------------------------------------------------------------

test('a method that nobody knows: an error to a request, silence to a notification', async (t) => {
  const client = await opened(t, { careless: true });
  for (const method of ['textDocument/implode', '', 'initialized', 'textDocument/didOpen', '$/unknown'])
    assert.equal((await client.refusal(method, { textDocument })).code, ErrorCode.methodNotFound, method);
  for (const method of ['textDocument/implode', '$/unknown', 'workspace/didChangeConfiguration', 'textDocument/didSave', 'textDocument/hover', 'workspace/noSuchThing'])
    client.notify(method, { textDocument });
  await assertAlive(client);
});

test('params of the wrong type are refused with the path', async (t) => {
  const client = await opened(t, { careless: true });
  const position = { line: 0, character: 0 };
  for (const [method, params, path] of [
    ['textDocument/hover', undefined, /expected an object/],
    ['textDocument/hover', [], /expected an object/],
    ['textDocument/hover', { position }, /\.textDocument: is missing/],
    ['textDocument/hover', { textDocument: 'x', position }, /\.textDocument: expected an object/],
    ['textDocument/hover', { textDocument: { uri: 7 }, position }, /\.textDocument\.uri: expected a string/],
    ['textDocument/hover', { textDocument, position: { line: 0 } }, /\.position\.character: is missing/],
    ['textDocument/hover', { textDocument, position: { line: -1, character: 0 } }, /\.position\.line: expected an unsigned integer/],
    ['textDocument/completion', { textDocument, position: { line: 0, character: 1.5 } }, /\.position\.character: expected an unsigned integer/],
    ['textDocument/completion', { textDocument, position: { line: 1e12, character: 0 } }, /\.position\.line: expected an unsigned integer/],
    ['textDocument/completion', { textDocument, position: { line: '3', character: 0 } }, /\.position\.line: expected an unsigned integer/],
    ['textDocument/documentSymbol', {}, /\.textDocument: is missing/],
    ['textDocument/codeAction', { textDocument, context: {} }, /\.range: is missing/],
    ['textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { only: 'quickfix' } }, /\.context\.only: expected an array/],
    ['textDocument/codeAction', { textDocument, range: { start: position, end: position }, context: { only: [3] } }, /\.context\.only\[0\]: expected a string/],
    ['workspace/executeCommand', { command: ['journey.openPreview'] }, /\.command: expected a string/],
    ['workspace/executeCommand', { command: 'rm' }, /rm/],
    ['workspace/executeCommand', { command: 'journey.openPreview' }, /URI/],
    ['workspace/executeCommand', { command: 'journey.openPreview', arguments: [{}] }, /URI/],
    ['journey/preview/reveal', { textDocument }, /\.key: is missing/],
  ]) {
    const error = await client.refusal(method, params);
    assert.equal(error.code, ErrorCode.invalidParams, `${method} ${JSON.stringify(params)}: ${error.message}`);
    assert.match(error.message, path);
  }
  await assertAlive(client);
});

test('a document that is not open is refused by its name', async (t) => {
  const client = await opened(t);
  const other = { textDocument: { uri: 'file:///other.journey' }, position: { line: 0, character: 0 }, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, context: { diagnostics: [] }, options: { tabSize: 2, insertSpaces: true }, key: 'k' };
  for (const method of ['textDocument/hover', 'textDocument/completion', 'textDocument/documentSymbol', 'textDocument/foldingRange', 'textDocument/formatting',
    'textDocument/codeAction', 'textDocument/codeLens', 'journey/preview/open', 'journey/preview/reveal']) {
    const error = await client.refusal(method, fitting(method, other));
    assert.equal(error.code, ErrorCode.invalidParams, method);
    assert.match(error.message, /file:\/\/\/other\.journey/, method);
  }
  const error = await client.refusal('workspace/executeCommand', { command: 'journey.openPreview', arguments: [other.textDocument.uri] });
  assert.equal(error.code, ErrorCode.invalidParams);
});

test('notifications that make no sense are told of in the log, and change nothing', async (t) => {
  const client = await opened(t, { careless: true });
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } };
  for (const [method, params, said] of [
    ['textDocument/didChange', { textDocument: { uri: 'file:///never.journey', version: 2 }, contentChanges: [{ text: 'x' }] }, /never\.journey/],
    ['textDocument/didChange', { textDocument: { uri, version: 2 } }, /\.contentChanges: is missing/],
    ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: 'Persona' }, { range }] }, /\.contentChanges\[1\]\.text: is missing/],
    ['textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range: { start: range.start }, text: 'x' }] }, /\.contentChanges\[0\]\.range\.end: is missing/],
    ['textDocument/didOpen', { textDocument: { uri, version: 2, languageId: 'journey' } }, /\.textDocument\.text: is missing/],
    ['textDocument/didOpen', null, /expected an object/],
    ['textDocument/didClose', {}, /\.textDocument: is missing/],
  ]) {
    client.send({ method, params });
    const { message, type } = await client.expect('window/logMessage');
    assert.match(message, said);
    assert.ok(message.startsWith(method) && type <= 2, message);
  }
  await assertAlive(client);
});

test('positions outside the text mean the nearest place inside', async (t) => {
  const client = await opened(t, { careless: true });
  const far = { line: 4_000, character: 4_000 };
  for (const method of ['hover', 'completion']) await client.request(`textDocument/${method}`, { textDocument, position: far });
  await client.request('textDocument/codeAction', { textDocument, range: { start: { line: 2, character: 900 }, end: far }, context: { diagnostics: [] } });
  client.change(uri, 2, [{ range: { start: far, end: far }, text: 'Colour: red\n' }]);
  assert.equal(only(await client.waitForDiagnostics(uri, 2), 'unknown-keyword').range.start.line, 6);
  // Ends before it begins.
  client.change(uri, 3, [{ range: { start: { line: 1, character: 0 }, end: { line: 0, character: 9 } }, text: 'Dinner\n' }]);
  await client.waitForDiagnostics(uri, 3);
  await assertAlive(client, 'Dinner');
  client.change(uri, 4, [{ range: { start: { line: 0, character: 0 }, end: { line: 4_294_967_295, character: 4_294_967_295 } }, text: 'Journey: All new\n' }]);
  await client.waitForDiagnostics(uri, 4);
  await assertAlive(client, 'All new');
});

test('a file opened twice has the second text', async (t) => {
  const client = await opened(t);
  client.open(uri, 'Journey: Second\n', 1);
  only(await client.waitForDiagnostics(uri, 1), 'no-persona');
  await assertAlive(client, 'Second');
});

test('closing a file takes its findings away; closing one that is not open does nothing', async (t) => {
  const client = await opened(t);
  await client.diagnose('file:///second.journey', 'Journey: A\n');
  await client.close('file:///second.journey');
  client.notify('textDocument/didClose', { textDocument: { uri: 'file:///second.journey' } });
  client.notify('textDocument/didClose', { textDocument: { uri: 'file:///never.journey' } });
  await assertAlive(client);
});

test('a file that was opened and closed in one go leaves nothing behind', async (t) => {
  const client = await opened(t);
  const [reply] = client.send(
    { method: 'textDocument/didClose', params: { textDocument } },
    symbolsRequest('closed'),
  );
  assert.equal((await reply).error.code, ErrorCode.invalidParams);
  const last = await client.expect('textDocument/publishDiagnostics');
  assert.deepEqual(last, { uri, diagnostics: [] });
});

test('any string will do for the name of a document', async (t) => {
  const client = await connect(t);
  for (const name of ['untitled:Untitled-1', '', 'file:///with%20space/%F0%9F%98%80', 'not a uri at all', 'file:///a?doc=b&c#d'])
    only(await client.diagnose(name, 'Journey: A\n'), 'no-persona');
});

test('text of every kind is read without a complaint about itself', async (t) => {
  const client = await connect(t);
  let version = 0;
  for (const odd of ['', '\0', '\uFEFF', '\uFEFFJourney: A', '\n'.repeat(10_000), '|'.repeat(10_000), ':'.repeat(10_000), '['.repeat(10_000), 'Journey', 'Journey:',
    '\u2028\u2029\u0085', '\uFFFF\uFFFE', 'a\u0300'.repeat(10_000), '\u202E:\u202C', '\r'.repeat(999), 'Journey: \t\v\f'])
    await client.diagnose(uri, odd, ++version);
});
