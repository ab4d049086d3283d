import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, root } from './ensure.mjs';

/**
 * `node scripts/program.mjs apps/cli/src/main match …`: installs and builds if needed, then becomes that program of the
 * project with the remaining arguments.
 */
const [program] = process.argv.splice(2, 1);
ensureInstalled();
ensureBuilt();
await import(pathToFileURL(join(root, 'dist', `${program}.js`)).href);
