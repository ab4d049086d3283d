import type { SearchEngine } from '@app/search';
import { changes } from './changes.js';
import { chineseRecall } from './chinese-recall.js';
import { filtersAndFacets } from './filters-and-facets.js';
import { highlighting } from './highlighting.js';
import { ordersAndPages } from './orders-and-pages.js';
import { rebuilds } from './rebuilds.js';
import { otherNames } from './other-names.js';
import { recalls } from './recalls.js';
import { relevancePairs } from './relevance-pairs.js';
import { vectors } from './vectors.js';

/** A real server makes its keys and indexes one task after the other. */
const PATIENCE_MS = 120_000;

/** An engine to try, with what ends it. */
export interface EngineUnderTest {
  readonly engine: SearchEngine;
  stop(): Promise<void>;
}

/** What every search engine of the platform must do, as Jest tests. */
export function describeSearchContract(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`search contract: ${name}`, () => {
    let tried: EngineUnderTest;
    beforeAll(async () => {
      tried = await start();
    }, PATIENCE_MS);
    afterAll(() => tried.stop(), PATIENCE_MS);
    const engine = () => tried.engine;

    describe('filters and facets', () => filtersAndFacets(engine));
    describe('orders and pages', () => ordersAndPages(engine));
    describe('Chinese recall', () => chineseRecall(engine));
    describe('other names', () => otherNames(engine));
    describe('relevance', () => relevancePairs(engine));
    describe('highlighting', () => highlighting(engine));
    describe('changes', () => changes(engine));
    describe('rebuilds', () => rebuilds(engine));
    describe('recall for matching', () => recalls(engine));
    describe('vectors', () => vectors(engine));
  });
}
