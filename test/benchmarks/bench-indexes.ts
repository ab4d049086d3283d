import { randomBytes } from 'node:crypto';
import { readSettings } from '@app/kernel';
import { deleteKeys, dropServerIndexes, processKeys } from '@app/search';

/**
 * Makes this process, and those that it starts, use indexes of their own on the search server: a measurement never
 * touches anybody's data. Gives what removes them, and the keys that were made for them.
 */
export function useBenchIndexes(): () => Promise<void> {
  const prefix = `lianqiao_bench_${randomBytes(6).toString('hex')}_`;
  process.env['MEILI_PREFIX'] = prefix;
  return async () => {
    const settings = readSettings();
    const { MEILI_URL: url, MEILI_MASTER_KEY: masterKey } = settings;
    if (!url) return;
    await dropServerIndexes({ url, keys: processKeys(settings) }, prefix);
    if (masterKey) await deleteKeys(url, masterKey, prefix);
  };
}
