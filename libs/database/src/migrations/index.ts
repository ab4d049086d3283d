import { Platform1700000000000 } from './1700000000000-platform.js';

/** The one timeline of the schema, oldest first. */
export const migrations = [Platform1700000000000];
