// What the server announces is bound, and what is bound is announced, to clients of every kind.
// Bound is a request that is answered with something else than MethodNotFound, and a notification
// whose wrong parameters are complained of.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { announcedMethods, at } from './announced.mjs';
import { Client, ErrorCode, test } from './client.mjs';
import { everything, least } from './samples.mjs';
import { model, wrongIn } from './validator.mjs';

const uri = 'file:///capabilities.journey';

/** The client capabilities that a real editor sent. */
const recorded = (editor) => {
  const session = readFileSync(new URL(`sessions/${editor}.jsonl`, import.meta.url), 'utf8');
  const messages = session.trim().split('\n').map((line) => JSON.parse(line));
  return messages.find(({ message }) => message?.method === 'initialize').message.params.capabilities;
};
const clients = { 'nothing': {}, 'what VS Code can': recorded('vscode'), 'what Neovim can': recorded('neovim'), 'everything': everything() };

// Those that every server has, and those that a client sends without being asked to.
const unannounced = new Set(['initialize', 'initialized', 'shutdown', 'exit', '$/setTrace', '$/cancelRequest', '$/progress',
  'workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);

const fromClient = ({ method, messageDirection }) => messageDirection !== 'serverToClient' && !method.startsWith('journey/');
const probed = (list) => list.filter(fromClient).filter(({ method }) => !['initialize', 'initialized', 'shutdown', 'exit', '$/cancelRequest'].includes(method));
async function boundRequests(client) {
  const messages = probed(model.requests).map(({ method, params }) => ({ id: client.freshId(), method, ...(params && { params: least(params, uri) }) }));
  const replies = client.send(...messages, { id: client.freshId(), method: 'textDocument/documentSymbol', params: { textDocument: { uri } } });
  await replies.at(-1);
  // Those that wait for something to happen are bound too.
  client.send(...messages.map(({ id }) => ({ method: '$/cancelRequest', params: { id } })));
  const bound = new Set();
  for (const { error, id } of await Promise.all(replies.slice(0, -1)))
    if (error?.code !== ErrorCode.methodNotFound) bound.add(messages.find((message) => message.id === id).method);
  return bound;
}

async function boundNotifications(client) {
  const bound = new Set();
  for (const { method } of probed(model.notifications)) {
    client.send({ method, params: [] });
    await client.request('textDocument/documentSymbol', { textDocument: { uri } });
    if (client.taken('window/logMessage').some(({ message }) => message.startsWith(`${method}: `))) bound.add(method);
  }
  return bound;
}

for (const [can, capabilities] of Object.entries(clients)) {
  test(`to a client that can do ${can}: announced is bound, and bound announced`, async (t) => {
    assert.equal(wrongIn({ kind: 'reference', name: 'ClientCapabilities' }, capabilities), undefined);
    const client = new Client(t, { careless: true });
    for (const method of ['client/registerCapability', 'workspace/configuration', 'textDocument/publishDiagnostics', 'window/workDoneProgress/create', '$/progress'])
      client.allowed.add(method);
    for (const { method } of model.requests) if (method.endsWith('/refresh')) client.allowed.add(method);
    await client.initialize({ capabilities });
    client.open(uri, 'Journey: A\n');
    const bound = new Set([...(await boundRequests(client)), ...(await boundNotifications(client))]);
    const announced = new Set(announcedMethods(client.capabilities, client.registrations));
    assert.ok(bound.has('textDocument/hover') && bound.has('textDocument/didOpen'), 'the probes work');
    for (const message of [...probed(model.requests), ...probed(model.notifications)]) {
      const { method, clientCapability } = message;
      if (announced.has(method) && method !== 'workspace/didChangeConfiguration' && method !== 'workspace/didChangeWatchedFiles')
        assert.ok(bound.has(method), `${method} is announced but not bound`);
      // What a client cannot use need not be announced to it.
      const usable = can === 'everything' || (clientCapability !== undefined && at(capabilities, clientCapability));
      if (bound.has(method) && usable && !unannounced.has(method)) assert.ok(announced.has(method), `${method} is bound but not announced`);
    }
    for (const command of client.capabilities.executeCommandProvider?.commands ?? []) {
      const error = await client.refusal('workspace/executeCommand', { command });
      assert.equal(error.code, ErrorCode.invalidParams, command);
      assert.doesNotMatch(error.message, /there is no command/, command);
    }
  });
}
