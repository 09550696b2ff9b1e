// Makes journey-<version>.vsix with the program inside, for the system it is run on.
// `npm run package -- PROGRAM` takes another program than build/journey.

import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
const name = windows ? 'journey.exe' : 'journey';
const program = process.argv[2] ? resolve(process.argv[2]) : resolve(root, '../../build', name);

if (!existsSync(program)) {
  console.error(`There is no program at ${program}. Build it first, or name another one.`);
  process.exit(1);
}
rmSync(resolve(root, 'bin'), { recursive: true, force: true });
mkdirSync(resolve(root, 'bin'));
copyFileSync(program, resolve(root, 'bin', name));
chmodSync(resolve(root, 'bin', name), 0o755);

const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
const target = `${process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
const run = (...command) =>
  execFileSync('npm', command, { cwd: root, stdio: 'inherit', shell: windows });
run('run', '--silent', 'build');
run(
  'exec',
  '--',
  'vsce',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--target',
  target,
  '--out',
  `journey-${version}.vsix`,
);
