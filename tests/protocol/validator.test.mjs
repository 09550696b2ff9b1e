// The checks check: what the metamodel does not allow is found, in either direction.
import assert from 'node:assert/strict';
import { Client, frame, test } from './client.mjs';
import { model, wrongInMessage, wrongInReply } from './validator.mjs';

const uri = 'file:///a.journey';
const start = { line: 0, character: 0 };
const range = { start, end: start };
const of = (method, params, id) => ({ jsonrpc: '2.0', ...(id !== undefined && { id }), method, ...(params !== undefined && { params }) });
const reply = (result) => ({ jsonrpc: '2.0', id: 1, result });
const refusal = (error) => ({ jsonrpc: '2.0', id: 1, error });
const diagnostics = (...list) => of('textDocument/publishDiagnostics', { uri, diagnostics: list });

test('the metamodel has the whole protocol', () => {
  assert.match(model.metaData.version, /^3\.18\./);
  const methods = (list) => list.map(({ method }) => method);
  for (const method of ['initialize', 'textDocument/hover', 'textDocument/semanticTokens/full/delta', 'workspace/diagnostic', 'client/registerCapability'])
    assert.ok(methods(model.requests).includes(method), method);
  for (const method of ['$/cancelRequest', '$/progress', '$/setTrace', '$/logTrace', 'exit', 'workspace/didChangeWatchedFiles'])
    assert.ok(methods(model.notifications).includes(method), method);
  assert.ok(model.structures.length > 350 && model.enumerations.length > 35);
});

const sound = {
  'diagnostics': [diagnostics({ range, message: 'm', severity: 2, source: 's', code: 'c', tags: [1], data: { any: ['thing'] } })],
  'a progress': [of('$/progress', { token: 3, value: { kind: 'report', percentage: 10 } })],
  'a registration': [of('client/registerCapability', { registrations: [{ id: 'a', method: 'textDocument/semanticTokens', registerOptions: { documentSelector: [{ language: 'journey' }], legend: { tokenTypes: [], tokenModifiers: [] }, full: { delta: true } } }] }, 'x')],
  'our own notification': [of('journey/preview/update', { uri, version: 1, patch: '[]' })],
};
for (const [what, [message]] of Object.entries(sound))
  test(`nothing is wrong with ${what}`, () => assert.equal(wrongInMessage(message, 'server'), undefined));

for (const [what, [message, why]] of Object.entries({
  'a method that nobody knows': [of('textDocument/nothing', {}), /no notification of the protocol/],
  'a notification sent as a request': [of('window/logMessage', { type: 3, message: 'm' }, 1), /no request of the protocol/],
  'a request of the client\'s': [of('textDocument/hover', { textDocument: { uri }, position: start }, 1), /does not send this/],
  'no version of JSON-RPC': [{ method: 'window/logMessage', params: { type: 3, message: 'm' } }, /2\.0/],
  'a member beside params': [{ ...of('window/logMessage', { type: 3, message: 'm' }), more: 1 }, /unknown members: more/],
  'params where there are none': [of('workspace/inlayHint/refresh', {}, 1), /params/],
  'an id that is no number or string': [of('workspace/inlayHint/refresh', undefined, null), /id/],
  'a member that is missing': [of('window/logMessage', { message: 'm' }), /type/],
  'a number beyond its enumeration': [of('window/logMessage', { type: 9, message: 'm' }), /equal to one of/],
  'a range without an end': [diagnostics({ range: { start }, message: 'm' }), /end/],
  'a line that is negative': [diagnostics({ range: { start: { line: -1, character: 0 }, end: start }, message: 'm' }), />= 0/],
  'a line that is no whole number': [diagnostics({ range: { start: { line: 0.5, character: 0 }, end: start }, message: 'm' }), /integer/],
  'null for what is absent': [diagnostics({ range, message: 'm', code: null }), /code/],
  'a member that the protocol does not know': [diagnostics({ range, message: 'm', colour: 'red' }), /additional properties/],
  'one deep inside': [diagnostics({ range, message: 'm', relatedInformation: [{ message: 'm', location: { uri, range: { ...range, why: 1 } } }] }), /relatedInformation.*additional properties/],
  'options that a registration does not take': [of('client/registerCapability', { registrations: [{ id: 'a', method: 'textDocument/hover', registerOptions: { documentSelector: null, resolveProvider: true } }] }, 1), /registerOptions of textDocument\/hover/],
  'a registration of nothing': [of('client/registerCapability', { registrations: [{ id: 'a', method: 'textDocument/nothing' }] }, 1), /cannot be registered/],
  'a patch that is no text': [of('journey/preview/update', { uri, version: 1, patch: [] }), /patch/],
}))
  test(`found: ${what}`, () => assert.match(wrongInMessage(message, 'server') ?? 'nothing', why));

for (const [what, [message, method, why]] of Object.entries({
  'both result and error': [{ ...reply(null), error: { code: -32603, message: 'm' } }, 'textDocument/hover', /both/],
  'neither result nor error': [{ jsonrpc: '2.0', id: 1 }, 'textDocument/hover', /neither/],
  'an error code of nobody\'s': [refusal({ code: -1, message: 'm' }), 'textDocument/hover', /-1/],
  'an error without words': [refusal({ code: -32603, message: '' }), 'textDocument/hover', /message/],
  'the wrong data of an error': [refusal({ code: -32603, message: 'm', data: 7 }), 'initialize', /object/],
  'a result of the wrong request': [reply([{ range, newText: 'x' }]), 'textDocument/hover', /object/],
  'null where the protocol has none': [reply(null), 'initialize', /object/],
  'a list where one is wanted': [reply({ capabilities: [] }), 'initialize', /object/],
  'a capability that there is not': [reply({ capabilities: { hoverProvider: true, hoverProviderr: true } }), 'initialize', /additional properties/],
  'an edit without a text': [reply([{ range }]), 'textDocument/formatting', /newText/],
  'a half completion item': [reply({ isIncomplete: false, items: [{ kind: 1 }] }), 'textDocument/completion', /label/],
  'a kind beyond all kinds': [reply([{ name: 'a', kind: 99, range, selectionRange: range }]), 'textDocument/documentSymbol', /kind/],
  'a token type that is negative': [reply({ data: [0, 0, 1, -1, 0] }), 'textDocument/semanticTokens/full', />= 0/],
  'an action with a wrong edit': [reply([{ title: 't', edit: { changes: { [uri]: [{ range, text: 'x' }] } } }]), 'textDocument/codeAction', /newText|additional/],
}))
  test(`found in a reply: ${what}`, () => assert.match(wrongInReply(message, method) ?? 'nothing', why));

for (const [what, [method, result]] of Object.entries({
  'a hover': ['textDocument/hover', { contents: { kind: 'markdown', value: '' }, range }],
  'no hover': ['textDocument/hover', null],
  'symbols': ['textDocument/documentSymbol', [{ name: 'a', kind: 2, range, selectionRange: range, children: [] }]],
  'links of a definition': ['textDocument/definition', [{ targetUri: uri, targetRange: range, targetSelectionRange: range }]],
  'an unchanged report': ['textDocument/diagnostic', { kind: 'unchanged', resultId: '1' }],
  'a full one': ['textDocument/diagnostic', { kind: 'full', items: [{ range, message: 'm' }] }],
}))
  test(`nothing is wrong with the reply of ${what}`, () => assert.equal(wrongInReply(reply(result), method), undefined));

// --- and the client complains --------------------------------------------------------------------

/** What the client complains of when a server answers `initialize` with these messages. */
async function complaintsOf(...messages) {
  const server = `process.stdin.once('data', () => process.stdout.write(${JSON.stringify(messages.map((m) => frame(JSON.stringify(m))).join(''))}));`;
  const client = new Client({ after() {} }, { command: process.execPath, args: ['-e', server] });
  client.send(of('initialize', { processId: null, rootUri: null, capabilities: {} }, 1));
  await client.expect('window/logMessage');
  client.child.kill('SIGKILL');
  await client.exited({ abandon: true });
  return client.end().then(() => '', ({ actual }) => actual.join('\n'));
}
const last = of('window/logMessage', { type: 3, message: 'm' });
const answer = reply({ capabilities: {} });

test('the client lets a sound server pass', async () => assert.equal(await complaintsOf(answer, last), ''));
for (const [what, [messages, why]] of Object.entries({
  'a wrong result': [[reply({}), last], /capabilities/],
  'a wrong notification': [[answer, of('window/logMessage', { type: 3 }), last], /message/],
  'a second reply': [[answer, answer, last], /second reply/],
  'diagnostics that go back in time': [[answer, ...[3, 2].map((version) => of('textDocument/publishDiagnostics', { uri, version, diagnostics: [] })), last], /of version 2 after those of 3/],
}))
  test(`the client tells of ${what}`, async () => assert.match(await complaintsOf(...messages), why));

test('the client tells of a wrong message of the test\'s own', async () => {
  const client = new Client({ after() {} });
  await client.initialize();
  await client.notify('textDocument/didSave', { textDocument: uri });
  await assert.rejects(client.end(), ({ actual }) => /the test sent textDocument\/didSave: \/textDocument must be object/.test(actual.join()));
});
