import type { IndexName } from '../../port/index-schemas.js';
import type { DocumentVersion } from '../../port/search-document.js';
import type { IndexHealth } from '../../port/search-engine.js';
import { generationTables } from './generation-tables.js';
import { indexFormat } from './generations.js';
import type { SearchDatabase } from './search-database.js';

/** Ids and versions of the live documents of an index, in the order of ids. */
export async function liveVersions(
  database: SearchDatabase,
  index: IndexName,
  after: string | null,
  limit: number,
): Promise<DocumentVersion[]> {
  const [state] = await database.query<{ live: number | null }>(
    `select live from search.index_state where name = $1`,
    [index],
  );
  if (!state?.live) return [];
  return database.query<DocumentVersion>(
    `select id, version::float8 as version from ${generationTables(state.live).document}
      where live and ($1::text is null or id > $1) order by id limit $2`,
    [after, limit],
  );
}

/** How all indexes fare. */
export async function engineHealth(database: SearchDatabase): Promise<IndexHealth[]> {
  const rows = await database.query<Omit<IndexHealth, 'outdated'> & { format: string | null }>(
    `select i.name as index, coalesce(g.documents, 0) as documents,
            coalesce(g.sequence - g.merged, 0)::float8 as unmerged, i.building is not null as rebuilding, g.format
       from search.index_state i left join search.generation g on g.id = i.live order by i.name`,
  );
  return rows.map(({ format, ...health }) => ({
    ...health,
    outdated: format !== null && format !== indexFormat(health.index),
  }));
}
