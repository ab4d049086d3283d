import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceHash } from './source-hash.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const installStamp = join(root, 'node_modules', '.lianqiao-installed');
/** What the build in `dist/` was made of. */
export const buildStamp = join(root, 'dist', '.built-from');

/** Installs the dependencies when they are missing or the lock file has changed since. */
export function ensureInstalled() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256')
    .update(lock)
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  if (read(installStamp) === wanted) return;
  if (!installedByHand(JSON.parse(lock))) {
    step('installing the dependencies (the first time this takes a minute or two)', () => {
      // Production mode would leave out what builds the platform.
      npm([
        'ci',
        '--include=dev',
        '--include=optional',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        '--progress=true',
      ]);
    });
  }
  writeFileSync(installStamp, wanted);
}

/** Builds when there is no build or any source has changed since. */
export function ensureBuilt() {
  const wanted = sourceHash(root);
  if (read(buildStamp) === wanted && existsSync(join(root, 'dist/apps/cli/src/main.js'))) return;
  step('building', () => npm(['run', '--silent', 'build']));
}

/** Whether somebody ran npm with the very same lock file: then there is nothing to do. */
function installedByHand(lock) {
  const hidden = read(join(root, 'node_modules', '.package-lock.json'));
  if (!hidden) return false;
  const installed = JSON.parse(hidden).packages;
  return Object.entries(lock.packages).every(
    ([path, wanted]) =>
      path === '' ||
      (installed[path] ? installed[path].version === wanted.version : Boolean(wanted.optional)),
  );
}

function step(what, work) {
  const started = performance.now();
  console.log(`Lianqiao: ${what} …`);
  work();
  console.log(`Lianqiao: done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function npm(args) {
  const npmProgram = process.env.npm_execpath;
  const inNode = npmProgram !== undefined && /npm-cli\.c?js$/.test(npmProgram);
  const [command, before] = inNode ? [process.execPath, [npmProgram]] : ['npm', []];
  const { status, error } = spawnSync(command, [...before, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: !inNode && process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(
    `Lianqiao: npm ${args[0] === 'ci' ? 'ci' : args.join(' ')} failed${error ? ` (${error.message})` : ''}: see the lines above.`,
  );
  process.exit(1);
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
