/**
 * Bundles each program of the project from its TypeScript sources into dist/programs. The file that starts it, such as
 * dist/apps/api/src/main.js, imports the bundle, so that its address does not depend on how it is bundled.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePrograms, PROGRAMS } from './programs/bundle-programs.mjs';
import { sources } from './typescript/sources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const folder = join(dist, 'programs');

rmSync(dist, { recursive: true, force: true });
await bundlePrograms({
  folder,
  entry: (path) => join(root, `${path}.ts`),
  plugin: sources,
  placeOf: (path) => (path.endsWith('.ts') ? `dist/${path.replace(/\.ts$/, '.js')}` : path),
});
for (const [size, programs] of Object.entries(PROGRAMS)) {
  for (const [name, path] of Object.entries(programs)) {
    const start = join(dist, `${path}.js`);
    const program = relative(dirname(start), join(folder, size, `${name}.js`))
      .split(sep)
      .join('/');
    mkdirSync(dirname(start), { recursive: true });
    // Re-exported, because a pool of threads calls a function of its entry.
    writeFileSync(start, `export * from '${program}';\n`);
  }
}
