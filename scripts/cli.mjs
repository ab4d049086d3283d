import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, root } from './ensure.mjs';

/** `npm run match -- …` and its like: installs and builds if need be, then becomes the command line. */
ensureInstalled();
ensureBuilt();
await import(pathToFileURL(join(root, 'dist/apps/cli/src/main.js')).href);
