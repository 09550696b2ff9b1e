// What a rule checks and why, wherever people meet it: behind a diagnostic's code, in a hover, at a
// terminal. What the texts say in detail is tests/unit's.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client, message, only, test } from './client.mjs';
import { run } from './terminal.mjs';

const uri = 'file:///rules.journey';
const textDocument = { uri };
const text = [
  'Journey: Lunch', //                0
  '  Model: service3', //             1
  'Persona: Emma', //                 2
  'Phase: Before', //                 3
  '  Touchpoint: Queue', //           4
  '    Emotion: frustrated', //       5
  '    Channel:', //                  6
  'Phase: After', //                  7
  '  Emotion: glad', //               8
  '# journey-ignore: stray-line', //  9
  '  Touchpoint: Till', //           10
  '    Emotion: glad', //            11
  '',
].join('\n');
const full = { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } };
const everyLanguage = ['en', 'nb', 'sv', 'fi', 'nl', 'da', 'de'];
const texts = (language) => JSON.parse(readFileSync(new URL(`../../grammar/locales/${language}.json`, import.meta.url))).rules;

// Away only when all servers have gone: they write into them.
const top = mkdtempSync(join(tmpdir(), 'journey-rules-'));
after(() => rmSync(top, { recursive: true, force: true }));
const folder = () => mkdtempSync(join(top, 'x'));

/** A server whose cache is a folder made for the test. */
async function connected(t, { publishDiagnostics = full, textDocument = {}, cache = folder(), locale, env = {} } = {}) {
  const client = new Client(t, { env: { XDG_CACHE_HOME: cache, ...env } });
  client.cache = cache;
  await client.initialize({ locale, capabilities: { textDocument: { publishDiagnostics, ...textDocument } } });
  return client;
}
/** The pages are written by the thread that answers this, in the order of what it is given. */
const written = (client) => client.request('workspace/diagnostic', { previousResultIds: [] });
const hrefOf = (diagnostic) => diagnostic.codeDescription?.href;

// --- code descriptions ---------------------------------------------------------------------------

test('a code leads to the page of its rule, in the language of the reader', async (t) => {
  const client = await connected(t, { locale: 'nb' });
  const diagnostics = await client.diagnose(uri, text);
  await written(client);
  assert.ok(diagnostics.length > 4, JSON.stringify(diagnostics));
  const { stdout } = await run(['--version']);
  const pages = join(client.cache, 'journey', stdout.trim().split(' ')[1], 'rules', 'nb');
  for (const diagnostic of diagnostics) {
    assert.equal(hrefOf(diagnostic), `${pathToFileURL(pages)}/${diagnostic.code}.md`);
    const page = readFileSync(fileURLToPath(hrefOf(diagnostic)), 'utf8');
    assert.equal(page, (await run(['explain', diagnostic.code, '--language', 'nb'])).stdout);
    assert.ok(page.includes(texts('nb')[diagnostic.code].why), page);
  }
  assert.deepEqual(readdirSync(pages).sort(), Object.keys(texts('nb')).map((id) => `${id}.md`).sort());
});

test('a page that is right is left alone, one that is not is written anew', async (t) => {
  const client = await connected(t);
  const [diagnostic] = await client.diagnose(uri, text);
  await written(client);
  const path = fileURLToPath(hrefOf(diagnostic));
  const other = join(path, '..', 'stray-line.md');
  const was = { page: readFileSync(path, 'utf8'), other: statSync(other) };
  writeFileSync(path, 'old');
  await written(await connected(t, { cache: client.cache }));
  assert.equal(readFileSync(path, 'utf8'), was.page);
  assert.equal(statSync(other).ino, was.other.ino);
});

test('without a cache, or a client that takes them, there are no code descriptions', async (t) => {
  const file = join(folder(), 'file');
  writeFileSync(file, '');
  for (const options of [{ cache: file }, { cache: join(file, 'below') }, { cache: '', env: { HOME: '' } }, { publishDiagnostics: { relatedInformation: true } }]) {
    const client = await connected(t, options);
    const diagnostics = await client.diagnose(uri, text);
    assert.ok(diagnostics.length > 4);
    for (const diagnostic of diagnostics) assert.equal(hrefOf(diagnostic), undefined);
    const hover = await client.request('textDocument/hover', { textDocument, position: { line: 6, character: 6 } });
    assert.ok(hover.contents.value.includes('empty-entry') && !hover.contents.value.includes('.md'), hover.contents.value);
  }
});

test('a relative cache folder is none; then it is the one in the home', async (t) => {
  const home = folder();
  const client = await connected(t, { cache: 'relative', env: { HOME: home } });
  const [diagnostic] = await client.diagnose(uri, text);
  assert.ok(fileURLToPath(hrefOf(diagnostic)).startsWith(join(home, '.cache', 'journey')), hrefOf(diagnostic));
  assert.ok(!existsSync('relative'));
});

test('a folder with odd letters is named so that editors find it', async (t) => {
  const cache = join(folder(), 'Ærlig “100 %” #1');
  mkdirSync(cache);
  const client = await connected(t, { cache });
  const [diagnostic] = await client.diagnose(uri, text);
  await written(client);
  assert.ok(existsSync(fileURLToPath(hrefOf(diagnostic))), hrefOf(diagnostic));
});

test('pulled diagnostics lead there too, whichever way the client says so', async (t) => {
  for (const [publishDiagnostics, diagnostic] of [[full, {}], [{}, full]]) {
    const client = await connected(t, { publishDiagnostics, textDocument: { diagnostic } });
    client.open(uri, text);
    const { items } = await client.request('textDocument/diagnostic', { textDocument });
    assert.ok(hrefOf(only(items, 'empty-entry')));
    assert.deepEqual(only(items, 'empty-entry').tags, [1]);
    assert.ok(only(items, 'misplaced-entry').relatedInformation);
  }
});

// --- tags ----------------------------------------------------------------------------------------

test('what could go is tagged, for those who show tags', async (t) => {
  const tagged = async (publishDiagnostics) => {
    const client = await connected(t, { publishDiagnostics });
    return (await client.diagnose(uri, text)).filter(({ tags }) => tags !== undefined).map(({ code, tags }) => [code, tags]);
  };
  assert.deepEqual(await tagged(full), [['empty-entry', [1]], ['useless-suppression', [1]]]);
  assert.deepEqual(await tagged({ tagSupport: { valueSet: [2] } }), []);
  assert.deepEqual(await tagged({}), []);
});

// --- related information -------------------------------------------------------------------------

test('findings about two places point at the other one', async (t) => {
  const client = await connected(t);
  const diagnostics = await client.diagnose(uri, text);
  const points = (rule) =>
    only(diagnostics, rule).relatedInformation.map(({ location, message: said }) => {
      assert.equal(location.uri, uri);
      return [location.range.start.line, said];
    });
  assert.deepEqual(points('missing-phase'), [[3, message('en', 'missing-phase-after')]]);
  assert.deepEqual(points('lowest-point-unaddressed'), [[5, message('en', 'lowest-point-feeling')]]);
  assert.deepEqual(points('misplaced-entry'), [[7, message('en', 'misplaced-entry-inside')]]);
  const mixed = await client.diagnose(uri, '# language: en\nFase: Pay\n  Touchpoint: T\n    Emotion: glad\n', 2);
  const [place] = only(mixed, 'mixed-language-keywords').relatedInformation;
  assert.deepEqual([place.location.range.start, place.message], [{ line: 0, character: 12 }, message('en', 'mixed-language-decided-here')]);
});

// --- hover ---------------------------------------------------------------------------------------

test('a hover says what a rule checks and why, beside what it says of the words', async (t) => {
  const client = await connected(t, { locale: 'de' });
  await client.diagnose(uri, text);
  const hover = (line, character) => client.request('textDocument/hover', { textDocument, position: { line, character } });
  const { what, why } = texts('de')['empty-entry'];

  const keyword = await hover(6, 6);
  assert.equal(keyword.contents.kind, 'markdown');
  for (const part of [message('de', 'about-channel'), what, why, message('de', 'rule-hover-more')]) assert.ok(keyword.contents.value.includes(part), part);
  assert.match(keyword.contents.value, /\(file:\/\/\/[^ )]*\/rules\/de\/empty-entry\.md\)/);
  assert.deepEqual(keyword.range, { start: { line: 6, character: 4 }, end: { line: 6, character: 11 } });

  const comment = await hover(9, 20); // nothing but the finding
  assert.ok(comment.contents.value.startsWith('**useless-suppression**'), comment.contents.value);
  assert.deepEqual(comment.range, { start: { line: 9, character: 18 }, end: { line: 9, character: 28 } });

  const quiet = await hover(11, 6);
  assert.ok(quiet && !quiet.contents.value.includes('.md'), 'no finding here');
});

// --- journey explain -----------------------------------------------------------------------------

test('explain prints a page in each language', async () => {
  for (const language of everyLanguage) {
    const { code, stdout, stderr } = await run(['explain', 'no-persona', '--language', language]);
    assert.deepEqual([code, stderr], [0, '']);
    const { what, why, fires, fine } = texts(language)['no-persona'];
    for (const part of ['# no-persona\n', what, why, fires.join('\n'), fine.join('\n'), '# journey-ignore-file: no-persona', message(language, 'rule-page-why')])
      assert.ok(stdout.includes(part), `${language}: ${part}`);
  }
});

test('explain without a rule lists them all, a line each', async () => {
  const { code, stdout, stderr } = await run(['explain', '--language', 'sv']);
  assert.deepEqual([code, stderr], [0, '']);
  const lines = stdout.split('\n');
  for (const [id, { what }] of Object.entries(texts('sv'))) assert.equal(lines.filter((line) => line.startsWith(`${id} `) && line.endsWith(` ${what}`)).length, 1, id);
  assert.ok(stdout.includes(message('sv', 'explain-one')));
});

test('explain of a rule that is none names the nearest', async () => {
  for (const [guess, near] of [['no-personas', 'no-persona'], ['empty-entries', 'empty-entry'], ['xyzzy', undefined]]) {
    const { code, stdout, stderr } = await run(['explain', guess]);
    assert.deepEqual([code, stdout], [2, '']);
    const hint = near ? message('en', 'explain-near', { rule: near }) : message('en', 'explain-all');
    assert.equal(stderr, `journey: ${message('en', 'useless-suppression-unknown', { rule: guess })} ${hint}\n`);
  }
  assert.equal((await run(['explain', 'no-persona', 'empty-entry'])).code, 2);
});
