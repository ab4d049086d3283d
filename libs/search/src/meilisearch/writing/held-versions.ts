import type { IndexName } from '../../port/index-schemas.js';
import type { DocumentVersion } from '../../port/search-document.js';
import { serverNames } from '../index/index-names.js';
import { isMissingIndex } from '../transport/meilisearch.errors.js';
import type { MeilisearchServer } from '../transport/meilisearch-server.js';

const PAGE = 10_000;
const KEEP_MS = 60_000;
const FIELDS = ['id', 'version'];

/** Which versions an index of the server holds. */
export class HeldVersions {
  private readonly listings = new Map<IndexName, { until: number; all: readonly DocumentVersion[] }>();

  constructor(
    private readonly server: MeilisearchServer,
    private readonly prefix: string,
  ) {}

  /** Versions of some documents; absent where the index does not hold them. */
  async of(uid: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (ids.length === 0) return new Map();
    const query = { ids: [...ids], limit: ids.length, fields: FIELDS };
    const held = await this.server.documents(uid, query);
    return new Map(held.map((row) => [row['id'] as string, row['version'] as number]));
  }

  /**
   * Ids and versions in the order of ids. The server lists documents in an order of its own and knows no "after this
   * id"; so the first question reads them all, and those that follow are answered from the same list.
   */
  async after(index: IndexName, after: string | null, limit: number): Promise<readonly DocumentVersion[]> {
    const kept = after === null ? undefined : this.listings.get(index);
    const all = kept && kept.until > performance.now() ? kept.all : await this.list(index);
    const from = after === null ? 0 : firstAfter(all, after);
    const page = all.slice(from, from + limit);
    if (page.length < limit) this.listings.delete(index);
    else this.listings.set(index, { until: performance.now() + KEEP_MS, all });
    return page;
  }

  /** Forgets the list of an index that this process changed. */
  forget(index: IndexName): void {
    this.listings.delete(index);
  }

  private async list(index: IndexName): Promise<readonly DocumentVersion[]> {
    const { live } = serverNames(this.prefix, index);
    const all: DocumentVersion[] = [];
    try {
      for (let offset = 0; ; offset += PAGE) {
        const page = await this.server.documents(live, { offset, limit: PAGE, fields: FIELDS });
        all.push(...page.map((row) => ({ id: row['id'] as string, version: row['version'] as number })));
        if (page.length < PAGE) break;
      }
    } catch (error) {
      if (!isMissingIndex(error)) throw error;
    }
    return all.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

/** The place of the first id behind another, by halving. */
function firstAfter(all: readonly DocumentVersion[], after: string): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (all[middle]!.id > after) high = middle;
    else low = middle + 1;
  }
  return low;
}
