// The live preview: for other editors by HTTP, for VS Code by messages.
import assert from 'node:assert/strict';
import http from 'node:http';
import { connect, ErrorCode, message, test } from './client.mjs';
import { keysOf, watch } from './page.mjs';

const uri = 'file:///home/me/my maps/lunch & co.journey';
const text = 'Journey: Lunch\nPersona: Emma\nPhase: Pay\n  Touchpoint: Queue 😀\n    Emotion: happy\n    Pain point: Slow\n    Opportunity: Faster\n';
const shows = { window: { showDocument: { support: true } } };
const textDocument = { uri };

async function openPreview(t, options = { capabilities: shows }) {
  const client = await connect(t, options);
  await client.diagnose(uri, text);
  const [, shown] = await Promise.all([
    client.request('workspace/executeCommand', { command: 'journey.openPreview', arguments: [uri] }),
    client.expect('window/showDocument'),
  ]);
  assert.equal(shown.external, true);
  return { client, address: shown.uri };
}

function status(address, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(address, { method, headers, agent: false }, (response) => resolve(response.resume().statusCode));
    request.on('error', reject).end(body);
  });
}

test('by HTTP: the page, a patch after an edit, a click that moves the cursor', async (t) => {
  const { client, address } = await openPreview(t);
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{16,}\/\?doc=/);
  assert.equal(new URL(address).searchParams.get('doc'), uri);

  const response = await fetch(address);
  assert.equal(response.status, 200);
  const page = await response.text();
  const nonce = /script-src 'nonce-([^']+)'/.exec(response.headers.get('content-security-policy'))[1];
  assert.ok(page.includes(`nonce="${nonce}"`) && !page.includes('__NONCE__'));
  assert.match(page, /<svg [^>]*id="map"/);
  assert.match(page, /Queue/);
  const keys = keysOf(page);
  const queue = keys.touchpoint[0];
  assert.ok(queue);

  const events = await watch(t, address);
  const hello = await events.next('hello');
  assert.equal(JSON.parse(hello).seq, Number(/data-seq="(\d+)"/.exec(page)[1]), 'the page is up to date');

  client.change(uri, 2, [{ range: { start: { line: 5, character: 16 }, end: { line: 5, character: 20 } }, text: 'Twelve' }]);
  await client.waitForDiagnostics(uri, 2);
  const patch = JSON.parse(await events.next('patch'));
  assert.equal(patch.seq, JSON.parse(hello).seq + 1);
  assert.match(JSON.stringify(patch), /Twelve/);
  assert.doesNotMatch(JSON.stringify(patch), /Emma/, 'only what changed travels');
  assert.deepEqual(keysOf(await (await fetch(address)).text()), keys, 'keys stay while text elsewhere changes');

  // The touchpoint has moved down meanwhile.
  client.change(uri, 3, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# One more line\n' }]);
  await client.waitForDiagnostics(uri, 3);
  const clicked = client.expect('window/showDocument');
  const reveal = await fetch(new URL('reveal', address.split('?')[0]), { method: 'POST', body: JSON.stringify({ doc: uri, key: queue }) });
  assert.equal(reveal.status, 204);
  const shown = await clicked;
  assert.deepEqual([shown.uri, shown.external ?? false], [uri, false]);
  assert.equal(shown.selection.start.line, 4);
});

test('by HTTP: while the text holds no map the last one stays, and a new map takes its place', async (t) => {
  const { client, address } = await openPreview(t);
  await (await fetch(address)).text();
  const events = await watch(t, address);
  await events.next('hello');
  client.change(uri, 2, '# nothing yet\n');
  await client.waitForDiagnostics(uri, 2);
  assert.deepEqual(Object.keys(JSON.parse(await events.next('patch'))).sort(), ['hint', 'seq']);
  assert.match(await (await fetch(address)).text(), /Queue/);
  client.change(uri, 3, text.replace('Queue', 'Counter'));
  await client.waitForDiagnostics(uri, 3);
  assert.match(await events.next('patch'), /Counter/);
});

test('by HTTP: a burst of edits comes as few patches, and the page that reads them all is right', async (t) => {
  const { client, address } = await openPreview(t);
  await (await fetch(address)).text();
  const events = await watch(t, address);
  let { seq } = JSON.parse(await events.next('hello'));
  for (let version = 2; version <= 100; ++version)
    client.change(uri, version, text.replace('Queue', version === 100 ? 'The-end' : `Queue ${version}`));
  await client.waitForDiagnostics(uri, 100);
  for (let last = ''; !last.includes('The-end');) {
    last = await events.next('patch');
    assert.equal(JSON.parse(last).seq, ++seq, 'no patch is missing');
  }
});

test('by HTTP: two documents and two pages of one, each with its own', async (t) => {
  const { client, address } = await openPreview(t);
  const other = 'file:///other.journey';
  await client.diagnose(other, text.replaceAll('Queue', 'Elsewhere'));
  const shown = client.expect('window/showDocument');
  await client.request('workspace/executeCommand', { command: 'journey.openPreview', arguments: [other] });
  const second = (await shown).uri;
  assert.equal(new URL(second).origin, new URL(address).origin, 'one server');
  for (const page of [address, second]) await (await fetch(page)).text();
  const watching = await Promise.all([watch(t, address), watch(t, address), watch(t, second)]);
  for (const events of watching) await events.next('hello');
  client.change(uri, 2, text.replace('Queue', 'First'));
  client.change(other, 2, text.replace('Queue', 'Second'));
  await client.waitForDiagnostics(uri, 2);
  await client.waitForDiagnostics(other, 2);
  const [a, b, c] = await Promise.all(watching.map((events) => events.next('patch')));
  assert.match(a, /First/);
  assert.equal(b, a);
  assert.match(c, /Second/);
});

test('by HTTP: strangers stay out', async (t) => {
  const { address } = await openPreview(t);
  const { origin, port } = new URL(address);
  const reveal = new URL('reveal', address.split('?')[0]).href;
  assert.equal(await status(address), 200);
  assert.equal(await status(`${origin}/`), 404);
  assert.equal(await status(address.replace(/\/[0-9a-f]{16,}\//, '/0123456789abcdef0123456789abcdef/')), 404);
  assert.equal(await status(address, { headers: { Host: `evil.example:${port}` } }), 403);
  assert.equal(await status(address, { headers: { Origin: 'https://evil.example' } }), 403);
  assert.equal(await status(reveal, { method: 'POST', headers: { Origin: 'null' }, body: JSON.stringify({ doc: uri, key: 'x' }) }), 403);
  assert.equal(await status(reveal, { method: 'POST', body: '{' }), 400);
  assert.equal(await status(reveal), 405);
  assert.equal(await status(address.replace(/doc=.*/, 'doc=file%3A%2F%2F%2Fetc%2Fpasswd')), 404);
  // A click on what is gone, or in a document nobody knows, is no click.
  assert.equal(await status(reveal, { method: 'POST', body: JSON.stringify({ doc: uri, key: 'gone' }) }), 204);
  assert.equal(await status(reveal, { method: 'POST', body: JSON.stringify({ doc: 'file:///nowhere', key: 'gone' }) }), 204);
});

test('by HTTP: an editor that cannot open a browser says the address, in its language', async (t) => {
  const client = await connect(t, { locale: 'nb' });
  await client.diagnose(uri, text);
  const [, said] = await Promise.all([
    client.request('workspace/executeCommand', { command: 'journey.openPreview', arguments: [uri] }),
    client.expect('window/showMessage'),
  ]);
  const address = /http:\S+/.exec(said.message)[0];
  assert.equal(said.message, message('nb', 'preview-opened', { address }));
  assert.equal((await fetch(address)).status, 200);
});

test('by HTTP: the connections end with the server', async (t) => {
  const { client, address } = await openPreview(t);
  await (await fetch(address)).text();
  const events = await watch(t, address);
  await events.next('hello');
  await client.request('shutdown');
  assert.deepEqual(await client.exit(), { code: 0, signal: null });
  await events.ended;
  await assert.rejects(fetch(address));
});

// --- by messages ---------------------------------------------------------------------------------

const byMessages = { initializationOptions: { preview: 'messages' } };

async function openPanel(t, theme) {
  const client = await connect(t, { ...byMessages, encodings: ['utf-16'] });
  await client.diagnose(uri, text);
  const { page } = await client.request('journey/preview/open', { textDocument, theme });
  return { client, page };
}

test('by messages: a page, updates after edits, reveal, close', async (t) => {
  const { client, page } = await openPanel(t, 'dark');
  assert.match(page, /<svg [^>]*id="map"/);
  assert.match(page, /data-theme="dark"/);
  assert.match(page, /<script[^>]* nonce="__NONCE__"/);
  assert.doesNotMatch(page.replaceAll('http://www.w3.org/', ''), /(src|href)="?https?:/, 'nothing is fetched from elsewhere');
  const keys = keysOf(page);

  client.change(uri, 2, [{ range: { start: { line: 5, character: 16 }, end: { line: 5, character: 20 } }, text: 'Twelve' }]);
  await client.waitForDiagnostics(uri, 2);
  const update = await client.expect('journey/preview/update');
  assert.deepEqual([update.uri, update.version], [uri, 2]);
  assert.match(update.patch, /Twelve/);

  const { range } = await client.request('journey/preview/reveal', { textDocument, key: keys.touchpoint[0] });
  assert.deepEqual(range, { start: { line: 3, character: 14 }, end: { line: 3, character: 22 } });
  for (const key of Object.values(keys).flat()) {
    const found = await client.request('journey/preview/reveal', { textDocument, key });
    if (found) assert.ok(found.range.start.line < 7, key);
  }
  assert.equal(await client.request('journey/preview/reveal', { textDocument, key: 'nothing' }), null);

  assert.equal(await client.request('journey/preview/close', { textDocument }), null);
  client.change(uri, 3, text);
  await client.waitForDiagnostics(uri, 3);
  assert.equal(await client.request('journey/preview/reveal', { textDocument, key: keys.touchpoint[0] }), null);
});

test('by messages: an edit that changes nothing on the map sends nothing', async (t) => {
  const { client } = await openPanel(t);
  client.change(uri, 2, `${text}# a comment\n`);
  await client.waitForDiagnostics(uri, 2);
  client.change(uri, 3, text.replace('Queue', 'Till'));
  await client.waitForDiagnostics(uri, 3);
  assert.equal((await client.expect('journey/preview/update')).version, 3);
});

test('by messages: nobody who does not ask gets updates, and closing twice is harmless', async (t) => {
  const client = await connect(t, { ...byMessages, careless: true });
  await client.diagnose(uri, text);
  client.change(uri, 2, text.replace('Queue', 'Till'));
  await client.waitForDiagnostics(uri, 2);
  assert.equal(await client.request('journey/preview/close', { textDocument }), null);
  assert.equal(await client.request('journey/preview/close', { textDocument }), null);
  assert.equal((await client.refusal('journey/preview/open', { textDocument: {} })).code, ErrorCode.invalidParams);
});

test('by messages: the panel of a document that is closed goes on when it is opened again', async (t) => {
  const { client } = await openPanel(t);
  await client.close(uri);
  const { range } = await client.request('journey/preview/reveal', { textDocument, key: 'nothing' }).catch(({ code }) => ({ range: code }));
  assert.equal(range, ErrorCode.invalidParams, 'there is no text to put a cursor in');
  await client.diagnose(uri, text.replace('Queue', 'Again'));
  assert.match((await client.expect('journey/preview/update')).patch, /Again/);
  await client.request('journey/preview/close', { textDocument });
});

test('by messages: a text without a map opens all the same', async (t) => {
  const client = await connect(t, byMessages);
  await client.diagnose(uri, '');
  const { page } = await client.request('journey/preview/open', { textDocument });
  assert.match(page, /<svg [^>]*id="map"/);
  client.change(uri, 2, text);
  await client.waitForDiagnostics(uri, 2);
  assert.match((await client.expect('journey/preview/update')).patch, /Queue/);
});

test('by messages: keystrokes do not wait for the drawing of a large map', async (t) => {
  const client = await connect(t, byMessages);
  const step = (i) => `  Touchpoint: Step ${i}\n    Channel: Till\n    Thought: Is this the right queue?\n    Emotion: happy\n`;
  const large = `Journey: Large\nPersona: Emma\n${Array.from({ length: 50 }, (_, p) => `Phase: P${p}\n${Array.from({ length: 40 }, (_, i) => step(p * 40 + i)).join('')}`).join('')}`;
  await client.diagnose(uri, large);
  const order = [];
  const id = client.freshId();
  const replies = client.send(
    { id, method: 'journey/preview/open', params: { textDocument } },
    { method: 'textDocument/didChange', params: { textDocument: { uri, version: 2 }, contentChanges: [{ range: { start: { line: 0, character: 9 }, end: { line: 0, character: 14 } }, text: 'Larger' }] } },
    { id: client.freshId(), method: 'textDocument/documentSymbol', params: { textDocument } },
  );
  replies.forEach((reply) => reply.then((answer) => order.push(answer.id === id ? 'page' : 'symbols')));
  const [{ result: { page } }] = await Promise.all(replies);
  await client.waitForDiagnostics(uri, 2);
  assert.deepEqual(order, ['symbols', 'page']);
  if (!page.includes('Larger')) assert.match((await client.expect('journey/preview/update')).patch, /Larger/);
});
