import { existsSync, readFileSync } from 'node:fs';
import { dataFile } from '@app/kernel';
import { parse } from 'yaml';
import { z } from 'zod';
import type { DemonstrationAccount } from './welcome.js';

const accounts = z.array(z.object({ role: z.string(), login: z.string(), password: z.string() }));

/** The accounts that the demonstration data brings, from its own file. */
export function demonstrationAccounts(): DemonstrationAccount[] {
  const file = dataFile(import.meta.url, 'apps/cli/data/demo/accounts.yaml');
  return existsSync(file) ? accounts.parse(parse(readFileSync(file, 'utf8'))) : [];
}
