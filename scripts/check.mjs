/** Everything a machine can say about the tree without running it for long; two steps at a time, all told in order. */
import { spawn } from 'node:child_process';
import { ensureInstalled } from './ensure.mjs';

const jest = ['node_modules/jest/bin/jest.js'];
const AT_ONCE = 2;
// The longest first, so that none is left running alone at the end.
const steps = [
  [
    'types and lint',
    ['scripts/types-and-lint.mjs', 'tsconfig.json', 'apps', 'libs', 'test', '--without', 'apps/web'],
  ],
  ['types and lint of the portal', ['scripts/types-and-lint.mjs', 'apps/web/tsconfig.json', 'apps/web']],
  ['dependency rules and their picture', ['scripts/dependencies.mjs', '--check']],
  ['folders, names, sizes and English', ['scripts/conventions.mjs']],
  [
    'formatting',
    [
      'node_modules/prettier/bin/prettier.cjs',
      // Parses faster than what Prettier brings, and formats the same.
      '--plugin=@prettier/plugin-oxc',
      '--check',
      '--log-level',
      'warn',
      'apps',
      'libs',
      'test',
      'scripts',
    ],
  ],
  // That the linter and the dependency rules report what they should is seen by `npm test`.
  [
    'schema, access and migrations',
    [...jest, 'test/architecture', '--testPathIgnorePatterns=dependency-rules|rules-of-writing|conventions'],
  ],
  ['the portal knows the schema', ['scripts/portal-types.mjs', '--check']],
];

function run([name, args]) {
  return new Promise((resolve) => {
    const started = performance.now();
    const output = [];
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...process.env },
    });
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const passed = code === 0;
      if (!passed) process.stdout.write(Buffer.concat(output));
      console.log(`${passed ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
      resolve(passed);
    });
  });
}

await ensureInstalled();
const waiting = [...steps];
const results = [];
async function lane() {
  for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await run(step));
}
await Promise.all(Array.from({ length: AT_ONCE }, lane));
if (results.includes(false)) process.exit(1);
