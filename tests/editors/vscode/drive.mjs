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

async function open() {
  await page.getByRole('treeitem', { name }).dblclick();
  await lineWith(/Journey:/)
    .first()
    .waitFor();
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
    const suggestion = page
      .locator('.suggest-widget.visible .monaco-list-row')
      .filter({ hasText: /^Emotion/ });
    // Asked for outright: no person types so fast, and the list that comes by itself may lose the race.
    await pressUntil('Control+Space', suggestion.first());
    await page.keyboard.press('Enter');
    await lineWith(/^\s+Emotion:\s*/)
      .last()
      .waitFor();
    await page.keyboard.press('Escape');
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
