const { dirname, join } = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { default: JestRuntime } = require('jest-runtime');
const { install } = require('./globals.cjs');

const FRAMEWORK = join(dirname(require.resolve('jest-circus/runner')), 'jestAdapterInit.js');
const TYPESCRIPT = pathToFileURL(join(__dirname, '../../../scripts/typescript')).href;

/**
 * Loads spec files the way Node loads every other module, instead of into a virtual machine of their own: what a process
 * has loaded for one spec file, the libraries foremost, is there for the next. Everything else is Jest's.
 */
class NativeRuntime extends JestRuntime {
  #sourceMapFile = () => undefined;
  #maps = new Map();
  #testPath;

  constructor(config, environment, resolver, transformer, cacheFS, coverageOptions, testPath, globalConfig) {
    super(config, environment, resolver, transformer, cacheFS, coverageOptions, testPath, globalConfig);
    this.#testPath = testPath;
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    await import(`${TYPESCRIPT}/register.mjs`);
    const { sourceMapFile } = await import(`${TYPESCRIPT}/transpile.mjs`);
    this.#sourceMapFile = sourceMapFile;
    await import(pathToFileURL(path).href);
  }

  /** The test framework keeps its state in its module: each spec file has one of its own. */
  requireInternalModule(path) {
    if (path === FRAMEWORK) delete require.cache[path];
    return require(path);
  }

  setGlobalsForRuntime(globals) {
    super.setGlobalsForRuntime(globals);
    install({ ...globals, jest: this.jestGlobals.jestObjectFor(this.#testPath) });
  }

  setMock(_from, moduleName) {
    throw new Error(
      `${moduleName} is loaded once for many spec files and cannot be replaced: pass a double.`,
    );
  }

  setModuleMock(from, moduleName) {
    this.setMock(from, moduleName);
  }

  /** What Jest looks a frame of a stack up in: the file with the source map, by the address of the source. */
  getSourceMaps() {
    const find = (address) => {
      if (!address.startsWith('file:')) return undefined;
      if (!this.#maps.has(address)) this.#maps.set(address, this.#sourceMapFile(fileURLToPath(address)));
      return this.#maps.get(address);
    };
    return { get: find, [Symbol.iterator]: () => this.#maps.entries() };
  }
}

module.exports = NativeRuntime;
