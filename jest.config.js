/** Native ESM under swc; `@app/<lib>` is that library's front door. */
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
  testTimeout: 30_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
  moduleNameMapper: {
    '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {},
};
