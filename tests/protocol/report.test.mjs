// journey report: many maps together, as Markdown and as a page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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
  assert.match(page, /<a href="a\.journey#L4">maps\/a\.journey:4<\/a>/, 'links lead on from where the report lies');
  assert.match(page, /Dinner &lt;b&gt;/);
  assert.doesNotMatch(page, /<script|https?:\/\/|<link/);
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
  assert.match(some.stderr, /^journey: latin1\.journey: .*UTF-8.*\njourney: missing\.journey: /);
  const none = await run(['report', 'empty', '-o', 'out.md'], { cwd });
  assert.deepEqual([none.code, none.stdout], [2, '']);
  assert.match(none.stderr, /no \.journey files/);
});
