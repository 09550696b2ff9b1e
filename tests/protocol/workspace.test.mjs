// The server in a workspace: settings, files that come, change and go, folders, pulled diagnostics.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ProgressType } from 'vscode-jsonrpc/node';
import { Client, only, test } from './client.mjs';

const created = 1;
const changed = 2;
const deleted = 3;
const rules = (diagnostics) => diagnostics.map(({ code }) => code);

/** A folder with files, and a server for it. `settings`: what workspace/configuration is answered. */
async function workspace(t, files, { capabilities = {}, settings, locale = 'en' } = {}) {
  const root = mkdtempSync(join(tmpdir(), 'journey-workspace-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  const path = (name) => join(root, name);
  const uri = (name) => pathToFileURL(path(name)).href;
  const write = (name, text) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const client = new Client(t);
  if (settings !== undefined) client.answers['workspace/configuration'] = () => [settings()];
  await client.request('initialize', {
    processId: null,
    rootUri: null,
    locale,
    workspaceFolders: [{ uri: uri(''), name: 'maps' }],
    capabilities: { ...capabilities, general: { positionEncodings: ['utf-8'] } },
  });
  client.notify('initialized', {});
  const tell = (...changes) =>
    client.notify('workspace/didChangeWatchedFiles', {
      changes: changes.map(([name, type]) => ({ uri: uri(name), type })),
    });
  return { client, uri, path, write, tell, remove: (name) => rmSync(path(name), { recursive: true }) };
}

const map = 'Journey: A\n';

test('a journey.json holds for the documents of its folder, from the first diagnostics on', async (t) => {
  const { client, uri } = await workspace(t, { 'journey.json': '{"rules": {"no-persona": "off"}, "language": "nb"}' });
  assert.deepEqual(rules(await client.diagnose(uri('a.journey'), map)).filter((r) => r === 'no-persona'), []);
  assert.equal(only(await client.diagnose('file:///elsewhere/a.journey', map), 'no-persona').severity, 2);
});

test('what is wrong in a journey.json is said there, and the last good settings stay in force', async (t) => {
  const { client, uri, write, tell, remove } = await workspace(t, { 'journey.json': '{"rules": {"no-persona": "off"}}' });
  const a = uri('a.journey');
  assert.equal(rules(await client.diagnose(a, map)).includes('no-persona'), false);

  write('journey.json', '{"rules": {"no-persona": "of');
  tell(['journey.json', changed]);
  const broken = await client.expect('textDocument/publishDiagnostics', (p) => p.uri === uri('journey.json'));
  assert.equal(broken.diagnostics.length, 1);
  assert.equal(broken.diagnostics[0].severity, 1);
  client.change(a, 2, 'Journey: B\n');
  assert.equal(rules(await client.waitForDiagnostics(a, 2)).includes('no-persona'), false);

  write('journey.json', '{"lanes": "Backstage", "rules": {"no-persona": "hint", "no-persoma": "off"}}');
  tell(['journey.json', changed]);
  const faulty = await client.expect('textDocument/publishDiagnostics', (p) => p.uri === uri('journey.json'));
  assert.deepEqual(faulty.diagnostics.map((d) => d.range.start.character), [10, 55]);
  assert.equal(only((await client.expect('textDocument/publishDiagnostics', (p) => p.uri === a)).diagnostics, 'no-persona').severity, 4);

  remove('journey.json');
  tell(['journey.json', deleted]);
  const gone = await client.expect('textDocument/publishDiagnostics', (p) => p.uri === uri('journey.json'));
  assert.deepEqual(gone.diagnostics, []);
  assert.equal(only((await client.expect('textDocument/publishDiagnostics', (p) => p.uri === a)).diagnostics, 'no-persona').severity, 2);
});

test('a journey.json counts as it is in the editor, and nothing else is asked of it', async (t) => {
  const { client, uri } = await workspace(t, { 'journey.json': '{}' });
  const a = uri('a.journey');
  const project = uri('journey.json');
  only(await client.diagnose(a, map), 'no-persona');
  client.notify('textDocument/didOpen', {
    textDocument: { uri: project, languageId: 'json', version: 1, text: '{"rules": {"no-persona": "off"}}' },
  });
  const quiet = await client.expect('textDocument/publishDiagnostics', (p) => p.uri === a);
  assert.equal(rules(quiet.diagnostics).includes('no-persona'), false);
  assert.equal(await client.request('textDocument/hover', { textDocument: { uri: project }, position: { line: 0, character: 3 } }), null);
  assert.equal(await client.request('textDocument/formatting', { textDocument: { uri: project }, options: { tabSize: 2, insertSpaces: true } }), null);
  client.change(project, 2, [{ range: { start: { line: 0, character: 11 }, end: { line: 0, character: 30 } }, text: '' }]);
  only((await client.expect('textDocument/publishDiagnostics', (p) => p.uri === a)).diagnostics, 'no-persona');
  client.notify('textDocument/didClose', { textDocument: { uri: project } });
  only(await client.diagnose(uri('b.journey'), map), 'no-persona');
});

test('settings of the editor are asked for, and asked for again when they change', async (t) => {
  let settings = { rules: { 'no-persona': 'error' }, server: { path: '' }, trace: { server: 'off' } };
  const { client, uri } = await workspace(t, {}, {
    capabilities: { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } },
    settings: () => settings,
  });
  await client.expect('client/registerCapability', ({ registrations }) => registrations.some((r) => r.method === 'workspace/didChangeConfiguration'));
  await client.expect('workspace/configuration', ({ items }) => items[0].section === 'journey');
  const a = uri('a.journey');
  client.allowed.add('textDocument/publishDiagnostics');
  client.open(a, map);
  const severe = (severity) => client.expect('textDocument/publishDiagnostics', (p) => p.uri === a && p.diagnostics.some((d) => d.code === 'no-persona' && d.severity === severity));
  await severe(1);
  settings = { rules: { 'no-persona': 'hint' } };
  client.notify('workspace/didChangeConfiguration', { settings: null });
  await client.expect('workspace/configuration');
  await severe(4);
});

test('settings that come with the notice are taken too', async (t) => {
  const { client, uri } = await workspace(t, {});
  const a = uri('a.journey');
  only(await client.diagnose(a, map), 'no-persona');
  client.notify('workspace/didChangeConfiguration', { settings: { journey: { rules: { 'no-persona': 'off' } } } });
  const quiet = await client.expect('textDocument/publishDiagnostics', (p) => p.uri === a);
  assert.equal(rules(quiet.diagnostics).includes('no-persona'), false);
});

test('settings of the wrong type are named, and the others hold', async (t) => {
  const { client, uri } = await workspace(t, {}, {
    capabilities: { workspace: { configuration: true } },
    settings: () => ({ reviewDays: 'often', rules: { 'no-persona': 'error' } }),
  });
  await client.expect('workspace/configuration');
  const told = await client.expect('window/showMessage');
  assert.match(told.message, /journey\.reviewDays/);
  client.allowed.add('textDocument/publishDiagnostics');
  client.open(uri('a.journey'), map);
  await client.expect('textDocument/publishDiagnostics', ({ diagnostics }) => diagnostics.some((d) => d.code === 'no-persona' && d.severity === 1));
});

test('files are watched where the client takes that, and not asked for elsewhere', async (t) => {
  const { client } = await workspace(t, {}, { capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } });
  const { registrations } = await client.expect('client/registerCapability');
  const [{ method, registerOptions }] = registrations;
  assert.equal(method, 'workspace/didChangeWatchedFiles');
  assert.deepEqual(registerOptions.watchers.map((w) => w.globPattern), ['**/*.journey', '**/journey.json', '**/{.gitignore,.journeyignore}', '**/*.{png,jpg,jpeg,gif,svg,webp,avif}']);
});

const pulling = { textDocument: { diagnostic: { relatedDocumentSupport: false } }, workspace: { diagnostics: { refreshSupport: true } } };
const known = (report) => report.items.filter((i) => i.resultId).map(({ uri, resultId }) => ({ uri, value: resultId }));
const ask = (client, previousResultIds = []) => client.request('workspace/diagnostic', { identifier: 'journey', previousResultIds });

test('who asks for diagnostics gets them when asked only', async (t) => {
  const { client, uri } = await workspace(t, {}, { capabilities: pulling });
  client.allowed.add('workspace/diagnostic/refresh');
  const a = uri('a.journey');
  client.open(a, map);
  const pull = (previousResultId) => client.request('textDocument/diagnostic', { textDocument: { uri: a }, previousResultId });
  const first = await pull();
  assert.equal(first.kind, 'full');
  only(first.items, 'no-persona');
  assert.deepEqual(await pull(first.resultId), { kind: 'unchanged', resultId: first.resultId });
  client.change(a, 2, 'Journey: A\nPersona: Emma\n');
  const second = await pull(first.resultId);
  assert.equal(second.kind, 'full');
  assert.notEqual(second.resultId, first.resultId);
  assert.equal(rules(second.items).includes('no-persona'), false);
  // Undone is not unchanged: the client may have dropped what it had.
  client.change(a, 3, map);
  only((await pull(second.resultId)).items, 'no-persona');
});

test('the whole workspace is diagnosed, open or not, and what did not change is not said again', async (t) => {
  const { client, uri, write, tell, remove } = await workspace(t, { 'a.journey': map, 'deep/b.journey': 'Reise: B\n' }, { capabilities: pulling });
  client.allowed.add('workspace/diagnostic/refresh');
  client.open(uri('c.journey'), map, 7);
  const first = await ask(client);
  const of = (report, name) => report.items.find((i) => i.uri === uri(name));
  assert.deepEqual(first.items.map((i) => `${i.kind} ${i.version}`).sort(), ['full 7', 'full null', 'full null']);
  only(of(first, 'a.journey').items, 'no-persona');

  // A client that knows everything waits until something happens.
  let answered = false;
  const next = ask(client, known(first)).then((report) => ((answered = true), report));
  await client.request('textDocument/hover', { textDocument: { uri: uri('c.journey') }, position: { line: 0, character: 0 } });
  assert.equal(answered, false);
  write('a.journey', 'Journey: A\nPersona: Emma\n  Goal: Lunch\n');
  tell(['a.journey', changed]);
  const second = await next;
  assert.equal(rules(of(second, 'a.journey').items).includes('no-persona'), false);
  assert.equal(of(second, 'deep/b.journey').kind, 'unchanged');

  remove('deep');
  tell(['deep', deleted]);
  const third = await ask(client, known(second));
  assert.deepEqual(of(third, 'deep/b.journey').items, []);
  write('new.journey', map);
  tell(['new.journey', created]);
  only(of(await ask(client, known(third)), 'new.journey').items, 'no-persona');
});

test('reports come in parts where the client takes them', async (t) => {
  const files = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`m${i}.journey`, map]));
  const { client } = await workspace(t, files, { capabilities: pulling });
  client.allowed.add('workspace/diagnostic/refresh');
  const parts = [];
  client.connection.onProgress(new ProgressType(), 'part', (value) => parts.push(value));
  const report = await client.request('workspace/diagnostic', { identifier: 'journey', previousResultIds: [], partialResultToken: 'part' });
  assert.ok(parts.length > 1);
  const uris = [...parts.flatMap(({ items }) => items), ...report.items].map((i) => i.uri);
  assert.equal(new Set(uris).size, 120);
  assert.equal(uris.length, 120);
});

test('a held request can be cancelled and is answered once', async (t) => {
  const { client, write, tell } = await workspace(t, { 'a.journey': map }, { capabilities: pulling });
  client.allowed.add('workspace/diagnostic/refresh');
  const first = await ask(client);
  const id = client.freshId();
  const [reply] = client.send({ id, method: 'workspace/diagnostic', params: { identifier: 'journey', previousResultIds: known(first) } });
  client.notify('$/cancelRequest', { id });
  assert.equal((await reply).error.code, -32800);
  write('a.journey', 'Journey: B\nPersona: Emma\n');
  tell(['a.journey', changed]);
  await ask(client);
});

test('a library in another file describes a persona, until it goes', async (t) => {
  const { client, uri, remove, tell } = await workspace(
    t,
    { 'people.journey': 'Persona: Emma\n  Need: Vegetarian food\n', 'a.journey': 'Journey: A\nPersona: Emma\n' },
    { capabilities: pulling },
  );
  client.open(uri('b.journey'), 'Journey: B\nPersona: Emma\n');
  await client.expect('workspace/diagnostic/refresh');
  client.allowed.add('workspace/diagnostic/refresh');
  remove('people.journey');
  tell(['people.journey', deleted]);
  await client.expect('workspace/diagnostic/refresh');
});

test('folders come and go', async (t) => {
  const { client, uri, write } = await workspace(t, { 'one/a.journey': map }, { capabilities: pulling });
  client.allowed.add('workspace/diagnostic/refresh');
  const other = mkdtempSync(join(tmpdir(), 'journey-other-'));
  t.after(() => rmSync(other, { recursive: true, force: true }));
  writeFileSync(join(other, 'x.journey'), map);
  const folder = { uri: pathToFileURL(other).href, name: 'other' };
  const change = (added, removed) => client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
  change([folder], []);
  const both = await ask(client);
  assert.equal(both.items.length, 2);
  change([], [folder]);
  const one = await ask(client, known(both));
  assert.deepEqual(one.items.find((i) => i.uri.endsWith('x.journey')).items, []);
  // A folder that is no place on this computer, and one that is not there.
  change([{ uri: 'vscode-remote://host/maps', name: 'far' }, { uri: uri('missing'), name: 'missing' }], []);
  write('late.journey', map);
  client.notify('workspace/didCreateFiles', { files: [{ uri: uri('late.journey') }] });
  assert.equal((await ask(client)).items.length, 2);
  client.notify('workspace/didRenameFiles', { files: [{ oldUri: uri('late.journey'), newUri: uri('later.journey') }] });
  client.notify('workspace/didDeleteFiles', { files: [{ uri: uri('one') }] });
  assert.equal((await ask(client)).items.length, 0);
});
