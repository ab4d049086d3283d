/** What `@jest/globals` has for the spec file that runs now: the modules that import it outlive a spec file. */
const KEY = Symbol.for('lianqiao.jest-globals');

function install(globals) {
  globalThis[KEY] = globals;
}

/** Stands for one of the globals, whichever file it is asked in. */
function lasting(name) {
  const now = () => globalThis[KEY][name];
  return new Proxy(function () {}, {
    get: (_, key) => now()[key],
    apply: (_, self, parameters) => Reflect.apply(now(), self, parameters),
  });
}

module.exports = { install, lasting };
