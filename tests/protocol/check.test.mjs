// journey check in a pipeline: its formats, fixes, baselines, and which files it takes.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, readdirSync, realpathSync, statSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { message, program, test } from './client.mjs';
import { clean, folder, headers, run, started } from './terminal.mjs';

const warned = clean.replace('    Emotion: happy\n', '');
const wrong = `${clean}    Votes: 😀 many\n`; // misplaced, and no number
const foreign = clean.replace('Phase:', 'Fase:'); // --fix translates it

const pathsOf = (stdout) => [...new Set(headers(stdout).map((line) => line.split(':')[0]))];
const listed = (path) => readdirSync(path).sort();
const check = (args, options) => run(['check', ...args], options);

// --- text ----------------------------------------------------------------------------------------

test('text: the line, a mark under its cells, and how to fix it', async (t) => {
  const cwd = folder(t, { 'a.journey': `${clean}\tVotes:\t😀 お茶\n`, 'b.journey': foreign });
  const { code, stdout, stderr } = await check(['a.journey', 'b.journey'], { cwd });
  assert.deepEqual([code, stderr], [1, '']);
  assert.equal(stdout, [
    'a.journey:16:2: error: “Votes” belongs under “Opportunity”, but there is none here. [misplaced-entry]',
    '  16 |     Votes:  😀 お茶',
    '     |     ^^^^^',
    '  Fix: Insert “Opportunity” before it',
    '',
    'a.journey:16:9: error: “😀 お茶” is not a number of votes. Use a whole number. [invalid-value]',
    '  16 |     Votes:  😀 お茶',
    '     |             ^^^^^^^',
    '  Fix: Change to “0”',
    '',
    'b.journey:10:1: warning: “Fase” is from another language. This document is in English: write “Phase”. [mixed-language-keywords]',
    '  10 | Fase: Pay',
    '     | ^^^^',
    '  Fix (--fix does it): Change to “Phase”',
    '',
    '3 findings (error: 2, warning: 1). 1 can be fixed with --fix.',
    '',
  ].join('\n'));
});

test('text: what a map holds cannot drive the terminal', async (t) => {
  const cwd = folder(t, { 'a\x1b[2J.journey': `${clean}Votes: \x1b]0;title\x07\n` });
  const stale = JSON.stringify({ journeyBaseline: 1, findings: [{ path: 'gone', rule: 'r', line: '\x1b]0;pwn\x07' }] });
  writeFileSync(join(cwd, 'known.json'), stale);
  const { stdout, stderr } = await check(['.', 'x\x1b]0;pwn\x07.journey', '--baseline', 'known.json'], { cwd });
  assert.match(stdout, /invalid-value/);
  assert.match(stderr, /pwn.*\.journey: /);
  assert.match(stderr, /gone: .*pwn.* \[r\]/);
  // eslint-disable-next-line no-control-regex
  for (const said of [stdout, stderr]) assert.doesNotMatch(said, /[\x00-\x09\x0b-\x1f\x7f]/);
});

test('colours: on a terminal only, and not for those who want none', async (t) => {
  const cwd = folder(t, { 'a.journey': wrong });
  const onTerminal = (env, args = '') => spawnSync('script', ['-qec', `${program} check a.journey ${args}`, '/dev/null'], {
    cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', TERM: 'xterm', NO_COLOR: '', ...env }, input: '',
  }).stdout;
  const coloured = '\x1b[1;31merror\x1b[0m';
  assert.ok(onTerminal({}).includes(coloured));
  assert.ok(!onTerminal({ NO_COLOR: '1' }).includes('\x1b'));
  assert.ok(!onTerminal({ TERM: 'dumb' }).includes('\x1b'));
  assert.ok(!onTerminal({}, '--color=never').includes('\x1b'));
  assert.ok(onTerminal({ NO_COLOR: '1' }, '--color=always').includes(coloured));
  assert.ok(!(await check(['a.journey'], { cwd })).stdout.includes('\x1b'));
  assert.ok((await check(['a.journey', '--color', 'always'], { cwd })).stdout.includes(coloured));
  // Beside mended text, findings go to standard error: what that is decides.
  onTerminal({}, '--fix - < a.journey 2> said');
  assert.match(readFileSync(join(cwd, 'said'), 'utf8'), /^a\.journey:16/m);
  assert.ok(!readFileSync(join(cwd, 'said'), 'utf8').includes('\x1b'));
});

test('--statistics: counts in place of findings', async (t) => {
  const cwd = folder(t, { 'a.journey': wrong, 'b.journey': `${wrong}    Votes: x\n` });
  const text = await check(['--statistics'], { cwd });
  assert.deepEqual(text, {
    code: 1, stderr: '',
    stdout: '3  error        invalid-value\n2  error        misplaced-entry\n\n3  b.journey\n2  a.journey\n\n5 findings (error: 5).\n',
  });
  const { statistics, files } = JSON.parse((await check(['--statistics', '--format', 'json'], { cwd })).stdout);
  assert.deepEqual([statistics.total, statistics.rules[0], statistics.files[0]], [5, { rule: 'invalid-value', severity: 'error', count: 3 }, { path: 'b.journey', count: 3 }]);
  assert.equal(files.length, 2);
  assert.equal((await check(['--statistics', '--format', 'junit'], { cwd })).code, 2);
});

test('--fail-on never, and options that are misspelt', async (t) => {
  const cwd = folder(t, { '--fix': wrong, 'a.journey': wrong });
  assert.equal((await check(['a.journey', '--fail-on', 'never'], { cwd })).code, 0);
  for (const [wanted, args] of [['--statistics', ['--statstics']], ['--fail-on', ['--failon', 'error', 'a.journey']], ['--format', ['a.journey', '--fromat=json']]]) {
    const { code, stderr } = await check(args, { cwd });
    assert.equal(code, 2);
    assert.ok(stderr.includes(`Did you mean ${wanted}?`), stderr);
  }
  assert.match((await run(['chekc'], { cwd })).stderr, /Did you mean check\?/);
  // What follows -- is a file, whatever it looks like; options go before and behind files.
  assert.deepEqual(pathsOf((await check(['--', '--fix'], { cwd })).stdout), ['--fix']);
  assert.equal(JSON.parse((await check(['a.journey', '--format', 'json', './--fix'], { cwd })).stdout).files.length, 2);
});

// --- formats for programs ------------------------------------------------------------------------

test('json: fixes, what could not be read, and the baseline', async (t) => {
  const cwd = folder(t, { 'a.journey': `\uFEFF${foreign}` });
  const { stdout } = await check(['--format', 'json', 'a.journey', 'missing.journey'], { cwd });
  const { files, unread, baseline } = JSON.parse(stdout);
  assert.deepEqual(files[0].findings[0].fixes, [
    { title: 'Change to “Phase”', preferred: true, safe: true, edits: [{ start: { line: 10, column: 1 }, end: { line: 10, column: 5 }, text: 'Phase' }] },
    ...files[0].findings[0].fixes.slice(1),
  ]);
  assert.deepEqual([unread.map(({ path }) => path), baseline], [['missing.journey'], { hidden: 0, stale: [] }]);
  const first = JSON.parse((await check(['--format', 'json', '-'], { input: '\uFEFFFood: x\n' })).stdout).files[0].findings[0];
  assert.deepEqual(first.start, { line: 1, column: 1 }, 'a byte order mark is no column');
});

const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }); // its patterns are of the old kind
addFormats(ajv);
const validSarif = ajv.compile(schema);

async function sarif(args, options) {
  const { stdout, ...rest } = await check(['--format', 'sarif', ...args], options);
  const log = JSON.parse(stdout);
  assert.ok(validSarif(log), JSON.stringify(validSarif.errors, null, 1));
  return { log, run: log.runs[0], ...rest };
}

test('sarif: valid against its schema, with rules, fixes and places', async (t) => {
  const cwd = folder(t, { 'maps/my å.journey': `${wrong}Fase: Eat\n`, 'journey.json': '{ "lanes": 1 }' });
  const { run: one, code } = await sarif(['maps'], { cwd });
  assert.equal(code, 1);
  assert.equal(one.columnKind, 'utf16CodeUnits');
  assert.deepEqual(one.originalUriBaseIds, { '%SRCROOT%': { uri: `${pathToFileURL(cwd).href}/` } });
  const { rules } = one.tool.driver;
  for (const result of one.results) assert.equal(rules[result.ruleIndex].id, result.ruleId);
  for (const rule of rules) for (const member of ['shortDescription', 'fullDescription', 'help']) assert.ok(rule[member].text.length > 10, `${rule.id} ${member}`);
  const value = one.results.find(({ ruleId }) => ruleId === 'invalid-value');
  assert.deepEqual([value.level, value.locations[0].physicalLocation], ['error', {
    artifactLocation: { uri: 'maps/my%20%C3%A5.journey', uriBaseId: '%SRCROOT%' },
    region: { startLine: 16, startColumn: 12, endLine: 16, endColumn: 19 }, // the emoji is two units
  }]);
  const foreignWord = one.results.find(({ ruleId }) => ruleId === 'mixed-language-keywords');
  assert.deepEqual(foreignWord.fixes[0].artifactChanges[0].replacements, [{ deletedRegion: { startLine: 17, startColumn: 1, endLine: 17, endColumn: 5 }, insertedContent: { text: 'Phase' } }]);
  const settings = one.results.find(({ ruleId }) => ruleId === 'project-settings');
  assert.equal(settings.locations[0].physicalLocation.artifactLocation.uri, 'journey.json');
  const help = rules.find(({ id }) => id === 'no-persona').help;
  assert.match(help.markdown, /^# no-persona\n/);
  assert.doesNotMatch(help.text, /[`#] /);
});

test('sarif: what is empty, unreadable or elsewhere is valid too', async (t) => {
  const cwd = folder(t, { 'empty/readme.md': '', 'in/a.journey': warned });
  assert.deepEqual((await sarif(['empty'], { cwd })).run.results, []);
  const missing = (await sarif(['missing.journey'], { cwd })).run.invocations[0];
  assert.deepEqual([missing.executionSuccessful, missing.toolExecutionNotifications.length], [false, 1]);
  const outside = (await sarif(['../in/a.journey'], { cwd: join(cwd, 'empty') })).run.results[0];
  assert.deepEqual(outside.locations[0].physicalLocation.artifactLocation, { uri: pathToFileURL(join(cwd, 'in/a.journey')).href });
  writeFileSync(join(cwd, 'in/a:b.journey'), warned);
  const odd = (await sarif(['.'], { cwd: join(cwd, 'in') })).run;
  const uris = odd.results.map(({ locations }) => locations[0].physicalLocation.artifactLocation.uri);
  const base = odd.originalUriBaseIds['%SRCROOT%'].uri;
  assert.deepEqual([...new Set(uris)].map((uri) => new URL(uri, base).href), ['a.journey', 'a:b.journey'].map((name) => base + name));
  for (const language of ['nb', 'sv', 'fi', 'nl', 'da', 'de']) await sarif(['in', '--language', language], { cwd });
  await sarif(['-'], { cwd, input: Buffer.from([0xff, 0xfe, 65, 0]) });
});

test('sarif: fingerprints stay when lines move, and tell alike findings apart', async (t) => {
  const twice = `${clean}    Votes: x\n    Votes: x\n`;
  const cwd = folder(t, { 'a.journey': twice });
  const prints = async () => (await sarif(['.'], { cwd })).run.results.map(({ partialFingerprints }) => partialFingerprints['journeyFinding/v1']);
  const before = await prints();
  assert.equal(new Set(before).size, before.length);
  writeFileSync(join(cwd, 'a.journey'), `# new\n\n${twice.replace('    Votes', '\tVotes')}`);
  assert.deepEqual(await prints(), before);
});

test('github: commands that say what they mean', async (t) => {
  const cwd = folder(t, { 'a, b:100%.journey': `${clean}    Votes: 50%\n`, 'c.journey': warned.replace('Queue', 'Queue 100%') });
  const { stdout } = await check(['--format', 'github', '--fail-on', 'never', '.', 'missing.journey'], { cwd });
  const lines = stdout.trimEnd().split('\n');
  assert.ok(lines[0].startsWith('::error file=a%2C b%3A100%25.journey,line=16,endLine=16,col=5,endColumn=10,title=misplaced-entry::'), lines[0]);
  assert.ok(lines[1].startsWith('::error file=a%2C b%3A100%25.journey,line=16,endLine=16,col=12,endColumn=15,title=invalid-value::“50%25” is not'), lines[1]);
  assert.ok(lines[1].endsWith('%0AFix: Change to “50”'), lines[1]);
  assert.ok(lines[2].startsWith('::warning file=c.journey,line=11,endLine=11,col=3,endColumn=25,title=touchpoint-without-emotion::How does the customer feel at “Queue 100%25”?'), lines[2]);
  assert.ok(lines[3].startsWith('::error file=missing.journey::'), lines[3]);
});

test('junit: a suite a file; what fails is what --fail-on says', async (t) => {
  const cwd = folder(t, { 'a<&".journey': `${wrong}    Votes: <&"\x01>\n`, 'b.journey': clean, 'c.journey': warned });
  const { stdout } = await check(['--format', 'junit', '.', 'missing.journey'], { cwd });
  execFileSync('python3', ['-c', 'import sys, xml.dom.minidom as m; m.parseString(sys.stdin.buffer.read())'], { input: stdout });
  const counts = [...stdout.matchAll(/<testsuite name="([^"]*)" tests="(\d+)" failures="(\d+)" errors="(\d+)"/g)].map((m) => m.slice(1));
  assert.deepEqual(counts, [['a&lt;&amp;&quot;.journey', '3', '2', '0'], ['b.journey', '1', '0', '0'], ['c.journey', '1', '0', '0'], ['missing.journey', '1', '0', '1']]);
  assert.match(stdout, /<testsuites name="journey" tests="6" failures="2" errors="1"/);
  assert.match((await check(['--format', 'junit', '--fail-on', 'warning', 'c.journey'], { cwd })).stdout, /failures="1"/);
});

// --- fixes ---------------------------------------------------------------------------------------

test('--fix: in place, with permissions, line endings, byte order mark and links kept', async (t) => {
  const content = `\uFEFF${foreign}`.replaceAll('\n', '\r\n');
  const cwd = folder(t, { 'real/a.journey': content, 'b.journey': clean });
  chmodSync(join(cwd, 'real/a.journey'), 0o640);
  symlinkSync('real/a.journey', join(cwd, 'link.journey'));
  const before = statSync(join(cwd, 'b.journey')).ino;
  const { code, stdout, stderr } = await check(['--fix', 'link.journey', 'b.journey'], { cwd });
  assert.deepEqual([code, stdout, stderr], [0, `${message('en', 'check-clean')}\n`, 'journey: 1 fix made.\n']);
  assert.equal(readFileSync(join(cwd, 'real/a.journey'), 'utf8'), content.replace('Fase', 'Phase'));
  assert.equal(statSync(join(cwd, 'real/a.journey')).mode & 0o777, 0o640);
  assert.deepEqual(listed(cwd), ['b.journey', 'link.journey', 'real']);
  assert.deepEqual(listed(join(cwd, 'real')), ['a.journey']);
  assert.equal(statSync(join(cwd, 'b.journey')).ino, before, 'a file with nothing to fix is not written');
  assert.equal((await check(['--fix', '.'], { cwd })).stderr, '', 'a second time there is nothing to do');
});

test('--fix: what is left is said, and what needs a decision is not taken', async (t) => {
  const cwd = folder(t, { 'a.journey': `${wrong}Fase: Eat\n` });
  const { code, stdout } = await check(['--fix', 'a.journey'], { cwd });
  assert.equal(code, 1);
  assert.deepEqual(headers(stdout).map((line) => line.match(/\[(.*)\]$/)[1]).sort(), ['invalid-value', 'misplaced-entry', 'phase-without-touchpoint']);
  assert.equal(readFileSync(join(cwd, 'a.journey'), 'utf8'), `${wrong}Phase: Eat\n`);
});

test('--fix --dry-run: a diff that git takes, and nothing written', async (t) => {
  const cwd = folder(t, { 'maps/a b.journey': foreign, 'maps/c.journey': foreign.trimEnd(), 'maps/d.journey': `\uFEFF${foreign}`.replaceAll('\n', '\r\n'), 'e.journey': clean });
  const content = (name) => readFileSync(join(cwd, name), 'utf8');
  const before = content('maps/a b.journey');
  const { code, stdout, stderr } = await check(['--fix', '--dry-run', '.'], { cwd });
  assert.deepEqual([code, stderr], [1, `journey: ${message('en', 'check-would-fix', { count: 3 })}\n`]);
  assert.equal(content('maps/a b.journey'), before);
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd, input: stdout });
  assert.equal(content('maps/a b.journey'), clean);
  assert.equal(content('maps/c.journey'), clean.trimEnd());
  assert.equal(content('maps/d.journey'), `\uFEFF${clean}`.replaceAll('\n', '\r\n'));
  assert.deepEqual(await check(['--fix', '--dry-run', '.'], { cwd }), { code: 0, stdout: '', stderr: '' });
  assert.equal((await check(['--dry-run', '.'], { cwd })).code, 2, '--dry-run belongs to --fix');
});

test('--fix: a file that may not be written stays, is named, and its findings are told', async (t) => {
  const cwd = folder(t, { 'a.journey': foreign, 'b.journey': foreign });
  chmodSync(cwd, 0o755);
  chmodSync(join(cwd, 'a.journey'), 0o444);
  // Root may write everything: somebody else has to try.
  const { status, stdout, stderr } = spawnSync(program, ['check', '--fix', 'a.journey'], {
    cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, ...(process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {}),
  });
  assert.equal(status, 2, stderr);
  assert.match(stderr, /^journey: a\.journey: .+\njourney: 1 file or folder could not be read or written\.\n$/);
  assert.deepEqual(pathsOf(stdout), ['a.journey']);
  assert.equal(readFileSync(join(cwd, 'a.journey'), 'utf8'), foreign);
});

test('standard input: its name, its settings, and its fixed text', async (t) => {
  const cwd = folder(t, { 'maps/journey.json': '{ "rules": { "touchpoint-without-emotion": "off" } }' });
  assert.deepEqual(pathsOf((await check(['-'], { cwd, input: warned })).stdout), ['-']);
  assert.equal((await check(['-', '--stdin-filename', 'maps/new.journey'], { cwd, input: warned })).stdout, `${message('en', 'check-clean')}\n`);
  assert.deepEqual(pathsOf((await check(['--stdin-filename', 'maps/new.journey', '-'], { cwd, input: wrong })).stdout), ['maps/new.journey']);
  const fixed = await check(['--fix', '-'], { cwd, input: `${foreign}    Votes: x\n` });
  assert.equal(fixed.stdout, `${clean}    Votes: x\n`);
  assert.deepEqual([fixed.code, pathsOf(fixed.stderr)], [1, ['-']]);
  assert.equal((await check(['--fix', '-'], { cwd, input: clean })).stdout, clean, 'text with nothing to fix comes out too');
  const diff = await check(['--fix', '--dry-run', '-', '--stdin-filename', 'maps/new.journey'], { cwd, input: foreign });
  assert.match(diff.stdout, /^--- a\/maps\/new\.journey\n\+\+\+ b\/maps\/new\.journey\n@@/);
});

test('--fix --dry-run: the file that is written is named, wherever it lies', async (t) => {
  const cwd = folder(t, { 'real/a.journey': foreign, 'in/readme.md': '' });
  symlinkSync('real/a.journey', join(cwd, 'link.journey'));
  const linked = await check(['--fix', '--dry-run', 'link.journey'], { cwd });
  assert.match(linked.stdout, /^--- a\/real\/a\.journey\n\+\+\+ b\/real\/a\.journey\n/);
  const outside = await check(['--fix', '--dry-run', '../real/a.journey'], { cwd: join(cwd, 'in') });
  assert.ok(outside.stdout.startsWith(`--- a${realpathSync(cwd)}/real/a.journey\n`), outside.stdout);
  execFileSync('patch', ['-s', '-p1', '-d', '/'], { input: outside.stdout });
  assert.equal(readFileSync(join(cwd, 'real/a.journey'), 'utf8'), clean);
});

// --- what must not be lost -----------------------------------------------------------------------

test('--fix: nothing is rewritten under settings that are not known', async (t) => {
  const files = { 'journey.json': '{ "rules": { "mixed-language-keywords": "off" }, }', 'maps/a.journey': foreign, 'fine/journey.json': '{}', 'fine/b.journey': foreign };
  const cwd = folder(t, files);
  const says = `journey: journey.json: ${message('en', 'check-not-fixed-settings')}\n`;
  const dry = await check(['--fix', '--dry-run'], { cwd });
  assert.equal(dry.code, 2);
  assert.ok(dry.stderr.startsWith(says), dry.stderr);
  assert.deepEqual([...dry.stdout.matchAll(/^--- a\/(.*)$/gm)].map((m) => m[1]), ['fine/b.journey']);
  const { code, stdout, stderr } = await check(['--fix'], { cwd });
  assert.equal(code, 2);
  assert.ok(stderr.startsWith(says), stderr);
  assert.match(stdout, /^journey\.json:1:\d+: error: .*\[project-settings\]$/m);
  assert.equal(readFileSync(join(cwd, 'maps/a.journey'), 'utf8'), foreign);
  assert.equal(readFileSync(join(cwd, 'fine/b.journey'), 'utf8'), clean);
  assert.equal((await check(['--fix', '-', '--stdin-filename', 'new.journey'], { cwd, input: foreign })).stdout, foreign);
});

test('format, render and preview: other encodings are named, and left as they are', async (t) => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(foreign, 'utf16le')]);
  const cwd = folder(t, { 'utf16.journey': utf16, 'a.journey': 'Journey:  A\n' });
  for (const args of [['format', 'utf16.journey', 'a.journey'], ['render', 'utf16.journey'], ['preview', '--no-open', 'utf16.journey']]) {
    const { code, stderr } = await run(args, { cwd });
    assert.deepEqual([code, stderr], [2, `journey: utf16.journey: ${message('en', 'check-encoding-utf16')}\n`], args[0]);
  }
  assert.ok(readFileSync(join(cwd, 'utf16.journey')).equals(utf16));
  assert.equal(readFileSync(join(cwd, 'a.journey'), 'utf8'), 'Journey: A\n');
  assert.deepEqual(await run(['format', '-'], { input: utf16 }), { code: 2, stdout: '', stderr: `journey: -: ${message('en', 'check-encoding-utf16')}\n` });
});

test('--fix: stopped in the middle it leaves the old file or the new one, and nothing else', async (t) => {
  const padding = '# a line that takes its time\n'.repeat(200_000);
  const cwd = folder(t, { 'a.journey': foreign + padding });
  const child = started(['check', '--fix', 'a.journey'], { cwd });
  const watcher = watch(cwd, () => child.kill('SIGTERM')); // as soon as something is written beside it
  await once(child, 'close');
  watcher.close();
  assert.deepEqual(listed(cwd), ['a.journey']);
  assert.ok([foreign, clean].some((text) => readFileSync(join(cwd, 'a.journey'), 'utf8') === text + padding));
});

test('output and input that fail: 2, and said', async (t) => {
  const cwd = folder(t, { 'a.journey': clean });
  const sh = (line) => spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', J: program } });
  for (const command of ['check a.journey', 'format - < a.journey', 'explain', 'render a.journey', 'report a.journey', '--help']) {
    const { status, stderr } = sh(`"$J" ${command} > /dev/full`);
    assert.deepEqual([status, stderr], [2, `journey: ${message('en', 'output-failed')}\n`], command);
  }
  for (const command of ['check - < .', 'check - <&-', 'check --fix - < .', 'format - <&-', 'check a.journey >&-']) {
    const { status, stdout } = sh(`"$J" ${command}`);
    assert.deepEqual([status, stdout], [2, ''], command);
  }
});

test('one file that is too large or no file leaves the others checked', async (t) => {
  const cwd = folder(t, { 'a.journey': foreign });
  const sh = (line) => spawnSync('sh', ['-c', line], { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', J: program } });
  const { status, stdout, stderr } = sh('ulimit -v 1500000; "$J" check a.journey /dev/zero');
  assert.deepEqual([status, pathsOf(stdout)], [2, ['a.journey']]);
  assert.match(stderr, /^journey: \/dev\/zero: /);
  const pipe = sh('mkfifo pipe; cat a.journey > pipe & "$J" check --fix pipe; test -p pipe || exit 9');
  assert.deepEqual([pipe.status, pathsOf(pipe.stdout)], [0, ['pipe']], pipe.stderr);
  assert.match(pipe.stderr, /^journey: pipe: it is a pipe or a device, not a file\n/);
});

test('an ignore file that cannot be read: what it speaks of is left alone', async (t) => {
  const cwd = folder(t, { 'maps/.gitignore': 'old.journey\n', 'maps/old.journey': foreign, 'b.journey': warned });
  chmodSync(cwd, 0o755);
  chmodSync(join(cwd, 'maps/.gitignore'), 0);
  const { status, stdout, stderr } = spawnSync(program, ['check', '.'], {
    cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, ...(process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {}),
  });
  assert.deepEqual([status, pathsOf(stdout)], [2, ['b.journey']]);
  assert.match(stderr, /^journey: maps\/\.gitignore: /);
});

test('settings that cannot be read are told in every format, and those of folders without maps', async (t) => {
  const cwd = folder(t, { 'journey.json': '{}', 'a.journey': clean, 'none/journey.json': '{' });
  chmodSync(cwd, 0o755);
  chmodSync(join(cwd, 'journey.json'), 0);
  const { status, stdout, stderr } = spawnSync(program, ['check', '--format', 'json', '.'], {
    cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, ...(process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {}),
  });
  assert.deepEqual([status, JSON.parse(stdout).unread.map(({ path }) => path)], [2, ['journey.json']]);
  assert.match(stderr, /^journey: journey\.json: /);
  const none = await check(['none'], { cwd });
  assert.equal(none.code, 2);
  assert.match(none.stdout, /^none\/journey\.json:1:\d+: error: .*\[project-settings\]$/m);
});

test('options that would say nothing are refused', async (t) => {
  const cwd = folder(t, { 'a.journey': clean });
  for (const args of [['--stdin-filename', 'x'], ['--write-baseline', 'k', '--format', 'json'], ['--write-baseline', 'k', '--statistics'],
    ['--fix', '--dry-run', '--statistics'], ['--baseline', ''], ['--write-baseline', '']]) {
    const { code, stdout, stderr } = await check([...args, 'a.journey'], { cwd });
    assert.deepEqual([code, stdout], [2, ''], args.join(' '));
    assert.notEqual(stderr, '');
  }
  assert.deepEqual(listed(cwd), ['a.journey']);
});

// --- encodings -----------------------------------------------------------------------------------

test('other encodings are named, and --fix leaves every byte', async (t) => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(foreign, 'utf16le')]);
  const files = { 'utf16.journey': utf16, 'latin1.journey': Buffer.from('Kundereise: Kjøpe\nPhase: Betale\n', 'latin1'), 'nul.journey': Buffer.from(`${foreign}\0`), 'bare16.journey': Buffer.from(foreign, 'utf16le') };
  const cwd = folder(t, { ...files, 'empty.journey': '', 'fine.journey': `\uFEFF${clean}` });
  const { code, stdout } = await check(['--fix', '.'], { cwd });
  assert.equal(code, 1);
  assert.deepEqual(headers(stdout).map((line) => line.replace(/^(.*?): error: .* \[(.*)\]$/, '$1 $2')), [
    'bare16.journey:1:2 encoding', 'latin1.journey:1:15 encoding', 'nul.journey:16:1 encoding', 'utf16.journey:1:1 encoding',
  ]);
  assert.match(stdout, /utf16\.journey:1:1: error: This file is UTF-16\. Save it as UTF-8/);
  assert.match(stdout, /Latin-1/);
  for (const [name, content] of Object.entries(files)) assert.ok(readFileSync(join(cwd, name)).equals(content), name);
  assert.equal((await check(['--fix', '--dry-run', '.'], { cwd })).stdout, '');
});

// --- baselines -----------------------------------------------------------------------------------

test('--baseline: only what is new counts; lines may move', async (t) => {
  const cwd = folder(t, { 'maps/a.journey': wrong, 'maps/b.journey': warned });
  const written = await check(['--write-baseline', 'known.json', 'maps'], { cwd });
  assert.deepEqual(written, { code: 0, stdout: '', stderr: 'journey: 3 findings written to known.json\n' });
  const first = readFileSync(join(cwd, 'known.json'), 'utf8');
  assert.deepEqual(await check(['--baseline', 'known.json', 'maps'], { cwd }), { code: 0, stdout: `${message('en', 'check-clean')}\n`, stderr: 'journey: 3 findings are in the baseline and not shown.\n' });
  writeFileSync(join(cwd, 'maps/a.journey'), `# moved\n\n${wrong}    Priority: 0\n`);
  const more = await check(['--baseline', '../known.json', 'a.journey'], { cwd: join(cwd, 'maps') });
  assert.equal(more.code, 1);
  assert.ok(headers(more.stdout).length >= 1);
  for (const line of headers(more.stdout)) assert.match(line, /^a\.journey:19:/);
  // Written anew from the same findings it is the same file.
  writeFileSync(join(cwd, 'maps/a.journey'), wrong);
  await check(['--write-baseline', 'known.json', 'maps'], { cwd });
  assert.equal(readFileSync(join(cwd, 'known.json'), 'utf8'), first);
});

test('--baseline: what no longer occurs is named', async (t) => {
  const cwd = folder(t, { 'a.journey': wrong, 'b.journey': warned });
  await check(['--write-baseline', 'known.json'], { cwd });
  writeFileSync(join(cwd, 'a.journey'), clean);
  const { code, stderr } = await check(['--baseline', 'known.json'], { cwd });
  assert.equal(code, 0);
  assert.match(stderr, /1 finding is in the baseline and not shown\.\njourney: 2 entries in the baseline no longer occur\. .*--write-baseline known\.json\n {2}a\.journey: Votes: 😀 many \[invalid-value\]\n {2}a\.journey: Votes: 😀 many \[misplaced-entry\]\n$/);
  const { baseline } = JSON.parse((await check(['--baseline', 'known.json', '--format', 'json'], { cwd })).stdout);
  assert.deepEqual([baseline.hidden, baseline.stale.length], [1, 2]);
});

test('--write-baseline: what is known of files that were not judged stays; failures are never known', async (t) => {
  const cwd = folder(t, { 'a.journey': warned, 'b.journey': warned });
  await check(['--write-baseline', 'known.json'], { cwd });
  const known = () => JSON.parse(readFileSync(join(cwd, 'known.json'))).findings.map(({ path, rule }) => `${path} ${rule}`);
  const before = known();
  writeFileSync(join(cwd, 'a.journey'), clean);
  assert.equal((await check(['--write-baseline', 'known.json', 'a.journey'], { cwd })).code, 0);
  assert.deepEqual(known(), before.filter((one) => one.startsWith('b.journey')));
  assert.notEqual(known().length, 0);
  // Neither a map that is no text nor settings that are no JSON count as judged.
  writeFileSync(join(cwd, 'b.journey'), Buffer.from([0xff, 0xfe, 65, 0]));
  const failed = await check(['--write-baseline', 'known.json'], { cwd });
  assert.equal(failed.code, 2);
  assert.match(failed.stderr, /^journey: b\.journey: .*UTF-16/);
  assert.deepEqual(known(), before.filter((one) => one.startsWith('b.journey')));
  const { code, stdout } = await check(['--baseline', 'known.json'], { cwd });
  assert.equal(code, 1);
  assert.match(stdout, /^b\.journey:1:1: error: .*\[encoding\]$/m);
});

test('--baseline: missing, broken or of another version: said with what to do', async (t) => {
  const cwd = folder(t, { 'a.journey': clean, 'broken.json': '{', 'other.json': '{"journeyBaseline":7,"findings":[]}' });
  for (const [file, says] of [['missing.json', /no baseline here yet\. Create it with --write-baseline missing\.json/], ['broken.json', /damaged\. Create a new one with --write-baseline broken\.json/], ['other.json', /version 7, but this program reads version 1\./]]) {
    const { code, stdout, stderr } = await check(['--baseline', file, '.'], { cwd });
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, says);
  }
  assert.equal((await check(['--baseline', 'a', '--write-baseline', 'b', '.'], { cwd })).code, 2);
  const { code, stderr } = await check(['--write-baseline', 'nowhere/known.json', '.'], { cwd });
  assert.equal(code, 2);
  assert.match(stderr, /^journey: nowhere\/known\.json: /);
});

// --- what stands around --------------------------------------------------------------------------

test('a map is judged the same by its name, in its folder and from standard input', async (t) => {
  const journey = (title, state) => `Journey: ${title}\n  State: ${state}\nPersona: Emma\nPhase: Pay\n  Touchpoint: Queue\n    Opportunity: x\n`;
  const cwd = folder(t, {
    'journey.json': '{}', 'people.journey': 'Persona: Emma\n  Need: Food\n  Goal: Eat\n', 'future/a.journey': 'Journey: A\n  State: future\n',
    'maps/a.journey': journey('A', 'current'), 'maps/b.journey': journey('B', 'current'), 'maps/c.journey': 'Journey: C\n  State: future\n',
  });
  const rules = async (args, options = {}) => headers((await check(args, { cwd, ...options })).stdout)
    .filter((line) => line.startsWith('maps/a.journey')).map((line) => line.match(/\[(.*)\]$/)[1]);
  const alone = await rules(['maps/a.journey']);
  assert.ok(!alone.includes('persona-without-goal') && !alone.includes('no-future-map'), alone.join());
  for (const args of [['maps'], ['maps/a.journey', 'maps'], ['.']]) assert.deepEqual(await rules(args), alone, args.join(' '));
  assert.deepEqual(await rules(['-', '--stdin-filename', 'maps/a.journey'], { input: journey('A', 'current') }), alone);
  // The file on disk is no other map beside the text that stands for it.
  const changed = (await check(['-', '--stdin-filename', 'maps/c.journey'], { cwd, input: journey('C', 'current') })).stdout;
  assert.match(changed, /\[no-future-map\]/);
  writeFileSync(join(cwd, 'maps/c.journey'), journey('C', 'current'));
  assert.equal((await check(['maps/c.journey'], { cwd })).stdout, changed);
});

// --- which files ---------------------------------------------------------------------------------

test('folders: ignore files are heeded; a file that is named is always checked', async (t) => {
  const cwd = folder(t, {
    '.gitignore': 'build/\n*.tmp.journey\n!keep.tmp.journey\n', '.journeyignore': '/drafts\n', 'a.journey': warned, 'x.tmp.journey': warned, 'keep.tmp.journey': warned,
    'build/b.journey': warned, 'drafts/c.journey': warned, 'deep/.gitignore': 'd.journey\n', 'deep/d.journey': warned, 'deep/e.journey': warned,
  });
  assert.deepEqual(pathsOf((await check([], { cwd })).stdout), ['a.journey', 'deep/e.journey', 'keep.tmp.journey']);
  assert.deepEqual(pathsOf((await check(['build/b.journey', 'drafts'], { cwd })).stdout), ['build/b.journey', 'drafts/c.journey']);
  assert.deepEqual(pathsOf((await check(['./a.journey', 'deep/../a.journey', join(cwd, 'a.journey'), '.'], { cwd })).stdout), ['a.journey', 'deep/e.journey', 'keep.tmp.journey'], 'each file once');
});

test('folders: without maps that is said, and one that cannot be read is counted', async (t) => {
  const cwd = folder(t, { 'empty/readme.md': '', 'maps/a.journey': warned, 'maps/locked/b.journey': warned });
  const empty = await check(['empty'], { cwd });
  assert.deepEqual([empty.code, empty.stdout, empty.stderr], [2, '', 'journey: empty: There are no .journey files in this folder.\n']);
  assert.equal((await check(['empty', 'maps'], { cwd })).code, 0, 'there was something to check');
  assert.equal((await check(['.//'], { cwd: join(cwd, 'empty') })).stderr, 'journey: .: There are no .journey files in this folder.\n');
  chmodSync(cwd, 0o755);
  chmodSync(join(cwd, 'maps/locked'), 0);
  const { status, stdout, stderr } = spawnSync(program, ['check', 'maps'], {
    cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, ...(process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {}),
  });
  chmodSync(join(cwd, 'maps/locked'), 0o755); // so that it can be removed
  assert.equal(status, 2, stderr);
  assert.match(stderr, /^journey: maps\/locked: .+\njourney: 1 file or folder could not be read or written\.\n$/);
  assert.deepEqual(pathsOf(stdout), ['maps/a.journey']);
});

test('many files: all of them, in the same order every time', async (t) => {
  const names = Array.from({ length: 300 }, (_, i) => `maps/${String((i * 7919) % 300).padStart(3, '0')}.journey`);
  const cwd = folder(t, Object.fromEntries(names.map((name) => [name, warned])));
  const first = (await check(['maps'], { cwd })).stdout;
  assert.deepEqual(pathsOf(first), [...names].sort());
  for (let i = 0; i < 3; ++i) assert.equal((await check(['maps'], { cwd })).stdout, first);
});

test('thousands of findings in one file: all kept, in every format', async (t) => {
  const many = 5000;
  const cwd = folder(t, { 'a.journey': `${clean}${'    Emotion: (+9)\n'.repeat(many)}` });
  const { files } = JSON.parse((await check(['--format', 'json', '.'], { cwd })).stdout);
  assert.equal(files[0].findings.length, many);
  assert.equal(headers((await check(['.'], { cwd })).stdout).length, many);
  assert.equal((await sarif(['.'], { cwd })).run.results.length, many);
  assert.equal((await check(['--format', 'github', '.'], { cwd })).stdout.trimEnd().split('\n').length, many);
});

test('libraries: personas are known across the checked folders, and around files that are named', async (t) => {
  const cwd = folder(t, { 'library.journey': 'Persona: Emma\n  Need: Food\n', 'others.journey': 'Persona: Tom\n  Need: Rest\nPersona: Emma\nPersona: Ada\n' });
  const rules = async (args) => headers((await check(args, { cwd })).stdout).filter((line) => line.includes('[undescribed-persona]'));
  const found = await rules(['.']);
  assert.equal(found.length, 1);
  assert.match(found[0], /^others\.journey:4:1: .*Ada/);
  assert.deepEqual(await rules(['others.journey']), found, 'as in its folder');
});

test('settings of a folder hold in it, and pictures are looked for beside the map', async (t) => {
  const pictured = clean.replace('    Emotion', '    Image: pictures/queue.png\n    Emotion');
  const cwd = folder(t, {
    'journey.json': '{ "overrides": [{ "folder": "drafts", "rules": { "touchpoint-without-emotion": "off" } }] }',
    'a.journey': warned, 'drafts/b.journey': warned, 'pictured.journey': pictured,
  });
  const { stdout } = await check([], { cwd });
  assert.deepEqual(headers(stdout).map((line) => line.replace(/^(\S+?):.* \[(.*)\]$/, '$1 $2')), ['a.journey touchpoint-without-emotion', 'pictured.journey missing-image']);
  assert.equal((await check(['-', '--stdin-filename', 'drafts/new.journey'], { cwd, input: warned })).stdout, `${message('en', 'check-clean')}\n`);
  mkdirSync(join(cwd, 'pictures'));
  writeFileSync(join(cwd, 'pictures/queue.png'), '');
  assert.deepEqual(pathsOf((await check([], { cwd })).stdout), ['a.journey']);
});

test('a link to a map that is there too is that map', async (t) => {
  const cwd = folder(t, { 'b.journey': foreign });
  symlinkSync('b.journey', join(cwd, 'a.journey'));
  const { code, stderr } = await check(['--fix'], { cwd });
  assert.deepEqual([code, stderr], [0, 'journey: 1 fix made.\n']);
  assert.equal(readFileSync(join(cwd, 'b.journey'), 'utf8'), clean);
});

test('a progress line: on a terminal, when it takes long, and gone in the end', async (t) => {
  const cwd = folder(t, { 'a.journey': clean });
  execFileSync('mkfifo', [join(cwd, 'slow.journey')]);
  // Nobody has written into the pipe yet, so reading it takes as long as we like.
  const child = spawn('script', ['-qec', `${program} check a.journey slow.journey`, '/dev/null'], { cwd, env: { ...process.env, LC_ALL: 'C', TERM: 'xterm' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8');
  for await (const text of child.stdout) {
    const before = said;
    said += text;
    const shown = /Read: \d of 2/;
    if (shown.test(said) && !shown.test(before)) writeFileSync(join(cwd, 'slow.journey'), clean);
  }
  assert.ok(said.endsWith(`\r\x1b[K${message('en', 'check-clean')}\r\n`), JSON.stringify(said));
  assert.equal((await check(['a.journey'], { cwd })).stderr, '');
});
