/**
 * Builds apps/web into dist/apps/web: what browsers load, packed for them, what the API renders pages with, and the names
 * of the operations that the portal sends. `--if-changed` leaves a build of the very same sources as it is; of several
 * that come at once, one builds and the others wait for it.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

// Whatever the caller runs for: what browsers get is made for production.
process.env.NODE_ENV = 'production';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const root = path('apps/web');
const target = path('dist/apps/web');
const client = join(target, 'client');
const stamp = join(target, '.built-from');
const lock = path('node_modules/.cache/lianqiao-portal.lock');
const PACKED = new Set(['.js', '.css', '.svg']);
/** Below this a packed file is no shorter on the way. */
const WORTH_PACKING = 512;
const POLL_MS = 250;

const sources = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && extname(entry.name) !== '.md')
  .map((entry) => join(entry.parentPath, entry.name))
  .sort();

await withLock(async () => {
  const wanted = hashOf([...sources, path('package-lock.json')]);
  const built = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (built && process.argv.includes('--if-changed')) return;
  rmSync(stamp, { force: true });
  await bundle();
  pack();
  writeFileSync(join(target, 'operations.json'), JSON.stringify(operationNames()));
  writeFileSync(stamp, wanted);
});

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

async function bundle() {
  const { build } = await import('vite');
  const inFolder = { root, configFile: join(root, 'vite.config.ts'), logLevel: 'error' };
  await build(inFolder);
  await build({ ...inFolder, build: { ssr: 'src/entry-server.tsx' } });
}

/** Lays beside each file its packed forms, so that nothing is packed while it is served. */
function pack() {
  for (const entry of readdirSync(client, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !PACKED.has(extname(entry.name))) continue;
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    if (bytes.length < WORTH_PACKING) continue;
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, quality));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

/** Names of the operations in the sources, by which the API's measurements may call them. */
function operationNames() {
  return sources
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/^\s*(?:query|mutation|subscription) ([A-Z]\w*)/gm),
    ])
    .map(([, name]) => name);
}

async function withLock(work) {
  mkdirSync(path('node_modules/.cache'), { recursive: true });
  while (!taken()) await pause(POLL_MS);
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Takes the lock unless a living process has it. */
function taken() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!alive(Number(existsSync(lock) && readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
    return false;
  }
}

function alive(pid) {
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
