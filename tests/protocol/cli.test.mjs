// The program at a terminal: what it prints, what it writes, how it ends.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { message, test } from './client.mjs';
import { keysOf, watch } from './page.mjs';
import { clean, folder, headers, run, started } from './terminal.mjs';

const warned = clean.replace('    Emotion: happy\n', '');
const wrong = `${clean}    Votes: 😀 many\n`; // misplaced, and no number
const hinted = clean.replace('happy', 'flabbergastedly');

const listed = (path) => readdirSync(path).sort();

// --- help and usage ------------------------------------------------------------------------------

test('--help and --version', async () => {
  const help = await run(['--help']);
  assert.equal(help.code, 0);
  for (const word of ['lsp', 'check', 'render', 'format', 'report', 'preview', 'Exit codes']) assert.ok(help.stdout.includes(word), word);
  const version = await run(['--version']);
  assert.deepEqual([version.code, version.stderr], [0, '']);
  assert.match(version.stdout, /^journey \d+\.\d+\.\d+\n$/);
  for (const [command, option] of [['lsp', '--stdio'], ['check', '--fail-on'], ['render', '--theme'], ['format', '--check'], ['report', '--output'], ['preview', '--no-open']]) {
    const { code, stdout, stderr } = await run([command, '--help']);
    assert.deepEqual([code, stderr], [0, ''], command);
    assert.ok(stdout.includes(option), `${option} in ${stdout}`);
    for (const line of stdout.split('\n')) assert.ok(line.length <= 120, line);
  }
});

test('--help and bad usage are in the language of the terminal, or the one asked for', async (t) => {
  const cwd = folder(t, { 'a.journey': clean });
  for (const [code, locale] of [['nb', 'nb_NO.UTF-8'], ['sv', 'sv_SE.UTF-8'], ['fi', 'fi_FI.UTF-8'], ['nl', 'nl_NL.UTF-8'], ['da', 'da_DK.UTF-8'], ['de', 'de_DE.UTF-8']]) {
    const env = { LC_ALL: locale };
    const unfolded = (text) => text.replace(/\s+/g, ' ');
    const english = await run(['check', '--help'], { cwd });
    const { stdout } = await run(['check', '--help'], { cwd, env });
    for (const key of ['usage-check', 'usage-label-options', 'usage-label-arguments', 'usage-help', 'usage-check-fix', 'usage-check-dry-run', 'usage-check-more'])
      assert.ok(unfolded(stdout).includes(message(code, key)), `${code}: ${key} in ${stdout}`);
    // What is the same as in English is names.
    const same = stdout.split('\n').filter((line) => line.includes(' ') && english.stdout.split('\n').includes(line));
    assert.deepEqual(same.filter((line) => /[a-z]{3,} [a-z]{3,} [a-z]{3,}/.test(line)), [], code);
    for (const line of stdout.split('\n')) assert.ok([...line].length <= 110, line);
    assert.equal((await run(['check', '--help', '--language', code], { cwd })).stdout, stdout);

    const see = message(code, 'usage-see-help', { command: 'journey check --help' });
    for (const [args, said] of [
      [['check', '--dry-run'], message(code, 'usage-only-with', { option: '--dry-run', other: '--fix' })],
      [['check', '--baseline'], message(code, 'usage-value-missing', { option: '--baseline' })],
      [['check', '--baseline', 'a', '--write-baseline', 'b'], message(code, 'usage-not-with', { option: '--write-baseline', other: '--baseline' })],
      [['check', '--format', 'xml'], message(code, 'usage-value-unknown', { option: '--format', text: 'xml', values: 'text, json, sarif, github, junit' })],
      [['check', '--fixx'], `${message(code, 'usage-unexpected', { argument: '--fixx' })}\n${message(code, 'usage-near', { near: '--fix' })}`],
      [['check', '--fix=1'], message(code, 'usage-value-wrong', { option: '--fix' })],
      [['check', '--fix=perhaps'], message(code, 'usage-value-wrong', { option: '--fix' })],
    ])
      assert.deepEqual(await run(args, { cwd, env }), { code: 2, stdout: '', stderr: `${said}\n${see}\n` }, `${code} ${args.join(' ')}`);
    assert.ok((await run([], { cwd, env })).stderr.startsWith(message(code, 'usage-command-missing', { values: 'lsp, check, explain, render, format, report, preview' })));
    assert.ok((await run(['render'], { cwd, env })).stderr.startsWith(message(code, 'usage-file-missing')));
    assert.ok((await run(['preview', 'a.journey', '--port', '99999'], { cwd, env })).stderr.startsWith(message(code, 'usage-port-wrong', { option: '--port', text: '99999' })));
  }
});

test('bad usage: 2, a word on standard error, nothing on standard output', async (t) => {
  const cwd = folder(t, { 'a.journey': clean });
  for (const args of [[], ['brew'], ['--brew'], ['render'], ['format'], ['preview'], ['check', '--brew', 'a.journey'], ['check', '--format', 'xml', 'a.journey'],
    ['check', '--fail-on', 'always', 'a.journey'], ['check', '--language', 'tlh', 'a.journey'], ['render', 'a.journey', '--theme', 'pink'], ['render', 'a.journey', '--format', 'pdf'],
    ['render', 'a.journey', 'b.journey'], ['format', '--fast', 'a.journey'], ['preview', 'a.journey', '--port', 'http'], ['preview', 'a.journey', '--port', '70000'], ['lsp', '--tcp']]) {
    const { code, stdout, stderr } = await run(args, { cwd });
    assert.deepEqual([code, stdout], [2, ''], `${args.join(' ')}: ${stderr}`);
    assert.notEqual(stderr, '', args.join(' '));
  }
});

// --- check ---------------------------------------------------------------------------------------

test('check: a clean map gives 0 and says so', async (t) => {
  const cwd = folder(t, { 'a.journey': clean });
  assert.deepEqual(await run(['check', 'a.journey'], { cwd }), { code: 0, stdout: `${message('en', 'check-clean')}\n`, stderr: '' });
});

test('check: findings stand on a line each, with place, severity and rule', async (t) => {
  const cwd = folder(t, { 'a.journey': wrong });
  const { code, stdout, stderr } = await run(['check', 'a.journey'], { cwd });
  assert.deepEqual([code, stderr], [1, '']);
  const lines = headers(stdout);
  assert.ok(lines.length >= 2, stdout);
  for (const line of lines) assert.match(line, /^a\.journey:16:\d+: error: .+ \[(misplaced-entry|invalid-value)\]$/);
  assert.ok(lines.some((line) => line.startsWith('a.journey:16:12: ')), 'columns count from 1, in characters');
});

test('check: --fail-on decides what gives 1', async (t) => {
  const cwd = folder(t, { 'warned.journey': warned, 'wrong.journey': wrong, 'hinted.journey': hinted });
  for (const [file, failOn, expected] of [
    ['warned', undefined, 0], ['warned', 'error', 0], ['warned', 'warning', 1], ['warned', 'information', 1], ['warned', 'hint', 1],
    ['wrong', undefined, 1], ['wrong', 'hint', 1],
    ['hinted', 'warning', 0], ['hinted', 'information', 1], ['hinted', 'hint', 1],
  ]) {
    const { code, stdout } = await run(['check', ...(failOn ? ['--fail-on', failOn] : []), `${file}.journey`], { cwd });
    assert.equal(code, expected, `${file} ${failOn}: ${stdout}`);
  }
});

test('check: --format json', async (t) => {
  const cwd = folder(t, { 'a.journey': wrong, 'b.journey': clean, 'c.journey': clean.replace('Touchpoint', 'Kontaktpunkt').replace('Journey', 'Kundereise') });
  const { code, stdout, stderr } = await run(['check', '--format', 'json', 'a.journey', 'b.journey', 'c.journey'], { cwd });
  assert.deepEqual([code, stderr], [1, '']);
  const { version, files } = JSON.parse(stdout);
  assert.equal(version, 1);
  assert.deepEqual(files.map(({ path, language }) => [path, language]), [['a.journey', 'en'], ['b.journey', 'en'], ['c.journey', 'nb']]);
  assert.deepEqual(files[1].findings, []);
  const value = files[0].findings.find(({ rule }) => rule === 'invalid-value');
  assert.deepEqual(value, { rule: 'invalid-value', severity: 'error', message: value.message, start: { line: 16, column: 12 }, end: { line: 16, column: 18 }, fixes: value.fixes, related: [], detail: '' });
  assert.notEqual(value.message, '');
});

test('check: several files, folders and standard input', async (t) => {
  const cwd = folder(t, {
    'maps/b.journey': warned, 'maps/a.journey': warned, 'maps/deep/c.journey': warned, 'maps/readme.md': 'No map', 'maps/.hidden/d.journey': wrong,
    'maps/node_modules/e.journey': wrong, 'empty/readme.md': 'No map',
  });
  const paths = (stdout) => [...new Set(headers(stdout).map((line) => line.split(':')[0]))];
  const found = await run(['check', 'maps'], { cwd });
  assert.deepEqual([found.code, paths(found.stdout)], [0, ['maps/a.journey', 'maps/b.journey', 'maps/deep/c.journey']]);
  const both = await run(['check', 'maps/b.journey', '-', 'maps/a.journey'], { cwd, input: wrong });
  assert.deepEqual([both.code, paths(both.stdout)], [1, ['maps/b.journey', '-', 'maps/a.journey']]);
  assert.deepEqual(await run(['check', 'empty'], { cwd }), { code: 2, stdout: '', stderr: `journey: empty: ${message('en', 'check-no-maps')}\n` });
  assert.deepEqual(JSON.parse((await run(['check', '--format', 'json', 'empty'], { cwd })).stdout).files, []);
});

test('check: what cannot be read gives 2, and the rest is checked all the same', async (t) => {
  const cwd = folder(t, { 'a.journey': wrong });
  symlinkSync('nowhere', join(cwd, 'dangling.journey'));
  symlinkSync('loop.journey', join(cwd, 'loop.journey'));
  for (const bad of ['missing.journey', 'missing/folder', 'dangling.journey', 'loop.journey', 'a.journey/inside', '']) {
    const { code, stdout, stderr } = await run(['check', bad, 'a.journey'], { cwd });
    assert.equal(code, 2, bad);
    assert.ok(stderr.startsWith(`journey: ${bad}: `) && stderr.trim().length > `journey: ${bad}:`.length, stderr);
    assert.match(stdout, /^a\.journey:16:/);
  }
  const { code, stdout } = await run(['check', '--format', 'json', 'missing.journey'], { cwd });
  assert.deepEqual([code, JSON.parse(stdout).files], [2, []]);
});

test('check: any bytes are a text', async (t) => {
  const cwd = folder(t, { 'a.journey': Buffer.from([...Buffer.from('Journey: A\0B'), 0xFF, 0xFE, 0xC3, 10, 0xED, 0xA0, 0x80]), 'empty.journey': '' });
  for (const file of ['a.journey', 'empty.journey']) {
    const { code, stdout } = await run(['check', '--format', 'json', file], { cwd });
    assert.ok(code <= 1);
    assert.equal(JSON.parse(stdout).files.length, 1);
  }
});

test('check: messages in the language of the terminal, or the one asked for', async (t) => {
  const cwd = folder(t, { 'a.journey': clean });
  const says = async (args, env) => (await run(['check', ...args, 'a.journey'], { cwd, env })).stdout.trim();
  assert.equal(await says([], { LC_ALL: 'fi_FI.UTF-8' }), message('fi', 'check-clean'));
  assert.equal(await says([], { LC_ALL: '', LANG: 'sv_SE.UTF-8' }), message('sv', 'check-clean'));
  assert.equal(await says([], { LC_ALL: 'fr_FR.UTF-8' }), message('en', 'check-clean'));
  assert.equal(await says(['--language', 'da'], { LC_ALL: 'fi_FI.UTF-8' }), message('da', 'check-clean'));
});

test('check: the examples are as clean as they say', async () => {
  const examples = new URL('../../grammar/examples/', import.meta.url).pathname;
  const { code, stdout, stderr } = await run(['check', examples]);
  assert.deepEqual([code, stderr], [0, ''], stdout);
  for (const line of headers(stdout)) assert.match(line, /workshop\.en\.journey:/);
});

// --- render --------------------------------------------------------------------------------------

test('render: SVG and HTML, by name or as told, to a file or standard output', async (t) => {
  const cwd = folder(t, { 'a.journey': clean });
  for (const [args, file, beginning] of [
    [['-o', 'a.svg'], 'a.svg', /^(<\?xml[^>]*>\s*)?<svg [^>]*>/], [['-o', 'a.html'], 'a.html', /^<!doctype html>/i], [['--output', 'b', '--format', 'html'], 'b', /^<!doctype html>/i],
    [['-o', 'c.svg', '--theme', 'dark'], 'c.svg', /<svg /],
  ]) {
    assert.deepEqual(await run(['render', 'a.journey', ...args], { cwd }), { code: 0, stdout: '', stderr: '' });
    const written = readFileSync(join(cwd, file), 'utf8');
    assert.match(written, beginning);
    assert.match(written, /Queue/);
    assert.doesNotMatch(written.replaceAll(/xmlns(:\w+)?="[^"]*"/g, ''), /https?:\/\//, 'nothing is fetched from elsewhere');
  }
  const direct = await run(['render', 'a.journey'], { cwd });
  assert.deepEqual([direct.code, direct.stdout.trimEnd()], [0, readFileSync(join(cwd, 'a.svg'), 'utf8').trimEnd()]);
  assert.match((await run(['render', '-', '--format', 'html'], { cwd, input: clean })).stdout, /^<!doctype html>/i);
  const themes = await Promise.all(['light', 'dark'].map(async (theme) => (await run(['render', 'a.journey', '--theme', theme], { cwd })).stdout));
  assert.notEqual(themes[0], themes[1]);
  assert.equal((statSync(join(cwd, 'a.svg')).mode & 0o777), 0o666 & ~process.umask());
});

test('render: a failure leaves the old file as it was, and nothing beside it', async (t) => {
  const cwd = folder(t, { 'a.journey': clean, 'a.svg': 'old', 'folder/keep': '' });
  mkdirSync(join(cwd, 'folder.svg'));
  for (const args of [
    ['missing.journey', '-o', 'a.svg'], ['folder', '-o', 'a.svg'], ['a.journey', '-o', 'folder.svg'], ['a.journey', '-o', 'nowhere/a.svg'],
    ['a.journey', '-o', 'a.journey/a.svg'], ['a.journey', '-o', 'a.pdf'],
  ]) {
    const { code, stdout, stderr } = await run(['render', ...args], { cwd });
    assert.deepEqual([code, stdout], [2, ''], args.join(' '));
    assert.match(stderr, /^journey: /, args.join(' '));
  }
  assert.equal(readFileSync(join(cwd, 'a.svg'), 'utf8'), 'old');
  assert.deepEqual(listed(cwd), ['a.journey', 'a.svg', 'folder', 'folder.svg']);
  assert.deepEqual(listed(join(cwd, 'folder.svg')), []);
});

test('render: a file that exists is replaced, with its permissions and through links', async (t) => {
  const cwd = folder(t, { 'a.journey': clean, 'a.svg': 'old' });
  chmodSync(join(cwd, 'a.svg'), 0o640);
  symlinkSync('a.svg', join(cwd, 'link.svg'));
  assert.equal((await run(['render', 'a.journey', '-o', 'link.svg'], { cwd })).code, 0);
  assert.match(readFileSync(join(cwd, 'a.svg'), 'utf8'), /<svg /);
  assert.equal(statSync(join(cwd, 'a.svg')).mode & 0o777, 0o640);
  assert.deepEqual(listed(cwd), ['a.journey', 'a.svg', 'link.svg']);
});

test('render: where there is nothing to draw, that is said, and the old picture stays', async (t) => {
  const cwd = folder(t, { 'empty.journey': '', 'a.svg': 'old' });
  for (const input of ['', '# nothing yet\n', 'Just words\n']) {
    const { code, stdout, stderr } = await run(['render', '-'], { input });
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /^journey: -: .*nothing to draw/);
  }
  assert.equal((await run(['render', 'empty.journey', '-o', 'a.svg'], { cwd })).code, 2);
  assert.equal(readFileSync(join(cwd, 'a.svg'), 'utf8'), 'old');
  for (const input of ['Journey: \n', 'Persona: Emma\n', 'Phase: Pay']) assert.match((await run(['render', '-'], { input })).stdout, /<svg /);
});

// --- format --------------------------------------------------------------------------------------

const messy = 'Journey:Lunch  \r\nPersona :  Emma\r\n\r\n\r\nPhase: Pay\r\nTouchpoint:   Queue\r\n   Emotion  [ Emma ]:happy\r\n  |and   hungry';

test('format: in place, once and for all', async (t) => {
  const cwd = folder(t, { 'a.journey': messy, 'maps/b.journey': messy, 'good.journey': '' });
  const before = await run(['format', '--check', 'a.journey'], { cwd });
  assert.deepEqual(before, { code: 1, stdout: 'a.journey\n', stderr: '' });
  assert.equal(readFileSync(join(cwd, 'a.journey'), 'utf8'), messy, '--check writes nothing');

  assert.deepEqual(await run(['format', 'a.journey', 'maps', 'good.journey'], { cwd }), { code: 0, stdout: 'a.journey\nmaps/b.journey\n', stderr: '' });
  const formatted = readFileSync(join(cwd, 'a.journey'), 'utf8');
  assert.equal(formatted.replace(/\s/g, ''), messy.replace(/\s/g, ''), 'no word is touched');
  assert.match(formatted, /\r\n  Touchpoint: Queue\r\n    Emotion \[ ?Emma ?\]: happy\r\n/);
  assert.ok(formatted.endsWith('\r\n'));

  const time = new Date(2020, 1, 1);
  utimesSync(join(cwd, 'a.journey'), time, time);
  assert.deepEqual(await run(['format', 'a.journey', 'maps'], { cwd }), { code: 0, stdout: '', stderr: '' });
  assert.deepEqual(statSync(join(cwd, 'a.journey')).mtime, time, 'what is well formatted is not written');
  assert.deepEqual(await run(['format', '--check', 'a.journey', 'maps'], { cwd }), { code: 0, stdout: '', stderr: '' });
});

test('format: standard input to standard output', async () => {
  const { code, stdout } = await run(['format', '-'], { input: messy });
  assert.equal(code, 0);
  assert.deepEqual(await run(['format', '-'], { input: stdout }), { code: 0, stdout, stderr: '' });
  assert.deepEqual(await run(['format', '--check', '-'], { input: messy }), { code: 1, stdout: '', stderr: '' });
  assert.deepEqual(await run(['format', '--check', '-'], { input: stdout }), { code: 0, stdout: '', stderr: '' });
});

test('format: odd texts come out whole, and stay as they come out', async () => {
  const one = 'Journey: A\nPhase: B\n';
  for (const input of ['', '\n', '\uFEFFJourney: A\n', 'stray\n| more\n', 'Touchpoint: A\n\n| b\n', 'Touchpoint: A\r\r| b\r', '\nVotes: 3\rKundereise: ', 'a\u2028b', '# a\n\n\n# b',
    'Emotion [x: happy', 'Journey: A\n\t\tPersona: B', one.replaceAll('\n', '\r'), one.replaceAll('\n', '\r\n'), 'Phase:\u00A0A\n']) {
    const once = await run(['format', '-'], { input });
    assert.deepEqual([once.code, once.stderr], [0, ''], JSON.stringify(input));
    assert.equal(once.stdout.replace(/[\s\uFEFF]/g, ''), input.replace(/[\s\uFEFF]/g, ''), JSON.stringify(input));
    assert.equal((await run(['format', '-'], { input: once.stdout })).stdout, once.stdout, JSON.stringify(input));
  }
});

test('format: what cannot be read gives 2, and the rest is formatted all the same', async (t) => {
  const cwd = folder(t, { 'a.journey': messy, 'empty/readme.md': '' });
  for (const args of [['missing.journey'], ['--check', 'missing.journey'], ['missing/b.journey']]) {
    const { code, stderr } = await run(['format', ...args], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /^journey: missing/);
  }
  assert.equal((await run(['format', 'missing.journey', 'a.journey'], { cwd })).code, 2);
  assert.equal((await run(['format', '--check', 'a.journey'], { cwd })).code, 0);
  assert.deepEqual(await run(['format', 'empty'], { cwd }), { code: 2, stdout: '', stderr: `journey: empty: ${message('en', 'check-no-maps')}\n` });
  assert.deepEqual(listed(cwd), ['a.journey', 'empty']);
  writeFileSync(join(cwd, 'journey.json'), '{\n    "lanes": []\n}');
  assert.deepEqual(await run(['format', 'journey.json'], { cwd }), { code: 0, stdout: '', stderr: '' }, 'no map, so left alone');
});

test('format: the examples are well formatted', async () => {
  const examples = new URL('../../grammar/examples/', import.meta.url).pathname;
  assert.deepEqual(await run(['format', '--check', examples]), { code: 0, stdout: '', stderr: '' });
});

// --- preview -------------------------------------------------------------------------------------

/** A preview of a file in a folder of its own: its address, lines it prints, complaints. */
async function previewed(t, args = [], options = {}) {
  const cwd = folder(t, { 'my map.journey': clean });
  const child = started(['preview', 'my map.journey', '--no-open', ...args], { cwd, ...options });
  t.after(() => child.kill('SIGKILL'));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const complaints = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
  const first = (await lines.next()).value;
  const address = /http:\S+/.exec(first)[0];
  return { child, ended, lines, complaints, first, address, file: join(cwd, 'my map.journey') };
}

test('preview: prints an address, serves the page, shows what is saved, tells of clicks, ends on SIGTERM', async (t) => {
  const { child, ended, lines, first, address, file } = await previewed(t);
  assert.equal(first, message('en', 'preview-opened', { address }));
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\//);
  const page = await (await fetch(address)).text();
  assert.match(page, /Queue/);
  const events = await watch(t, address);
  await events.next('hello');

  writeFileSync(file, clean.replace('happy', 'frustrated'));
  assert.match(await events.next('patch'), /frustrated/);
  // As most editors do it: a new file takes the old one's name.
  writeFileSync(`${file}.new`, clean.replace('happy', 'curious'));
  renameSync(`${file}.new`, file);
  assert.match(await events.next('patch'), /curious/);

  const key = keysOf(page).touchpoint[0];
  const doc = new URL(address).searchParams.get('doc');
  await fetch(new URL('reveal', address.split('?')[0]), { method: 'POST', body: JSON.stringify({ doc, key }) });
  assert.equal((await lines.next()).value, 'my map.journey:11:15');

  child.kill('SIGTERM');
  assert.deepEqual(await ended, { code: 0, signal: null });
  await events.ended;
});

test('preview: a file that vanishes is told of once, and its return is shown', async (t) => {
  const { child, ended, complaints, address, file } = await previewed(t);
  await (await fetch(address)).text();
  const events = await watch(t, address);
  await events.next('hello');
  rmSync(file);
  assert.match((await complaints.next()).value, /^journey: my map\.journey: /);
  assert.match(await (await fetch(address)).text(), /Queue/, 'the last map is kept');
  writeFileSync(file, clean.replace('happy', 'curious'));
  assert.match(await events.next('patch'), /curious/);
  // A folder takes its place, and goes again.
  rmSync(file);
  mkdirSync(file);
  assert.match((await complaints.next()).value, /^journey: my map\.journey: /);
  rmSync(file, { recursive: true });
  writeFileSync(file, clean.replace('happy', 'proud'));
  assert.match(await events.next('patch'), /proud/);
  child.kill('SIGINT');
  assert.deepEqual(await ended, { code: 0, signal: null });
  assert.equal((await complaints.next()).done, true, 'nothing more was said');
});

test('preview: a text without a map keeps the last one on the page', async (t) => {
  const { address, file } = await previewed(t);
  await (await fetch(address)).text();
  const events = await watch(t, address);
  await events.next('hello');
  writeFileSync(file, '');
  assert.deepEqual(JSON.parse(await events.next('patch')).hint, true);
  assert.match(await (await fetch(address)).text(), /Queue/);
});

test('preview: in the language of the terminal', async (t) => {
  const { first, address } = await previewed(t, [], { env: { LC_ALL: 'nb_NO.UTF-8' } });
  assert.equal(first, message('nb', 'preview-opened', { address }));
});

test('preview: a port of one\'s own, once', async (t) => {
  const { address } = await previewed(t);
  const port = new URL(address).port;
  const cwd = folder(t, { 'a.journey': clean });
  const second = await run(['preview', 'a.journey', '--no-open', '--port', port], { cwd });
  assert.equal(second.code, 2);
  assert.match(second.stderr, /^journey: /);
  assert.equal((await fetch(address)).status, 200);
});

test('preview: a file that is missing, or a folder, gives 2', async (t) => {
  const cwd = folder(t, { 'maps/a.journey': clean });
  for (const file of ['missing.journey', 'maps']) {
    const { code, stdout, stderr } = await run(['preview', '--no-open', file], { cwd });
    assert.deepEqual([code, stdout], [2, ''], file);
    assert.ok(stderr.startsWith(`journey: ${file}: `), stderr);
  }
  assert.equal(existsSync(join(cwd, 'missing.journey')), false);
});
