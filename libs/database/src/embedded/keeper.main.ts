import { Keeper } from './keeper.js';
import { ServerFolder } from './server-folder.js';
import type { ServerOptions } from './server-settings.js';
import type { KeeperReport } from './spawn-keeper.js';

const [root = '', options = '{}'] = process.argv.slice(2);
const keeper = new Keeper(new ServerFolder(root), JSON.parse(options) as ServerOptions);

/** Tells the starter, if it still lives, and lets it go. */
function report(message: KeeperReport): void {
  if (!process.connected) return;
  process.send?.(message, () => {
    if (process.connected) process.disconnect();
  });
}

process.on('SIGINT', () => undefined);
process.on('SIGHUP', () => undefined);
process.on('SIGTERM', () => void keeper.stop());

try {
  await keeper.keep(() => report({ ready: true }));
} catch (error) {
  console.error(error);
  report({ ready: false, reason: error instanceof Error ? error.message : String(error) });
  await keeper.stop();
  process.exitCode = 1;
}
