// VS Code as a person uses it: code-server with the packaged extension, in a browser.
// Everything it starts or writes is gone when `close` returns.

import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const settings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'editor.accessibilitySupport': 'off',
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'window.commandCenter': false,
  // What few lines leave unsaid would push the rest out of the list of problems.
  'journey.rules': {
    proof: 'off',
    touchpoints: 'off',
    'thin-persona': 'off',
    'persona-without-goal': 'off',
    'contradicting-emotion': 'off',
    'opportunity-without-metric': 'off',
    'misleading-indentation': 'off',
    'journey-without-goal': 'off',
  },
};

/**
 * Starts VS Code on a copy of `files` (paths) with the extension installed.
 * `codeServer` is the folder that install-code-server printed.
 */
export async function startEditor({ codeServer, vsix, files, viewport }) {
  const base = await mkdtemp(path.join(tmpdir(), 'journey-vscode-'));
  const remove = () => rmSync(base, { recursive: true, force: true, maxRetries: 5 });
  process.on('exit', remove);
  const cleanups = [remove];
  const close = async () => {
    while (cleanups.length) await cleanups.pop()();
  };
  try {
    const folder = path.join(base, 'maps');
    const userData = path.join(base, 'data');
    // To VS Code this is a remote machine, which has settings of its own: a program's path is one.
    const set = async (more) => {
      for (const kind of ['User', 'Machine']) {
        await mkdir(path.join(userData, kind), { recursive: true });
        await writeFile(
          path.join(userData, kind, 'settings.json'),
          JSON.stringify({
            ...settings,
            ...more,
            'journey.rules': { ...settings['journey.rules'], ...more['journey.rules'] },
          }),
        );
      }
    };
    await set({});
    await mkdir(folder);
    for (const file of files) await cp(file, path.join(folder, path.basename(file)));

    const node = path.join(codeServer, 'node/bin/node');
    const common = [
      path.join(codeServer, 'entry.js'),
      ...['--user-data-dir', userData, '--extensions-dir', path.join(base, 'extensions')],
    ];
    const env = {
      ...process.env,
      HOME: base,
      XDG_RUNTIME_DIR: base,
      CODE_SERVER_DISABLE_PROXY: '1',
    };
    for (const name of ['CONFIG', 'DATA', 'CACHE', 'STATE'])
      env[`XDG_${name}_HOME`] = path.join(base, name);
    const start = (args) => startGroup(node, [...common, ...args], { env, cleanups });
    const install = start(['--install-extension', vsix]);
    const code = await install.exited;
    if (code !== 0)
      throw new Error(`The extension could not be installed:\n${install.lines.join('\n')}`);

    const server = start([
      ...[
        '--bind-addr',
        '127.0.0.1:0',
        '--auth',
        'none',
        '--disable-telemetry',
        '--disable-update-check',
      ],
      ...['--disable-workspace-trust', '--disable-getting-started-override'],
    ]);
    const address = await server.line(/HTTP server listening on (http:\S+)/);

    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      env,
      // Signals are the driver's: it leaves through `exit`, where everything started is ended.
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-sync',
        '--disable-background-networking',
        '--disable-component-update',
        '--lang=en-US',
      ],
    });
    cleanups.push(() => browser.close());
    const page = await browser.newPage({ viewport, locale: 'en-US' });
    page.setDefaultTimeout(30_000);
    await page.goto(`${address}?folder=${encodeURIComponent(folder)}`);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    const read = (name) => readFile(path.join(folder, name), 'utf8');
    const write = (name, text) => writeFile(path.join(folder, name), text);
    return { page, set, read, write, close, output: () => server.lines.join('\n') };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts a program in a process group of its own, which ends with the editor. */
function startGroup(command, args, { env, cleanups }) {
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines = [];
  const waiting = new Set();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      waiting.forEach((check) => check(line));
    });
  }
  const exited = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  // VS Code's own children outlive a polite signal by seconds.
  const kill = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The whole group has gone already.
    }
  };
  process.prependListener('exit', kill);
  cleanups.push(async () => {
    kill();
    await exited;
    process.off('exit', kill);
  });
  const line = (pattern) =>
    new Promise((resolve, reject) => {
      const check = (text) => {
        const found = pattern.exec(text);
        if (found) resolve(found[1]);
        return found;
      };
      if (lines.some(check)) return;
      waiting.add(check);
      exited.then(() => reject(new Error(`It ended early:\n${lines.join('\n')}`)));
    });
  return { exited, lines, line };
}
