import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The word in the page that stands for the version of the files beside it. */
const VERSION_MARK = '__VERSION__';
const PAGE = 'index.html';
/** GraphiQL's page is served apart from the first screen. */
const APART = `graphiql${sep}`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A file as browsers get it. */
export interface PortalFile {
  readonly type: string;
  readonly tag: string;
  readonly bytes: Buffer;
  readonly gzipped: Buffer;
}

/** The files of the first screen as one version: the page, and the files below the address of the version. */
export interface PortalAssets {
  /** Changes whenever any file does, so that browsers may keep what they have. */
  readonly version: string;
  /** The page with the addresses of this version's files. */
  readonly page: PortalFile;
  /** The other files by their path inside the folder, with forward slashes. */
  readonly files: ReadonlyMap<string, PortalFile>;
}

/** Reads the files of a folder; they are few and small, so they are kept ready to be sent. */
export function readPortalAssets(folder: string): PortalAssets {
  const contents = pathsIn(folder).map((path) => [path, readFileSync(join(folder, path))] as const);
  const version = digest(
    Buffer.concat(contents.flatMap(([path, bytes]) => [Buffer.from(path), bytes])),
  ).slice(0, 12);
  const files = contents.map(
    ([path, bytes]) => [path.split(sep).join('/'), portalFile(path, bytes)] as const,
  );
  const page = readFileSync(join(folder, PAGE), 'utf8').replaceAll(VERSION_MARK, version);
  return { version, page: portalFile(PAGE, Buffer.from(page)), files: new Map(files) };
}

function pathsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path !== PAGE && !path.startsWith(APART) && extname(path) in TYPES)
    .sort();
}

function portalFile(path: string, bytes: Buffer): PortalFile {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  return { type, tag: `"${digest(bytes).slice(0, 20)}"`, bytes, gzipped: gzipSync(bytes) };
}

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
