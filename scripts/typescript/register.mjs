import { register } from 'node:module';
import { setFlagsFromString } from 'node:v8';

/** How much bytecode a function runs before its machine code is made; several times what V8 takes by itself. */
const BYTES_BEFORE_MACHINE_CODE = 400_000;

/** Lets this process run the TypeScript sources without a build: for tests and tools, never in production. */
register('./loader.mjs', import.meta.url);
// Such a process lives for seconds: making machine code of what runs a few dozen times costs it more than it gains. Later
// versions of Node count otherwise, do not know this flag, and have a compiler in between that costs less.
if (process.versions.node.startsWith('20.')) {
  setFlagsFromString(`--interrupt-budget=${String(BYTES_BEFORE_MACHINE_CODE)}`);
}
