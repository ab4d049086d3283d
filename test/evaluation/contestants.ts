import { Transactions } from '@app/database';
import { SearchIndex, SearchService, SearchSort } from '@app/discovery';
import { GUEST } from '@app/identity';
import { LoaderScope, readSettings } from '@app/kernel';
import { MatchFinder } from '@app/matching';
import { plainWords } from '@app/need-reading';
import { processKeys, SearchEngine, ServerAsItComes } from '@app/search';
import { BigramBm25 } from './baselines/bigram-bm25.js';
import { PostgresTextSearch } from './baselines/postgres-text-search.js';
import { type Contestant, DEPTH, type EvalDocument, type EvalTask } from './collection.js';
import type { EvalMarket } from './eval-market.js';

/** The longest text that the search box takes. */
const LONGEST = 200;

/** The platform's own answer: what the search box lists, or the suppliers that matching proposes. */
export function ourContestant(task: EvalTask, market: EvalMarket): Contestant {
  return { name: market.engine, rank: task === 'match' ? matching(market) : searchBox(market) };
}

function matching({ app, documentOf }: EvalMarket): Contestant['rank'] {
  const finder = app.get(MatchFinder, { strict: false });
  return async (text) => {
    const { matches } = await finder.findMatches(plainWords(text), DEPTH);
    return matches.map(({ candidate }) => documentOf(candidate.capabilityId));
  };
}

/** What the search box lists for a text, as a guest sees it. */
export function searchBox({ app, documentOf }: EvalMarket): Contestant['rank'] {
  const box = app.get(SearchService, { strict: false });
  return async (text) => {
    const page = await box.search(
      {
        index: SearchIndex.CAPABILITIES,
        text: [...text].slice(0, LONGEST).join(''),
        facets: [],
        sort: SearchSort.RELEVANCE,
        highlight: false,
        placesAsWords: false,
        page: 1,
        pageSize: DEPTH,
      },
      { viewer: GUEST, loaders: new LoaderScope(), locale: 'zh' },
    );
    if (page.degraded) throw new Error('The search box answered without its engine: nothing was measured.');
    return page.hits.map(({ item }) => documentOf(item.id));
  };
}

/** The baselines that need no search server, over the same documents. */
export async function plainBaselines(
  { app }: EvalMarket,
  documents: readonly EvalDocument[],
): Promise<Contestant[]> {
  const bigrams = new BigramBm25();
  for (const { id, text } of documents) bigrams.add(id, text);
  const postgres = await PostgresTextSearch.over(app.get(Transactions), documents);
  return [
    { name: 'bigram-bm25', rank: async (text) => bigrams.rank(text, DEPTH) },
    { name: 'postgres-ts-rank', rank: (text) => postgres.rank(text, DEPTH) },
  ];
}

/** What Meilisearch finds by itself for the text as it stands, over the same documents; `drop` removes its index. */
export async function meilisearchAsItComes(
  documents: readonly EvalDocument[],
): Promise<Contestant & { drop(): Promise<void> }> {
  const settings = readSettings();
  const { MEILI_URL: url = '', MEILI_PREFIX: prefix = '' } = settings;
  const texts = documents.map(({ text }) => text);
  const server = await ServerAsItComes.over({ url, keys: processKeys(settings) }, prefix, texts);
  return {
    name: 'meilisearch-as-it-comes',
    rank: async (text) => (await server.find(text, DEPTH)).flatMap((place) => documents[place]?.id ?? []),
    drop: () => server.drop(),
  };
}

/**
 * The platform's own search asked for the raw text, as if a need were not read: with our tokens, other names and evidence. What
 * matching adds to it is what reading a need is worth; a plain baseline it is not.
 */
export function withoutReading({ app, documentOf, engine: name }: EvalMarket): Contestant {
  const engine = app.get(SearchEngine, { strict: false });
  return {
    name: `${name} without reading`,
    rank: async (text) => {
      const answer = await engine.search({ index: 'capabilities', text, page: 1, hitsPerPage: DEPTH });
      return answer.hits.map(({ id }) => documentOf(id));
    },
  };
}
