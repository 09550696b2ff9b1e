// The program as people run it at a terminal, in folders made for it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { program } from './client.mjs';

export const started = (args, { cwd, env = {} } = {}) =>
  spawn(program, args, { cwd, env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: '', LANG: '', DISPLAY: '', WAYLAND_DISPLAY: '', ...env } });

/** Runs the program to its end. */
export async function run(args, { input = '', ...options } = {}) {
  const child = started(args, options);
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (said.stderr += text));
  child.stdin.on('error', () => undefined).end(input);
  const [code, signal] = await once(child, 'close');
  assert.equal(signal, null);
  return { code, ...said };
}

/** A folder of files that goes away after the test. */
export function folder(t, files = {}) {
  const path = mkdtempSync(join(tmpdir(), 'journey-cli-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** The lines of what `check` said that tell what was found where. */
export const headers = (stdout) => stdout.split('\n').filter((line) => /^\S.*:\d+:\d+: \w/.test(line));

/** A map of fifteen lines that no rule has anything to say about. */
export const clean = `Journey: Lunch
  Goal: A good lunch in half an hour
  Evidence: Interviews, 12 pupils
  Reviewed: ${new Date().toLocaleDateString('sv')}
Persona: Emma
  Need: Vegetarian food
  Preference: Pays with her card
  Demographics: Pupil, 14
  Evidence: Observation, May
Phase: Pay
  Touchpoint: Queue
    Channel: Counter
    Action: Waits
    Thought: Nearly there.
    Emotion: happy
`;
