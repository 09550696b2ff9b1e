// Drives VS Code with the packaged extension through what a writer of maps does.
// usage: drive.mjs CODE_SERVER VSIX [--screenshot docs]

import assert from 'node:assert/strict';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEditor } from './editor.mjs';

const [codeServer, vsix, mode, what] = process.argv.slice(2);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const build = path.join(root, 'build');
mkdirSync(build, { recursive: true });
const failure = path.join(build, 'vscode-failed.png');
rmSync(failure, { force: true });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

const docs = mode === '--screenshot' && what === 'docs';
const example =
  (docs && process.env.JOURNEY_EXAMPLE) || fileURLToPath(new URL('workspace/lunch.journey', import.meta.url));
const name = path.basename(example);

/** Names no phase model, and has a pain point for the linter. */
const slow = `Journey: Borrow a book

Persona: Emma

Phase: Find
  Touchpoint: Searches
    Emotion: curious
    Pain point: Slow
`;

const started = performance.now();
let passed = 0;
let current = 'start';
async function step(title, action) {
  current = title;
  await action();
  passed += 1;
  console.log(`ok ${passed} - ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

const editor = await startEditor({
  codeServer,
  vsix,
  files: [example],
  viewport: { width: 1600, height: 900 },
});
const { page } = editor;

const text = page.locator('.editor-instance .monaco-editor').first();
const lineWith = (pattern) => text.locator('.view-line').filter({ hasText: pattern });
const suggestions = page.locator('.suggest-widget.visible .monaco-list-row');
const problems = page.locator('.markers-panel .monaco-list-row');
const panel = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
const map = panel.locator('svg#map');
const previewTabs = page.getByRole('tab', { name: /Preview of/ });
const cursorLine = (number) =>
  page.locator('.statusbar-item').filter({ hasText: new RegExp(`Ln ${number},`) });
const notification = (pattern) =>
  page.locator('.notification-list-item').filter({ hasText: pattern });

/** By one word of its title: a title may be broken into lines. */
const touchpoint = (word) =>
  map.locator('[data-kind="touchpoint"]').filter({ hasText: word }).first();

async function command(title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget .quick-input-box input').first().fill(`>${title}`);
  await page
    .locator('.quick-input-list .monaco-list-row')
    .filter({ hasText: title })
    .first()
    .click();
}

async function open(file = name, shown = /Journey:/) {
  await page
    .locator('.explorer-folders-view')
    .getByRole('treeitem', { name: file })
    .dblclick();
  await page.locator('.tab.active').filter({ hasText: file }).waitFor();
  await lineWith(shown).first().waitFor();
  await text.and(page.locator('.focused')).waitFor();
}

/** Puts the cursor at the end of a line, by keyboard, with the text in focus. */
async function goToEndOf(line) {
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget .quick-input-box input').first().fill(`:${line}`);
  await page.keyboard.press('Enter');
  await cursorLine(line).waitFor();
  await page.keyboard.press('End');
}

async function lineOf(pattern) {
  const line = (await editor.read(name)).split('\n').findIndex((l) => pattern.test(l)) + 1;
  assert.notEqual(line, 0, `no line with ${pattern}`);
  return line;
}

/** The colour that the panel's page stands on, as brightness from 0 to 1. */
async function brightness() {
  return map.evaluate((element) => {
    for (let e = element; e; e = e.parentElement) {
      const [, r, g, b, a] =
        /(\d+), (\d+), (\d+)(?:, ([\d.]+))?/.exec(getComputedStyle(e).backgroundColor) ?? [];
      if (r !== undefined && a !== '0') return (Number(r) + Number(g) + Number(b)) / 765;
    }
    return 1;
  });
}

async function until(question, answer) {
  const end = performance.now() + 15_000;
  while (!(await question())) {
    assert.ok(performance.now() < end, answer);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

async function test() {
  await step('opens a map with its language and colours', async () => {
    await open();
    await page
      .locator('.statusbar-item')
      .filter({ hasText: /^Journey$/ })
      .waitFor();
    // A keyword has a colour of its own before the server has said a word.
    const colours = () =>
      lineWith(/^\s*Phase:.Choose/)
        .locator('span span')
        .evaluateAll((spans) => new Set(spans.map((span) => getComputedStyle(span).color)).size);
    await until(async () => (await colours()) >= 2, 'the lines have one colour only');
  });

  await step('lists the problem and mends it with its quick fix', async () => {
    await page.keyboard.press('Control+Shift+M');
    const problem = problems.filter({ hasText: 'unknown-keyword' });
    await problem.first().waitFor();
    await text.locator('.squiggly-error, .squiggly-warning').first().waitFor();
    // A double click goes to the problem's own place and gives the text the keyboard.
    await problem.first().dblclick();
    await cursorLine(await lineOf(/Pian point/)).waitFor();
    await text.and(page.locator('.focused')).waitFor();
    // By keyboard: the menu swallows clicks until the mouse has moved over it.
    const fix = page
      .locator('.action-widget .monaco-list-row.action')
      .filter({ hasText: /Pain point/ })
      .first();
    await pressUntil('Control+.', fix);
    const chosen = async () => (await fix.getAttribute('class')).includes('focused');
    for (let tries = 0; tries < 10 && !(await chosen()); tries += 1)
      await page.keyboard.press('ArrowDown');
    assert.ok(await chosen(), 'the quick fix cannot be chosen');
    await page.keyboard.press('Enter');
    await lineWith(/Pain.point:.The.menu/).waitFor();
    await problem.first().waitFor({ state: 'detached' });
  });

  await step('completes a keyword', async () => {
    await page.keyboard.press('Control+End');
    await page.keyboard.type('    Emo');
    const suggestion = suggestions.filter({ hasText: /^Emotion/ });
    // Asked for outright: no person types so fast, and the list that comes by itself may lose the race.
    await pressUntil('Control+Space', suggestion.first());
    await page.keyboard.press('Enter');
    await lineWith(/^\s+Emotion:\s*/)
      .last()
      .waitFor();
    // What may follow is offered by itself.
    await suggestion.first().waitFor({ state: 'detached' });
    await suggestions.filter({ hasText: 'value ' }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  const painful = problems.filter({ hasText: 'pain-without-opportunity' }).first();

  await step('judges a map by the settings as they are now', async () => {
    await editor.write('slow.journey', slow);
    await open('slow.journey');
    await painful.locator('.codicon-warning').waitFor();
    await editor.set({ 'journey.rules': { 'pain-without-opportunity': 'error' } });
    await painful.locator('.codicon-error').waitFor();
    await editor.set({ 'journey.model': 'purchase' });
    await painful.locator('.codicon-warning').waitFor();
    const missing = problems.filter({ hasText: 'missing-phase' }).first();
    await missing.waitFor();
    await editor.set({});
    await missing.waitFor({ state: 'detached' });
  });

  await step('shows a fault in journey.json before it is saved', async () => {
    const rules = '{\n"rules": {\n"pain-without-opportunity": "off"\n}\n}\n';
    await editor.write('journey.json', rules);
    await painful.waitFor({ state: 'detached' });
    await open('journey.json', /rules/);
    await goToEndOf(3);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('ff');
    const fault = problems.filter({ hasText: '“offff” is not a valid value for' });
    await fault.waitFor();
    await painful.waitFor();
    // By then VS Code's own server for JSON is there, with its formatter.
    await problems.filter({ hasText: 'Value is not accepted' }).waitFor();
    // That is the only one for JSON, so nobody is asked to choose.
    await command('Format Document');
    await lineWith(/^\s+"rules"/).waitFor();
    await goToEndOf(3);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await fault.waitFor({ state: 'detached' });
    await painful.waitFor({ state: 'detached' });
    await command('File: Save');
    await until(async () => (await editor.read('journey.json')) !== rules, 'it is not saved');
    await command('View: Close Editor');
    await command('View: Close Editor');
  });

  await step('offers the words of the language that is set', async () => {
    await editor.set({ 'journey.language': 'da' });
    await editor.write('new.journey', '');
    await open('new.journey', /^$/);
    await pressUntil('Control+Space', suggestions.filter({ hasText: /^Kunderejse.*Rejse/ }).first());
    await page.keyboard.press('Escape');
    await editor.set({});
  });

  await step('puts each line where it belongs while one types', async () => {
    const lines = [
      'Journey: Borrow a book',
      'Phase: Find',
      'Touchpoint: Searches',
      'Thought: Where is it?',
      'Touchpoint: Reads the shelf mark',
      'Emotion: ',
    ];
    const cursor = (line, column) =>
      page.locator('.statusbar-item').filter({ hasText: `Ln ${line}, Col ${column}` }).waitFor();
    // Each wait is for the answer to a colon or to Enter; typing on would make VS Code drop it.
    const depth = [0, 0, 2, 4, 2, 4];
    const below = [3, 3, 5, 5, 5];
    for (const [i, line] of lines.entries()) {
      const [keyword, words] = line.split(/(?<=:)/);
      await page.keyboard.type(keyword);
      await cursor(i + 1, depth[i] + keyword.length + 1);
      await page.keyboard.type(words);
      await page.keyboard.press('Escape');
      if (i + 1 === lines.length) break;
      await page.keyboard.press('Enter');
      await cursor(i + 2, below[i]);
    }
    await command('File: Save');
    await until(
      async () =>
        (await editor.read('new.journey')).trimEnd() ===
        lines.map((line, i) => ' '.repeat(depth[i]) + line).join('\n').trimEnd(),
      'the lines do not stand where they belong',
    );
    await command('View: Close Editor');
    await page.locator('.tab.active').filter({ hasText: name }).waitFor();
    await goToEndOf(1);
  });

  await step('opens the map beside the text, which keeps the keyboard', async () => {
    await page
      .locator('.editor-actions')
      .getByRole('button', { name: /Open Preview to the Side/ })
      .click();
    await touchpoint('Waits').waitFor();
    await text.and(page.locator('.focused')).waitFor();
  });

  await step('redraws the map while one types', async () => {
    await goToEndOf(1);
    await page.keyboard.type(' tomorrow');
    await map.filter({ hasText: 'tomorrow' }).waitFor();
  });

  await step('keeps one panel a map, from the code lens too', async () => {
    await page.locator('.codelens-decoration a').first().click();
    await text.and(page.locator('.focused')).waitFor();
    assert.equal(await previewTabs.count(), 1);
  });

  await step('puts the cursor on the line of a clicked element', async () => {
    await touchpoint('Waits').locator('text').first().click();
    await cursorLine(await lineOf(/Waits in the queue/)).waitFor();
    await text.and(page.locator('.focused')).waitFor();
  });

  await step('says what to do when the program is missing', async () => {
    await editor.set({ 'journey.server.path': '/nowhere/journey' });
    await notification(/was not found at “\/nowhere\/journey”.*journey\.server\.path/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  });

  await step('goes on drawing when the server has come back', async () => {
    await editor.set({});
    await goToEndOf(1);
    await page.keyboard.type(' evening');
    await map.filter({ hasText: 'evening' }).waitFor();
    await command('Notifications: Clear All Notifications');
  });

  await step('follows the dark and the light theme', async () => {
    await until(async () => (await brightness()) < 0.4, 'the map is not dark');
    await page.screenshot({ path: path.join(build, 'vscode.png') });
    await editor.set({ 'workbench.colorTheme': 'Default Light Modern' });
    await until(async () => (await brightness()) > 0.6, 'the map is not light');
    await page.screenshot({ path: path.join(build, 'vscode-light.png') });
  });

  await step('closes the panel and opens it again', async () => {
    await previewTabs.first().hover();
    await previewTabs
      .first()
      .getByRole('button', { name: /^Close/ })
      .click();
    await previewTabs.first().waitFor({ state: 'detached' });
    await lineWith(/Journey:/)
      .first()
      .click();
    await page.keyboard.press('Control+K');
    await page.keyboard.press('v');
    await map.filter({ hasText: 'evening' }).waitFor();
  });
}

/** Whether something is shown within four seconds. */
const soon = (locator) => locator.waitFor({ timeout: 4000 }).then(() => true, () => false);

/** A key that opens a menu: a busy editor may close the menu again while it still draws. */
async function pressUntil(key, shown) {
  for (let tries = 0; tries < 8; tries += 1) {
    await page.keyboard.press(key);
    if (await soon(shown)) return;
  }
  await shown.waitFor();
}

/** The picture for the README: text left, problems below, map right. */
async function screenshot() {
  await editor.set({
    'workbench.colorTheme': 'Default Light Modern',
    'workbench.activityBar.location': 'hidden',
  });
  await open();
  await page.keyboard.press('Control+Shift+M');
  await problems.first().waitFor();
  await lineWith(/Journey:/)
    .first()
    .click();
  await page.keyboard.press('Control+B');
  await page
    .locator('.editor-actions')
    .getByRole('button', { name: /Open Preview to the Side/ })
    .click();
  await map.locator('[data-kind="touchpoint"]').first().waitFor();
  await until(async () => (await brightness()) > 0.6, 'the map is not light');
  // Taller than a usual window, so that the curve is seen.
  await page.setViewportSize({ width: 1700, height: 1240 });
  // A few lines of problems are enough: the rest is for the text and its map.
  const { x, y, width, height } = await page.locator('.part.panel').boundingBox();
  await page.mouse.move(x + width / 2, y);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height - 115, { steps: 5 });
  await page.mouse.up();
  await page.screenshot({ path: path.join(build, 'readme.png') });
  console.log(path.join(build, 'readme.png'));
}

let failed = 0;
try {
  await (docs ? screenshot() : test());
} catch (error) {
  failed = 1;
  console.log(`not ok - ${current}\n${error.stack}`);
  await page.screenshot({ path: failure }).then(
    () => console.log(`How it looked: ${failure}`),
    () => {},
  );
  console.log(editor.output().split('\n').slice(-20).join('\n'));
} finally {
  await editor.close();
}
if (!docs) console.log(`${passed} passed, ${failed} failed`);
process.exit(failed);
