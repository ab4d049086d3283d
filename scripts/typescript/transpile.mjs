import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The language of the sources. */
const options = {
  swcrc: false,
  sourceMaps: true,
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
};
const folder = new URL('../../node_modules/.cache/lianqiao-typescript/', import.meta.url);
const compiler = readFileSync(new URL('../../node_modules/@swc/core/package.json', import.meta.url), 'utf8');
const language = createHash('sha256').update(compiler).update(JSON.stringify(options)).digest();

/**
 * The JavaScript of a source file. What was transpiled once is kept under its content, so that the many programs that the
 * tests start do not each transpile everything.
 */
export async function transpiled(filename) {
  const source = await readFile(filename, 'utf8');
  const kept = fileOf(filename, source, 'js');
  try {
    return await readFile(kept, 'utf8');
  } catch {
    const { transform } = await import('@swc/core');
    const { code, map } = await transform(source, { ...options, filename });
    // Where nothing can be kept, each program transpiles for itself.
    await keep(fileOf(filename, source, 'map'), map)
      .then(() => keep(kept, code))
      .catch(() => undefined);
    return code;
  }
}

/** The file with the source map of a source file that was transpiled; undefined for any other. */
export function sourceMapFile(filename) {
  if (!filename.endsWith('.ts') || !existsSync(filename)) return undefined;
  const map = fileOf(filename, readFileSync(filename, 'utf8'), 'map');
  return existsSync(map) ? map : undefined;
}

/** The name is part of it: the source map tells it. */
function fileOf(filename, source, form) {
  const hash = createHash('sha256').update(language).update(filename).update('\0').update(source);
  return fileURLToPath(new URL(`${hash.digest('hex')}.${form}`, folder));
}

/** Whole or not at all: another process may be reading. */
async function keep(file, text) {
  await mkdir(folder, { recursive: true });
  const beside = `${file}.${randomUUID()}`;
  await writeFile(beside, text);
  await rename(beside, file);
}
