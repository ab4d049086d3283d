import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundlePrograms, PROGRAMS } from '../programs/bundle-programs.mjs';
import { sources } from './sources.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kept = join(root, 'node_modules/.cache/lianqiao-programs');
const SCRIPTS = [
  'scripts/programs/bundle-programs.mjs',
  'scripts/typescript/bundled.mjs',
  'scripts/typescript/sources.mjs',
];
const KEPT_MS = 24 * 60 * 60 * 1000;
/** Small programs are there soon enough as they are, and every run of the tests starts one. */
const sizes = { whole: PROGRAMS.whole };
const programs = new Map(
  Object.entries(sizes.whole).map(([name, path]) => [`${path}.ts`, `whole/${name}.js`]),
);

/**
 * The file of a program in its bundled form, made of the sources as they are now; undefined for every other source. The
 * many programs that the tests start find there what the first one has bundled. Where it cannot be bundled, a program is
 * loaded module by module, which is only slower; `onFailure` is told why.
 */
export async function bundled(filename, onFailure = () => undefined) {
  const program = programs.get(relative(root, filename).split(sep).join('/'));
  if (!program) return undefined;
  const folder = join(kept, digest());
  if (!existsSync(folder)) await bundleInto(folder).catch(onFailure);
  return existsSync(folder) ? pathToFileURL(join(folder, program)).href : undefined;
}

/** Whole or not at all: other programs may be doing the same, and a source may be written meanwhile. */
async function bundleInto(folder) {
  const beside = join(kept, randomUUID());
  try {
    await bundlePrograms({
      folder: beside,
      entry: (path) => join(root, `${path}.ts`),
      plugin: sources,
      sizes,
      // What a program prints is its own.
      quiet: true,
    });
    if (join(kept, digest()) === folder) await rename(beside, folder);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  await forgetOld();
}

async function forgetOld() {
  for (const name of await readdir(kept)) {
    const { mtimeMs } = await stat(join(kept, name));
    if (mtimeMs < Date.now() - KEPT_MS) await rm(join(kept, name), { recursive: true, force: true });
  }
}

/** Of everything that can be part of a program. */
function digest() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const path of [...SCRIPTS, ...['api', 'worker', 'cli'].flatMap(appSources), ...below('libs')]) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

function appSources(app) {
  return below(`apps/${app}/src`);
}

function below(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
    .sort();
}
