import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build reads: everything below these, except what it leaves out. */
const FOLDERS = ['apps', 'libs', 'test/benchmarks', 'test/evaluation'];
const FILES = [
  'nest-cli.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'scripts/build-programs.mjs',
  'scripts/programs/bundle-programs.mjs',
  'scripts/typescript/sources.mjs',
  'scripts/typescript/transpile.mjs',
];
/** Data files are read from the sources at run time; specs and texts are not built. */
const LEFT_OUT_FOLDERS = new Set(['data', 'node_modules', 'dist']);
const LEFT_OUT_FILES = /\.(spec|e2e-spec)\.tsx?$|\.md$|(^|\/)\./;

/** A digest of all that the build reads, by content, so that a fresh clone and a touched file do not count as changed. */
export function sourceHash(root) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const path of [...FILES, ...FOLDERS.flatMap((folder) => filesBelow(root, folder))]) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return LEFT_OUT_FOLDERS.has(entry.name) ? [] : filesBelow(root, path);
      return entry.isFile() && !LEFT_OUT_FILES.test(path) ? [path] : [];
    });
}
