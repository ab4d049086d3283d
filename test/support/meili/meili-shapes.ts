/** An error as Meilisearch 1.50 says it. */
export class MeiliFault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly type = 'invalid_request',
  ) {
    super(message);
  }

  /** The body of the answer. */
  get body(): string {
    const { message, code, type } = this;
    return JSON.stringify({ message, code, type, link: `https://docs.meilisearch.com/errors#${code}` });
  }
}

/** What a body may hold, by kind of call. */
const KNOWN = {
  'multi-search': ['queries'],
  query: [
    'indexUid',
    'q',
    'page',
    'hitsPerPage',
    'attributesToRetrieve',
    'filter',
    'sort',
    'facets',
    'matchingStrategy',
    'attributesToSearchOn',
    'locales',
    'vector',
    'hybrid',
    'showRankingScore',
  ],
  'documents/fetch': ['offset', 'limit', 'fields', 'filter', 'sort', 'ids', 'retrieveVectors'],
  hybrid: ['embedder', 'semanticRatio'],
  index: ['uid', 'primaryKey'],
  swap: ['indexes', 'rename'],
  key: ['uid', 'name', 'description', 'actions', 'indexes', 'expiresAt'],
  settings: [
    'displayedAttributes',
    'searchableAttributes',
    'filterableAttributes',
    'sortableAttributes',
    'rankingRules',
    'stopWords',
    'synonyms',
    'typoTolerance',
    'faceting',
    'pagination',
    'proximityPrecision',
    'facetSearch',
    'prefixSearch',
    'localizedAttributes',
    'searchCutoffMs',
    'dictionary',
    'embedders',
  ],
} as const;

/** Refuses a parameter that the server does not know, in its words. */
export function demandKnown(kind: keyof typeof KNOWN, body: object, place = ''): void {
  const known: readonly string[] = KNOWN[kind];
  for (const name of Object.keys(body)) {
    if (known.includes(name)) continue;
    const expected = known.map((one) => `\`${one}\``).join(', ');
    throw new MeiliFault(
      400,
      'bad_request',
      `Unknown field \`${name}\`${place}: expected one of ${expected}`,
    );
  }
}
