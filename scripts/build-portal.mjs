/** Builds apps/web into dist/apps/web: what browsers load, packed for them, and what the API renders pages with. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('../apps/web', import.meta.url));
const client = fileURLToPath(new URL('../dist/apps/web/client', import.meta.url));
const PACKED = /\.(js|css|svg|html)$/;
/** Below this a packed file is no shorter on the way. */
const WORTH_PACKING = 512;

const inFolder = { root, configFile: join(root, 'vite.config.ts'), logLevel: 'error' };
await build(inFolder);
await build({ ...inFolder, build: { ssr: 'src/entry-server.tsx' } });

for (const entry of readdirSync(client, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !PACKED.test(entry.name)) continue;
  const path = join(entry.parentPath, entry.name);
  const bytes = readFileSync(path);
  if (bytes.length < WORTH_PACKING || entry.name === 'index.html') continue;
  writeFileSync(
    `${path}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
  );
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
