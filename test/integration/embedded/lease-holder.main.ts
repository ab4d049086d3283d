import { acquireDatabase } from '../../../libs/database/src/embedded/index.js';

/** Holds a lease until its standard input ends. */
const lease = await acquireDatabase({ dataDir: process.argv[2] ?? '' });
console.log(lease.url);
process.stdin.on('end', () => void lease.release()).resume();
