// $/setTrace and $/logTrace: silence unless somebody listens.
import assert from 'node:assert/strict';
import { Client, connect, test } from './client.mjs';

const uri = 'file:///trace.journey';
const symbols = (client) => client.request('textDocument/documentSymbol', { textDocument: { uri } });

test('nothing is traced unless it is asked for', async (t) => {
  for (const trace of [undefined, 'off']) {
    const client = await connect(t, { trace });
    await client.diagnose(uri, 'Journey: A\n');
    await symbols(client);
    assert.deepEqual(client.taken('$/logTrace'), []);
  }
});

test('what was done is told, with how long it took', async (t) => {
  const client = new Client(t);
  await client.initialize({ trace: 'messages' });
  await client.diagnose(uri, 'Journey: A\n');
  await symbols(client);
  const said = [];
  while (!said.at(-1)?.message.startsWith('textDocument/documentSymbol')) said.push(await client.expect('$/logTrace'));
  assert.ok(said.some(({ message }) => message.startsWith('textDocument/didOpen: ')));
  client.notify('$/setTrace', { value: 'off' });
  for (const { message, verbose } of said) {
    assert.match(message, /^\S+( \d+)?: \d+ µs$/);
    assert.equal(verbose, undefined);
  }
});

test('verbose tells the parameters too, and off ends it', async (t) => {
  const client = await connect(t);
  await client.diagnose(uri, 'Journey: A\n');
  client.notify('$/setTrace', { value: 'verbose' });
  await symbols(client);
  await client.expect('$/logTrace', ({ message }) => message.startsWith('$/setTrace'));
  const { verbose } = await client.expect('$/logTrace', ({ message }) => message.startsWith('textDocument/documentSymbol'));
  assert.deepEqual(JSON.parse(verbose), { textDocument: { uri } });
  client.notify('$/setTrace', { value: 'off' });
  await symbols(client);
  assert.deepEqual(client.taken('$/logTrace'), []);
});

// In one write, so that what is published and traced would come behind the reply every time.
test('the reply to shutdown is the last word', async (t) => {
  const client = new Client(t);
  await client.initialize({ trace: 'verbose' });
  client.finished = true;
  const [shutdown] = client.send(
    { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'journey', version: 1, text: 'Journey: A\n' } } },
    { id: 'last', method: 'shutdown' },
  );
  await shutdown;
  client.allowed.add('$/logTrace').add('window/logMessage'); // of what went before
  assert.deepEqual(await client.exit(), { code: 0, signal: null });
  assert.deepEqual(client.taken('textDocument/publishDiagnostics'), []);
  assert.ok(!client.taken('$/logTrace').some(({ message }) => message.startsWith('shutdown')));
});

test('a trace that is none is off', async (t) => {
  const client = new Client(t, { careless: true });
  await client.initialize({ trace: 'loud' });
  client.notify('$/setTrace', { value: 7 });
  await client.expect('window/logMessage', ({ message }) => message.startsWith('$/setTrace: '));
  client.notify('$/setTrace', { value: 'everything' });
  await client.diagnose(uri, 'Journey: A\n');
  assert.deepEqual(client.taken('$/logTrace'), []);
});
