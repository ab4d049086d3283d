import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A small tree of the project's shape, in a temporary folder, with files that break rules on purpose. */
export interface PlantedTree {
  readonly folder: string;
  remove(): void;
}

/** Plants files (path → text); `@app/<lib>` resolves inside the tree and packages to those of the project. */
export function plant(files: Readonly<Record<string, string>>, libraries: readonly string[]): PlantedTree {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const paths = Object.fromEntries(libraries.map((lib) => [`@app/${lib}`, [`./libs/${lib}/src/index.ts`]]));
  const compilerOptions = { module: 'nodenext', moduleResolution: 'nodenext', target: 'es2023', paths };
  write('tsconfig.json', JSON.stringify({ compilerOptions }));
  write(
    'package.json',
    JSON.stringify({
      type: 'module',
      dependencies: { typeorm: '*', meilisearch: '*' },
      devDependencies: { jest: '*' },
    }),
  );
  for (const library of libraries)
    write(`libs/${library}/src/index.ts`, `export const name = '${library}';\n`);
  for (const [path, text] of Object.entries(files)) write(path, text);
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
