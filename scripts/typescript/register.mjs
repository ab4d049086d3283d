import { register } from 'node:module';

/** Lets this process run the TypeScript sources without a build: for tests and tools, never in production. */
register('./loader.mjs', import.meta.url);
