/** Spec files are loaded by Node with the loader in scripts/typescript, see docs/adr/0041-specs-are-loaded-natively.md. */
export default {
  rootDir: '.',
  testRegex: ['\\.(spec|e2e-spec)\\.ts$'],
  // What test/architecture says of the tree belongs to `npm run check`; that the checks themselves see what they should, here.
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    '/test/faults/',
    '/test/journeys/',
    '/test/architecture/(?!dependency-rules|rules-of-writing|conventions)',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.lianqiao'],
  runtime: '<rootDir>/test/support/native/runtime.cjs',
  testEnvironment: '<rootDir>/test/support/native/environment.cjs',
  extensionsToTreatAsEsm: ['.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testSequencer: '<rootDir>/test/support/native/sequencer.cjs',
  testTimeout: 90_000,
  // One more than the processors of a small machine: a spec that waits for a program or the database leaves its own idle.
  maxWorkers: 3,
  workerIdleMemoryLimit: '1500MB',
  // A worker that compiled WebAssembly needs longer than the usual 500 ms to release its memory on a busy machine, although it has
  // nothing open. A worker with an open handle is still reported.
  workerGracefulExitTimeout: 10_000,
  moduleNameMapper: {
    '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {},
};
