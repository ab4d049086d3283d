import { ensureInstalled, root } from './ensure.mjs';
import { spawn } from 'node:child_process';

/** `npm test [-- arguments of Jest]`: installs if need be and runs all tests from the sources, without a build. */
ensureInstalled();
/** For Jest and its workers: most of what a spec makes is gone when the next collection of young objects comes, if that comes late. */
const memory = ['--min-semi-space-size=16', '--max-semi-space-size=64'];
const jest = spawn(
  process.execPath,
  [
    ...memory,
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
// Ctrl-C reaches Jest by itself; this process waits for its end. A signal sent to this process alone is passed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => jest.kill('SIGTERM'));
jest.on('exit', (code) => process.exit(code ?? 1));
