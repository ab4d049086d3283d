/** Everything a machine can say about the tree without running it for long; stops at the first step that fails. */
import { spawnSync } from 'node:child_process';
import { ensureInstalled } from './ensure.mjs';

const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];
const steps = [
  ['types', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']],
  ['types of the portal', ['node_modules/typescript/bin/tsc', '-p', 'apps/web/tsconfig.json']],
  ['the portal knows the schema', ['scripts/portal-types.mjs', '--check']],
  ['lint', ['node_modules/eslint/bin/eslint.js', 'apps', 'libs', 'test']],
  [
    'formatting',
    [
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '--log-level',
      'warn',
      'apps',
      'libs',
      'test',
      'scripts',
    ],
  ],
  [
    'dependency rules',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.mjs',
      'apps',
      'libs',
      'test',
    ],
  ],
  ['schema, access and migrations', [...jest, 'test/architecture']],
];

await ensureInstalled();
for (const [name, args] of steps) {
  const started = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  console.log(
    `${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  if (status !== 0) process.exit(1);
}
