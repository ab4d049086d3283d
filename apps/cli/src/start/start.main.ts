import { readSettings } from '@app/kernel';
import { Launcher } from './launcher.js';

/** What `npm start` runs: the `start` command without first loading all the others, which takes most of a second. */
try {
  await new Launcher(readSettings(), process.env).run();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
