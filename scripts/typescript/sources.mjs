import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceMapFile, transpiled } from './transpile.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Plugin of the bundler that reads the TypeScript sources of the project. */
export const sources = {
  name: 'sources',
  resolveId: {
    filter: { id: /^@app\/[^/]+$|^\.{1,2}\/.*\.js$/ },
    handler(id, importer) {
      const library = /^@app\/(.*)$/.exec(id);
      if (library) return join(root, 'libs', library[1], 'src/index.ts');
      if (!importer?.endsWith('.ts')) return undefined;
      return resolve(dirname(importer), id.replace(/\.js$/, '.ts'));
    },
  },
  load: {
    filter: { id: { include: /\.ts$/, exclude: /node_modules/ } },
    async handler(id) {
      const code = await transpiled(id);
      const map = sourceMapFile(id);
      return { code, moduleType: 'js', map: map && JSON.parse(await readFile(map, 'utf8')) };
    },
  },
};
