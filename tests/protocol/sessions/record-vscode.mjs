// Clicks and types a session in VS Code, whose server is behind tee.mjs. Started by record-vscode.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEditor } from '../../editors/vscode/editor.mjs';

const [codeServer, vsix] = process.argv.slice(2);
const here = fileURLToPath(new URL('.', import.meta.url));
const work = mkdtempSync(path.join(tmpdir(), 'journey-session-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const raw = path.join(work, 'raw.jsonl');
const program = path.join(work, 'journey');
writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${here}tee.mjs' '${raw}' '${process.env.JOURNEY_PROGRAM}' "$@"\n`);
chmodSync(program, 0o755);

const editor = await startEditor({
  codeServer,
  vsix,
  files: ['lunch', 'people'].map((name) => path.join(here, 'maps', `${name}.journey`)),
  viewport: { width: 1600, height: 900 },
});
const { page } = editor;
const text = page.locator('.editor-instance .monaco-editor').first();
const lineWith = (pattern) => text.locator('.view-line').filter({ hasText: pattern });
const keyboard = page.keyboard;

const passed = () => (existsSync(raw) ? readFileSync(raw, 'utf8').trim().split('\n').map((line) => JSON.parse(line)) : []);

async function until(question, answer) {
  const end = performance.now() + 30_000;
  while (!(await question())) {
    assert.ok(performance.now() < end, answer);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Everything asked is answered, and for a while nothing more is. */
async function settle() {
  let before = -1;
  let quiet = performance.now();
  await until(() => {
    const lines = passed();
    if (lines.length !== before) quiet = performance.now();
    before = lines.length;
    const open = new Set();
    for (const { from, message } of lines) {
      // The editor asks for the whole workspace's diagnostics for as long as it lives.
      if (message.id === undefined || message.method === 'workspace/diagnostic') continue;
      if ('method' in message) open.add(`${from} ${message.id}`);
      else open.delete(`${from === 'client' ? 'server' : 'client'} ${message.id}`);
    }
    return open.size === 0 && performance.now() - quiet > 800;
  }, 'the editor and the server do not come to rest');
}
const sent = (method) => passed().filter(({ from, message }) => from === 'client' && message.method === method).length;

async function command(title) {
  await keyboard.press('F1');
  await page.locator('.quick-input-widget .quick-input-box input').first().fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().click();
}

/** Puts the cursor into a line, behind the nth character; the text has the focus then. */
async function go(file, pattern, column) {
  const line = (await textOf(file)).findIndex((l) => pattern.test(l)) + 1;
  assert.notEqual(line, 0, `no line with ${pattern}`);
  await keyboard.press('Control+G');
  await page.locator('.quick-input-widget .quick-input-box input').first().fill(`:${line}:${column + 1}`);
  await keyboard.press('Enter');
  await page.locator('.statusbar-item').filter({ hasText: new RegExp(`Ln ${line},`) }).waitFor();
}

/** The lines as the server has them: those of the file, and all edits since. */
async function textOf(file) {
  await keyboard.press('Control+S');
  await settle();
  return (await editor.read(file)).split('\n');
}

async function open(name) {
  await page.getByRole('treeitem', { name }).dblclick();
  await page.getByRole('tab', { name: new RegExp(name) }).waitFor();
}

try {
  await editor.set({ 'journey.server.path': program, 'editor.inlayHints.enabled': 'on', 'editor.linkedEditing': true });
  await open('lunch.journey');
  await until(() => sent('textDocument/didOpen') > 0, 'the server does not start');
  await text.locator('.squiggly-error, .squiggly-warning').first().waitFor();
  await settle();

  // Reading.
  await go('lunch.journey', /Emotion \[Emma\]/, 6);
  await command('Show or Focus Hover');
  await page.locator('.monaco-hover:visible').first().waitFor();
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await go('lunch.journey', /Next \[queue/, 30);
  await settle();
  await keyboard.press('F12');
  await settle();
  await go('lunch.journey', /Touchpoint: Looks/, 20);
  await keyboard.press('Shift+F12');
  await settle();
  await keyboard.press('Escape');
  await keyboard.press('Control+T');
  await page.locator('.quick-input-widget .quick-input-box input').first().fill('#menu');
  await settle();
  await keyboard.press('Escape');
  await keyboard.press('Shift+Alt+ArrowRight');
  await settle();

  // Writing: a keyword completed and accepted, letters of every length, an undo.
  await go('lunch.journey', /Waits in the queue/, 30);
  await keyboard.press('End');
  await keyboard.press('Enter');
  await keyboard.type('Thou');
  const thought = page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: /^Thought/ }).first();
  for (let tries = 0; tries < 8 && !(await thought.isVisible()); tries += 1) {
    await keyboard.press('Control+Space');
    await thought.waitFor({ timeout: 4000 }).catch(() => undefined);
  }
  await thought.click();
  await keyboard.press('Escape');
  await keyboard.insertText('Når er det <æøå> 👩‍👩‍👧 sin tur?');
  await keyboard.press('Enter');
  await keyboard.insertText('Emotion: 😀 happy (+9)');
  await settle();
  for (let tries = 0; tries < 20 && (await lineWith(/\(\+9\)/).count()) > 0; tries += 1) await keyboard.press('Control+Z');
  await settle();

  // Mending: the quick fix, a new name, the layout. The two bowls have no half in common: VS Code
  // 1.100 applies a rename by comparing halves of pairs, and would cut one of them in two.
  await go('lunch.journey', /Emotoin/, 6);
  const fix = page.locator('.action-widget .monaco-list-row.action').filter({ hasText: /Emotion/ }).first();
  for (let tries = 0; tries < 8 && !(await fix.isVisible()); tries += 1) {
    await keyboard.press('Control+.');
    await fix.waitFor({ timeout: 4000 }).catch(() => undefined);
  }
  for (let tries = 0; tries < 10 && !((await fix.getAttribute('class')) ?? '').includes('focused'); tries += 1) await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await lineWith(/Emotion:.curious/).waitFor();
  await settle();
  await go('lunch.journey', /Touchpoint: Looks/, 20);
  await keyboard.press('F2');
  const box = page.locator('.rename-box input').first();
  if (await box.waitFor({ timeout: 4000 }).then(() => true, () => false)) {
    await box.fill('Reads the menu 🍲');
    await keyboard.press('Enter');
    await lineWith(/Touchpoint:.Reads/).waitFor();
  }
  await command('Format Document');
  await lineWith(/^\s{4}Channel:.Canteen/).waitFor();
  await settle();

  // The map beside the text, another file, a save, and away.
  await page.locator('.editor-actions').getByRole('button', { name: /Open Preview to the Side/ }).click();
  await until(() => sent('journey/preview/open') > 0, 'the preview does not open');
  await settle();
  await open('people.journey');
  await keyboard.press('Control+End');
  await keyboard.insertText('  Need: Vegetarian food\n');
  await settle();
  await command('File: Save All Files');
  await settle();
  await command('View: Close All Editors');
  await until(() => sent('textDocument/didClose') > 1, 'the files are not closed');
  await settle();
  // Another program: the one that is watched is told to end.
  await editor.set({});
  await until(() => sent('exit') > 0, 'the server is not told to end');

  const maps = path.dirname(fileURLToPath(passed().find(({ message }) => message.method === 'textDocument/didOpen').message.params.textDocument.uri));
  const names = [`${maps}=/map`, `${path.dirname(maps)}=/editor`, `${work}=/program`];
  console.log(execFileSync(process.execPath, [path.join(here, 'neutral.mjs'), raw, path.join(here, 'vscode.jsonl'), ...names], { encoding: 'utf8' }).trim());
} catch (error) {
  console.log(error.stack);
  const picture = path.join(process.env.TMPDIR ?? tmpdir(), 'journey-session-failed.png');
  await page.screenshot({ path: picture }).then(() => console.log(`How it looked: ${picture}`), () => undefined);
  process.exitCode = 1;
} finally {
  await editor.close();
}
process.exit();
