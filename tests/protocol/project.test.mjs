// journey.json: the program honours it, and the schema that editors get agrees with the program.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Ajv from 'ajv';
import { message, test } from './client.mjs';
import { watch } from './page.mjs';
import { clean, folder, headers, run, started } from './terminal.mjs';

const map = clean.replace(/Persona:[^]*?(?=Phase:)/, ''); // no persona
const lines = ({ stdout }) => headers(stdout);

// --- the schema ----------------------------------------------------------------------------------

const schema = JSON.parse(readFileSync(new URL('../../editors/vscode/schemas/journey.schema.json', import.meta.url)));
const allows = new Ajv({ strict: false, allErrors: true }).compile(schema);

/** What both must take. */
const valid = [
  {},
  { $schema: './journey.schema.json' },
  { language: 'nb' }, { language: 'de', theme: 'auto' }, { theme: 'light' }, { theme: 'dark' },
  { model: 'aida' }, { model: 'ours', models: { ours: ['A'] } },
  { models: {} },
  { models: { ours: ['A', ['B', 'b2'], { en: 'C', nb: ['D', 'E'] }], 'two words': [{ fi: 'Ä' }] } },
  { channels: [], lanes: [], owners: [] },
  { channels: ['App', 'Till'], lanes: ['Backstage', 'Front of house'], owners: ['App team'] },
  { rules: {} },
  { rules: Object.fromEntries(Object.keys(schema.definitions.rules.properties).map((rule, i) => [rule, schema.definitions.severity.enum[i % 5]])) },
  { reviewDays: 1 }, { reviewDays: 3650 },
];
/** What neither may take. */
const invalid = [
  [], 'nb', 7, null, true,
  { langage: 'nb' }, { Language: 'nb' },
  { $schema: 1 },
  { language: 'xx' }, { language: 'NB' }, { language: 'no' }, { language: null }, { language: ['nb'] },
  { theme: 'pink' }, { theme: true },
  { model: 1 }, { model: '' }, { model: ' ' },
  { models: [] }, { models: { aida: ['A'] } }, { models: { '': ['A'] } }, { models: { ours: [] } }, { models: { ours: 'A' } },
  { models: { ours: [1] } }, { models: { ours: [''] } }, { models: { ours: [[]] } }, { models: { ours: [{}] } }, { models: { ours: ['A', 'A'] } },
  { models: { ours: [{ xx: 'A' }] } }, { models: { ours: [{ en: 1 }] } }, { models: { ours: [{ en: [] }] } }, { models: { ours: [['A', 'A']] } },
  { channels: 'App' }, { channels: [1] }, { channels: [''] }, { channels: ['App', 'App'] }, { lanes: {} }, { owners: null }, { owners: ['A', ['B']] },
  { rules: ['off'] }, { rules: { 'no-cats': 'off' } }, { rules: { 'no-persona': 'warn' } }, { rules: { 'no-persona': false } },
  { reviewDays: 0 }, { reviewDays: 3651 }, { reviewDays: -1 }, { reviewDays: 1.5 }, { reviewDays: '90' },
];

test('the schema and the program take and refuse the same', async (t) => {
  const samples = [...valid.map((sample) => [sample, true]), ...invalid.map((sample) => [sample, false])];
  const cwd = folder(t, Object.fromEntries(samples.map(([sample], i) => [`${i}/journey.json`, JSON.stringify(sample)])));
  const { files } = JSON.parse((await run(['check', '--format', 'json', ...samples.map((_, i) => `${i}/journey.json`)], { cwd })).stdout);
  const faults = new Map(files.map(({ path, findings }) => [path, findings]));
  samples.forEach(([sample, expected], i) => {
    const said = faults.get(join(String(i), 'journey.json')) ?? [];
    assert.equal(allows(sample), expected, `schema: ${JSON.stringify(sample)} ${JSON.stringify(allows.errors)}`);
    assert.equal(said.length === 0, expected, `program: ${JSON.stringify(sample)} ${JSON.stringify(said)}`);
    for (const { rule } of said) assert.equal(rule, 'project-settings');
  });
});

test('the extension brings the schema, and every rule has a word on it', () => {
  const { contributes } = JSON.parse(readFileSync(new URL('../../editors/vscode/package.json', import.meta.url)));
  const [{ fileMatch, url }] = contributes.jsonValidation;
  assert.equal(fileMatch, 'journey.json');
  assert.deepEqual(JSON.parse(readFileSync(new URL(`../../editors/vscode/${url}`, import.meta.url))), schema);
  for (const [rule, { description }] of Object.entries(schema.definitions.rules.properties)) assert.match(description, /\.$/, rule);
  for (const [key, { description, $ref }] of Object.entries(schema.properties)) assert.match(description ?? schema.definitions[$ref.split('/').at(-1)].description, /\.$/, key);
  assert.ok(new Ajv({ strict: false }).validateSchema(schema));
});

// --- check ---------------------------------------------------------------------------------------

test('check: the nearest journey.json at or above a map holds for it', async (t) => {
  const cwd = folder(t, {
    'journey.json': '{"rules": {"no-persona": "error"}}',
    'a/one.journey': map, 'a/deep/two.journey': map,
    'b/journey.json': '{"rules": {"no-persona": "off"}}', 'b/three.journey': map,
  });
  const { code, stdout, stderr } = await run(['check', '.'], { cwd });
  assert.deepEqual([code, stderr], [1, '']);
  assert.deepEqual(lines({ stdout }).map((line) => line.replace(/: [^:[]+ \[/, ' [')), ['a/deep/two.journey:1:1: error [no-persona]', 'a/one.journey:1:1: error [no-persona]']);
  assert.equal((await run(['check', 'three.journey'], { cwd: join(cwd, 'b') })).code, 0);
  const quiet = await run(['check', '-'], { cwd: join(cwd, 'b'), input: map });
  assert.deepEqual([quiet.code, quiet.stdout], [0, `${message('en', 'check-clean')}\n`]);
  const loud = await run(['check', '-'], { cwd: join(cwd, 'a'), input: map });
  assert.equal(loud.code, 1);
  const absolute = await run(['check', join(cwd, 'b/three.journey')], { cwd: '/' });
  assert.equal(absolute.stdout, `${message('en', 'check-clean')}\n`);
});

test('check: faults of a journey.json are findings of that file, once', async (t) => {
  const cwd = folder(t, { 'journey.json': '{\n  "😀": 1,\n  "langage": "nb",\n  "rules": {"no-persona": "off"}\n}\n', 'a.journey': map, 'deep/b.journey': map });
  const { code, stdout, stderr } = await run(['check', '.'], { cwd });
  assert.deepEqual([code, stderr], [0, '']); // they are warnings
  assert.deepEqual(lines({ stdout }), [
    `journey.json:2:3: warning: ${message('en', 'project-unknown-key', { text: '😀', values: 'language, model, models, channels, lanes, owners, preset, rules, reviewDays, theme, overrides' })} [project-settings]`,
    `journey.json:3:3: warning: ${message('en', 'project-unknown-near', { text: 'langage', near: 'language' })} [project-settings]`,
  ]);
  assert.equal((await run(['check', '--fail-on', 'warning', 'deep'], { cwd })).code, 1);
  const json = JSON.parse((await run(['check', '--format', 'json', 'deep'], { cwd: cwd })).stdout);
  assert.deepEqual(json.files.map(({ path }) => path), ['journey.json', 'deep/b.journey']);
  assert.deepEqual(json.files[0].findings[0].start, { line: 2, column: 3 });
  assert.deepEqual(json.files[0].findings[0].end, { line: 2, column: 6 });
  assert.match((await run(['check', 'b.journey'], { cwd: join(cwd, 'deep') })).stdout, /^\.\.\/journey\.json:2:3: /);
  assert.match((await run(['check', join(cwd, 'deep')], { cwd: '/' })).stdout, new RegExp(`^${cwd}/journey\\.json:2:3: `));
});

test('check: a journey.json that is no JSON is an error, and maps are checked by the usual rules', async (t) => {
  const cwd = folder(t, { 'journey.json': '{"rules": {"no-persona": "off",}}', 'a.journey': map });
  const { code, stdout, stderr } = await run(['check', '--language', 'de', 'a.journey'], { cwd });
  assert.deepEqual([code, stderr], [1, '']);
  assert.deepEqual(lines({ stdout }).map((line) => line.replace(/: .* \[/, ' [')), ['journey.json:1:32 [project-settings]', 'a.journey:1:1 [no-persona]']);
  assert.ok(stdout.includes(message('de', 'project-syntax')));
  const itself = await run(['check', 'journey.json'], { cwd });
  assert.deepEqual([itself.code, lines(itself).length], [1, 1]);
});

test('check: a journey.json that is a folder counts as none, one that cannot be read gives 2', async (t) => {
  const cwd = folder(t, { 'a/journey.json/readme.md': 'x', 'a/a.journey': map, 'b/journey.json': '{}', 'b/b.journey': map });
  assert.equal((await run(['check', 'a'], { cwd })).code, 0);
  if (process.getuid() === 0) return; // root reads everything
  chmodSync(join(cwd, 'b/journey.json'), 0);
  const { code, stderr } = await run(['check', 'b'], { cwd });
  assert.equal(code, 2);
  assert.ok(stderr.startsWith('journey: b/journey.json: '), stderr);
});

test('check: the project\'s language, models and rows are known', async (t) => {
  const cwd = folder(t, {
    'journey.json': JSON.stringify({ language: 'nb', model: 'kantine', models: { kantine: ['Velge', { en: 'Pay', nb: 'Betale' }] }, lanes: ['Kjøkken'] }),
    'a.journey': 'Persona: Emma\n  Scenario: x\n',
    'b.journey': 'Kundereise: Lunsj\nPersona: Emma\nFase: Velge\n  Kontaktpunkt: Køen\n    Følelse: glad\n    Kjøkken: suppe\n',
  });
  const { files } = JSON.parse((await run(['check', '--format', 'json', '--language', 'nb', '.'], { cwd })).stdout);
  assert.equal(files[0].language, 'nb');
  const known = ['missing-phase', 'unknown-keyword', 'misplaced-entry', 'mixed-language-keywords'];
  assert.deepEqual(files[1].findings.filter(({ rule }) => known.includes(rule)).map(({ rule, message: said }) => [rule, said]), [['missing-phase', message('nb', 'missing-phase', { phase: 'Betale', model: 'kantine' })]]);
});

// --- render and preview --------------------------------------------------------------------------

test('render: in the project\'s theme, unless another is asked for; faults go to standard error', async (t) => {
  const cwd = folder(t, { 'maps/a.journey': map, 'plain/a.journey': map, 'maps/journey.json': '{"theme": "dark", "themes": 1}' });
  const drawn = async (...args) => await run(['render', ...args], { cwd });
  const dark = await drawn('plain/a.journey', '--theme', 'dark');
  const project = await drawn('maps/a.journey');
  assert.deepEqual([project.code, project.stdout], [0, dark.stdout]);
  assert.equal(project.stderr, `journey: maps/journey.json:1:19: ${message('en', 'project-unknown-key', { text: 'themes', values: 'language, model, models, channels, lanes, owners, preset, rules, reviewDays, theme, overrides' })}\n`);
  for (const theme of ['light', 'auto'])
    assert.equal((await drawn('maps/a.journey', '--theme', theme)).stdout, (await drawn('plain/a.journey', '--theme', theme)).stdout);
  assert.equal((await drawn('plain/a.journey')).stdout, (await drawn('plain/a.journey', '--theme', 'auto')).stdout);
  assert.notEqual(dark.stdout, (await drawn('plain/a.journey')).stdout);
});

test('render: rows of the project are rows', async (t) => {
  const cwd = folder(t, { 'a.journey': `${map}    Backstage: kitchen\n` });
  const hasRow = async () => (await run(['render', 'a.journey'], { cwd })).stdout.includes('data-key="lane:own:Backstage"');
  assert.equal(await hasRow(), false);
  writeFileSync(join(cwd, 'journey.json'), '{"lanes": ["Backstage"]}');
  assert.equal(await hasRow(), true);
});

test('preview: settings that are saved show at once', async (t) => {
  const cwd = folder(t, { 'a.journey': `${map}    Backstage: kitchen\n`, 'journey.json': '{"theme": "dark"}' });
  const child = started(['preview', 'a.journey', '--no-open'], { cwd });
  t.after(() => child.kill('SIGKILL'));
  const complaints = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
  const first = (await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()).value;
  const address = /http:\S+/.exec(first)[0];
  const page = async () => await (await fetch(address)).text();
  assert.match(await page(), /<html[^>]* data-theme="dark"/);
  const events = await watch(t, address);
  await events.next('hello');
  writeFileSync(join(cwd, 'journey.json'), '{"lanes": ["Backstage"]}');
  assert.match(await events.next('patch'), /lane:own:Backstage/);
  assert.doesNotMatch(await page(), /<html[^>]* data-theme=/);
  writeFileSync(join(cwd, 'journey.json'), '{"lanes": "Backstage"}');
  assert.match((await complaints.next()).value, /^journey: journey\.json:1:11: /);
  rmSync(join(cwd, 'journey.json'));
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'close'), [0, null]);
});
