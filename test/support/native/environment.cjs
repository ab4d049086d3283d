const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** What the test framework leaves on the global object for a spec file. */
const OF_ONE_FILE = [
  'JEST_STATE_SYMBOL',
  'EVENT_HANDLERS',
  'TEST_TIMEOUT_SYMBOL',
  'RETRY_TIMES',
  'RETRY_TIMES_SETTER',
  'RETRY_IMMEDIATELY',
  'WAIT_BEFORE_RETRY',
  'LOG_ERRORS_BEFORE_RETRY',
];

/**
 * The process itself as the environment of a spec file. What a file may change of the process (its environment variables,
 * its folder, the console and the clock) is as before when the file has ended.
 */
class NativeEnvironment {
  global = globalThis;
  fakeTimers = null;
  #before = {
    variables: { ...process.env },
    folder: process.cwd(),
    exit: process.exit,
    exitCode: process.exitCode,
    console: globalThis.console,
    stackTraceLimit: Error.stackTraceLimit,
  };

  constructor({ projectConfig }) {
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {
    Error.stackTraceLimit = 30;
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    const { variables, folder, exit, exitCode, console, stackTraceLimit } = this.#before;
    for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
    Object.assign(process.env, variables);
    process.chdir(folder);
    Object.assign(process, { exit, exitCode });
    globalThis.console = console;
    Error.stackTraceLimit = stackTraceLimit;
    for (const key of Object.getOwnPropertySymbols(globalThis)) {
      if (OF_ONE_FILE.includes(key.description)) delete globalThis[key];
    }
  }

  /** What a spec file made must not outlive it: the context of its hooks and tests may be kept by what they started. */
  handleTestEvent(event, state) {
    if (event.name === 'teardown') forget(state.rootDescribeBlock);
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
}

function forget(block) {
  for (const hook of block.hooks) hook.fn = undefined;
  for (const child of block.children) {
    if (child.type === 'describeBlock') forget(child);
    else child.fn = undefined;
  }
}

module.exports = NativeEnvironment;
