import type { Settings } from 'meilisearch';
import { createHash } from 'node:crypto';
import { CONCEPT_FIELD, INDEX_NAMES, type IndexName, indexSchema } from '../../port/index-schemas.js';
import type { VectorField, VectorSource } from '../../port/recall.js';
import type { IndexHealth } from '../../port/search-engine.js';
import { MAX_FACET_VALUES } from '../../port/search-request.js';
import { LEAST_TYPO_LENGTH } from '../../text/near-words.js';
import { CODED_ATTRIBUTES, LATIN_ATTRIBUTE } from './server-document.js';
import { MeilisearchServer, type ServerOptions } from './meilisearch-server.js';

/** Raised whenever documents are made or cut otherwise than before, so that health asks for a rebuild. */
const DOCUMENT_FORMAT = 1;

/** Beyond this many the server stops counting; its own default of 1,000 would be reached by every common word. */
export const MAX_TOTAL_HITS = 1_000_000;

/** Two more than anybody lists, so that values of equal count are cut off by our own order. */
const COUNTED_FACET_VALUES = 2 * MAX_FACET_VALUES;

/** The word under which an index carries the version of its settings and documents. */
const FORMAT_WORD = 'lianqiaoformat';

/** All settings of an index except its format. */
function plainSettings(index: IndexName, vectors: VectorField | null): Settings {
  const { fields } = indexSchema(index);
  const exact = { facetSearch: false, filter: { equality: true, comparison: false } };
  const ranges = { facetSearch: false, filter: { equality: true, comparison: true } };
  const numbers = fields.filter(({ kind }) => kind === 'NUMBER').map(({ name }) => name);
  const values = fields.filter(({ kind }) => kind !== 'NUMBER').map(({ name }) => name);
  return {
    searchableAttributes: [...CODED_ATTRIBUTES, LATIN_ATTRIBUTE],
    displayedAttributes: ['*'],
    filterableAttributes: [
      { attributePatterns: [...new Set(['id', CONCEPT_FIELD, ...values])], features: exact },
      { attributePatterns: numbers, features: ranges },
    ],
    sortableAttributes: fields.filter(({ sortable }) => sortable).map(({ name }) => name),
    rankingRules: ['sort', 'words', 'typo', 'attributeRank'],
    // With several languages allowed, short Chinese texts pass for Japanese.
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
    typoTolerance: {
      enabled: true,
      disableOnAttributes: [...CODED_ATTRIBUTES],
      disableOnNumbers: true,
      minWordSizeForTypos: { oneTypo: LEAST_TYPO_LENGTH, twoTypos: 9 },
    },
    // Pairs of words by their distance would be the greater part of an index of tokens that overlap.
    proximityPrecision: 'byAttribute',
    // A token is whole; its beginning is another token or none.
    prefixSearch: 'disabled',
    facetSearch: false,
    faceting: { maxValuesPerFacet: COUNTED_FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
    pagination: { maxTotalHits: MAX_TOTAL_HITS },
    searchCutoffMs: 1_500,
    ...(vectors
      ? {
          embedders: { [vectors.field]: { source: 'userProvided' as const, dimensions: vectors.dimensions } },
        }
      : {}),
  };
}

/** The version of an index's settings and documents, including the model of its vectors. */
function formatOf(index: IndexName, vectors: VectorField | null): string {
  const made = JSON.stringify([DOCUMENT_FORMAT, plainSettings(index, vectors)]);
  return createHash('sha256').update(made).digest('hex').slice(0, 16);
}

/**
 * The settings of an index. They carry their own version as a synonym that nobody can type, because settings, unlike a
 * document or a name, go along with the index when it is swapped and count nowhere.
 */
export function indexSettings(index: IndexName, vectors: VectorField | null): Settings {
  return { ...plainSettings(index, vectors), synonyms: { [FORMAT_WORD]: [formatOf(index, vectors)] } };
}

/** The version that an index's settings carry; undefined when they are not ours. */
function formatIn(settings: Settings): string | undefined {
  return settings.synonyms?.[FORMAT_WORD]?.[0];
}

/** What stands before the names of all our indexes, so that several installations can share a server. */
export const USUAL_PREFIX = 'lianqiao_';

/** The names under which one index of the platform lives on the server. */
export interface ServerIndexNames {
  /** The one that is searched. */
  readonly live: string;
  /** The one that is being built; after the swap, the old one until it is dropped. */
  readonly building: string;
  /** What changed while the other was being built. */
  readonly journal: string;
}

/** The names of an index. */
export function serverNames(prefix: string, index: IndexName): ServerIndexNames {
  const live = prefix + index;
  return { live, building: `${live}__building`, journal: `${live}__journal` };
}

/** How our indexes fare on the server; a process that may only search sees that the server answers, and no more. */
export async function indexHealths(
  server: MeilisearchServer,
  prefix: string,
  vectors: VectorSource | undefined,
): Promise<IndexHealth[]> {
  if (!server.writes) {
    await server.answers();
    return [];
  }
  const counts = await server.documentCounts();
  const healths: IndexHealth[] = [];
  for (const index of INDEX_NAMES) {
    const { live, building } = serverNames(prefix, index);
    const documents = counts.get(live);
    if (documents === undefined) continue;
    const expected = formatOf(index, (await vectors?.searched(index)) ?? null);
    const outdated = server.administers && formatIn(await server.settings(live)) !== expected;
    healths.push({ index, documents, unmerged: 0, rebuilding: counts.has(building), outdated });
  }
  return healths;
}

/** Drops every index of a prefix: what a measurement leaves on a server that belongs to somebody. */
export async function dropServerIndexes(options: ServerOptions, prefix: string): Promise<void> {
  const server = new MeilisearchServer(options);
  const present = await server.documentCounts();
  for (const index of INDEX_NAMES)
    for (const uid of Object.values(serverNames(prefix, index)) as string[])
      if (present.has(uid)) await server.deleteIndex(uid);
}
