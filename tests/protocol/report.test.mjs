// journey report: many maps together, as Markdown and as a page.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from './client.mjs';
import { folder, run } from './terminal.mjs';

const map = (title, more = '') => `Journey: ${title}\nPersona: Emma\nPhase: Pay\n  Touchpoint: Queue\n    Channel: Counter\n    Emotion: (-2)\n${more}`;

test('report: Markdown to standard output, HTML to a file, by the ending or as told', async (t) => {
  const cwd = folder(t, { 'maps/a.journey': map('Lunch'), 'maps/deep/b.journey': map('Dinner <b>'), '.gitignore': 'old/\n', 'maps/old/c.journey': map('Old') });
  const { code, stdout, stderr } = await run(['report', 'maps'], { cwd });
  assert.deepEqual([code, stderr], [0, '']);
  assert.match(stdout, /^# Report on 2 maps\n/);
  assert.match(stdout, /\[maps\/a\.journey:4\]\(maps\/a\.journey#L4\)/);
  assert.deepEqual(await run(['report', 'maps', '-o', 'maps/report.html'], { cwd }), { code: 0, stdout: '', stderr: '' });
  const page = readFileSync(join(cwd, 'maps/report.html'), 'utf8');
  assert.match(page, /^<!doctype html>/);
  assert.match(page, /<a href="a\.journey#L4">Queue<\/a>/, 'links lead on from where the report lies');
  assert.match(page, /Dinner &lt;b&gt;/);
  assert.doesNotMatch(page, /<script|<link|@import|(?:src|href)="https?:/, 'it needs no other file');
  assert.equal((await run(['report', 'maps', '-o', 'report.html'], { cwd })).code, 0);
  assert.match(readFileSync(join(cwd, 'report.html'), 'utf8'), /<a href="maps\/a\.journey#L4">Queue<\/a>/, 'a bare name lies here');
  assert.match((await run(['report', '--format', 'html'], { cwd })).stdout, /^<!doctype html>/);
});

test('report: in the language asked for, else that of most maps', async (t) => {
  const cwd = folder(t, { 'a.journey': map('A'), 'b.journey': 'Kundereise: B\n', 'c.journey': 'Kundereise: C\n' });
  assert.match((await run(['report', '.'], { cwd })).stdout, /^# Rapport om 3 kart\n/);
  assert.match((await run(['report', '--language', 'fi'], { cwd })).stdout, /^# Raportti 3 kartasta\n/);
});

test('report: what cannot be read is named; without a map there is no report', async (t) => {
  const cwd = folder(t, { 'a.journey': map('A'), 'latin1.journey': Buffer.from('Kundereise: Kjøpe\n', 'latin1'), 'empty/readme.md': '' });
  const some = await run(['report', '.', 'missing.journey'], { cwd });
  assert.equal(some.code, 2);
  assert.match(some.stdout, /^# Report on 1 map\n/);
  assert.match(some.stdout, /^latin1\.journey: .*UTF-8.*\n\nmissing\.journey: /m, 'the report says what it lacks');
  assert.match(some.stderr, /^journey: latin1\.journey: .*UTF-8.*\njourney: missing\.journey: /);
  const none = await run(['report', 'empty', '-o', 'out.md'], { cwd });
  assert.deepEqual([none.code, none.stdout], [2, '']);
  assert.match(none.stderr, /no \.journey files/);
});

test('report: it is never written over what it was read from', async (t) => {
  const cwd = folder(t, { 'maps/a.journey': map('A'), 'maps/notes.md': map('B'), 'journey.json': '{}', 'other.journey': 'Journey: C\n' });
  for (const output of ['maps/a.journey', './maps/../maps/a.journey', 'journey.json', 'other.journey', 'new.journey', 'maps/notes.md', 'report.pdf'])
    for (const more of output === 'report.pdf' ? [[]] : [[], ['--format', 'markdown']]) {
      const { code, stdout, stderr } = await run(['report', 'maps', 'maps/notes.md', '-o', output, ...more], { cwd });
      assert.deepEqual([code, stdout], [2, ''], output);
      assert.match(stderr, /ends in \.md or \.html/);
    }
  assert.equal(readFileSync(join(cwd, 'maps/a.journey'), 'utf8'), map('A'));
  assert.equal(readFileSync(join(cwd, 'maps/notes.md'), 'utf8'), map('B'));
  assert.equal(readFileSync(join(cwd, 'journey.json'), 'utf8'), '{}');
  assert.equal((await run(['report', 'maps', '-o', 'R.HTML'], { cwd })).code, 0);
  assert.match(readFileSync(join(cwd, 'R.HTML'), 'utf8'), /^<!doctype html>/);
});

test('report: what is wrong in settings is said once, and no JSON is a failure', async (t) => {
  const cwd = folder(t, { 'a.journey': map('A'), 'b.journey': map('B'), 'journey.json': '{"language": "nb",}' });
  const broken = await run(['report', '.'], { cwd });
  assert.equal(broken.code, 2);
  assert.match(broken.stdout, /^# Report on 2 maps\n/);
  assert.match(broken.stderr, /^journey: journey\.json:1:\d+: [^\n]*JSON[^\n]*\n$/);
  writeFileSync(join(cwd, 'journey.json'), '{"langauge": "nb"}');
  const unknown = await run(['report', '.'], { cwd });
  assert.equal(unknown.code, 0);
  assert.match(unknown.stderr, /^journey: journey\.json:1:\d+: [^\n]*langauge[^\n]*\n$/);
});

test('report: standard input is a map without a place; what is no map is no report', async (t) => {
  const cwd = folder(t, { 'journey.json': '{}', 'empty.journey': '\n', 'people/p.journey': 'Persona: Emma\n  Need: Food\n' });
  const input = await run(['report', '-', '--format', 'html'], { cwd, input: map('In') });
  assert.equal(input.code, 0);
  assert.doesNotMatch(input.stdout, /href="[^#]/, 'there is nothing to link to');
  for (const path of ['journey.json', 'empty.journey']) {
    const { code, stdout, stderr } = await run(['report', path], { cwd });
    assert.deepEqual([code, stdout], [2, ''], path);
    assert.match(stderr, new RegExp(`^journey: ${path}: Nothing to show`));
  }
  const people = await run(['report', 'people'], { cwd });
  assert.equal(people.code, 0);
  assert.match(people.stdout, /\| Emma \|/);
});
