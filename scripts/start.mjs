import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, root } from './ensure.mjs';

/** `npm start`: installs and builds if need be, then becomes the launcher, in this very process so that signals reach it. */
ensureInstalled();
ensureBuilt();
await import(pathToFileURL(join(root, 'dist/apps/cli/src/start/start.main.js')).href);
