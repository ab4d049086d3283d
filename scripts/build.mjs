/**
 * `npm run build`: libraries, applications and the portal, into `dist/`; leaves a note of the sources that it was made of,
 * by which `npm start` and the command line see whether it is current.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildStamp, root } from './ensure.mjs';
import { sourceHash } from './source-hash.mjs';

// Of the sources as they are now: what is changed while it builds is built the next time.
const made = sourceHash(root);
const steps = [[join(root, 'scripts/build-programs.mjs')], [join(root, 'scripts/build-portal.mjs')]];
for (const program of steps) {
  const { status } = spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
writeFileSync(buildStamp, made);
