/** Spec files are loaded by Node with the loader in scripts/typescript, see docs/adr/0041-specs-are-loaded-natively.md. */
export default {
  rootDir: '.',
  testRegex: ['\\.(spec|e2e-spec)\\.ts$'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/test/faults/', '/test/journeys/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.lianqiao'],
  runtime: '<rootDir>/test/support/native/runtime.cjs',
  testEnvironment: '<rootDir>/test/support/native/environment.cjs',
  extensionsToTreatAsEsm: ['.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testSequencer: '<rootDir>/test/support/native/sequencer.cjs',
  testTimeout: 90_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
  moduleNameMapper: {
    '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {},
};
