import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transpiled } from './transpile.mjs';

const root = new URL('../../', import.meta.url);
const JEST_GLOBALS = new URL('test/support/native/jest-globals.mjs', root).href;

/** `@app/<lib>` is that library's front door; a relative `x.js` that is not there is the source `x.ts`. */
export async function resolve(specifier, context, next) {
  const library = /^@app\/([^/]+)$/.exec(specifier);
  if (library) return { url: new URL(`libs/${library[1]}/src/index.ts`, root).href, shortCircuit: true };
  if (specifier === '@jest/globals') return { url: JEST_GLOBALS, shortCircuit: true };
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const program = await bundledProgram(url);
  if (program) return { format: 'module', source: `import ${JSON.stringify(program)};`, shortCircuit: true };
  return { format: 'module', source: await transpiled(fileURLToPath(url)), shortCircuit: true };
}

/** A whole program is loaded in its bundled form: it is there in a fraction of the time. */
async function bundledProgram(url) {
  if (!url.endsWith('/main.ts')) return undefined;
  const { bundled } = await import('./bundled.mjs');
  return bundled(fileURLToPath(url));
}
