import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The word in the page that stands for the version of the files beside it. */
const VERSION_MARK = '__VERSION__';
const PAGE = 'index.html';

/** The files of the first screen as one version: the page, and the address below which its files stand. */
export interface PortalAssets {
  readonly folder: string;
  /** Changes whenever any file does, so that browsers may keep what they have. */
  readonly version: string;
  /** The page with the addresses of this version's files. */
  readonly page: string;
}

/** Reads the files of a folder once, at the start. */
export function readPortalAssets(folder: string): PortalAssets {
  const hash = createHash('sha256');
  for (const file of filesOf(folder))
    hash.update(relative(folder, file)).update('\0').update(readFileSync(file));
  const version = hash.digest('hex').slice(0, 12);
  const page = readFileSync(join(folder, PAGE), 'utf8').replaceAll(VERSION_MARK, version);
  return { folder, version, page };
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
