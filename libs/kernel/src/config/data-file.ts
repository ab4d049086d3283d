import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout: the nearest one above a module that holds package.json and nest-cli.json. */
export function projectRoot(importMetaUrl: string): string {
  let folder = dirname(fileURLToPath(importMetaUrl));
  while (!existsSync(join(folder, 'nest-cli.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The project folder was not found above the program.');
    folder = parent;
  }
  return folder;
}

/** A data file of the project, found alike from the sources and from `dist`. */
export function dataFile(importMetaUrl: string, path: string): string {
  return join(projectRoot(importMetaUrl), path);
}
