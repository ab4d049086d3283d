/**
 * Bundles what the TypeScript compiler has built in dist: each program becomes a file or few in dist/programs, and its old
 * entry file leads there, so that whoever starts it need not know.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePrograms, PROGRAMS } from './programs/bundle-programs.mjs';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const folder = join(dist, 'programs');
const entry = (path) => join(dist, `${path}.js`);

const compiled = {
  name: 'compiled',
  resolveId: {
    filter: { id: /^@app\/[^/]+$/ },
    handler: (id) => join(dist, 'libs', id.slice('@app/'.length), 'src/index.js'),
  },
  load: {
    filter: { id: { include: /\.js$/, exclude: /node_modules/ } },
    handler: (id) => ({
      code: readFileSync(id, 'utf8'),
      map: JSON.parse(readFileSync(`${id}.map`, 'utf8')),
    }),
  },
};

await bundlePrograms({ folder, entry, plugin: compiled });
for (const [size, programs] of Object.entries(PROGRAMS)) {
  for (const [name, path] of Object.entries(programs)) {
    const program = relative(dirname(entry(path)), join(folder, size, `${name}.js`))
      .split(sep)
      .join('/');
    // With what it exports: a pool of threads calls a function of its entry.
    writeFileSync(entry(path), `export * from '${program}';\n`);
  }
}
