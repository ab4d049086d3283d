import { dataSourceOptions, type Jobs, Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { DocumentSources, Embedder, MeilisearchSearchEngine, Reindexer, sentText } from '@app/search';
import { DataSource } from 'typeorm';
import { EmbeddingBatch, TextEmbedding } from '../../../../libs/search/src/embedding/text-embedding.js';
import { EmbeddingModelsRepository } from '../../../../libs/search/src/embedding/embedding-models.repository.js';
import type { EmbeddingSettings } from '../../../../libs/search/src/embedding/embedding-model.js';
import { EmbeddingTasksRepository } from '../../../../libs/search/src/embedding/embedding-tasks.repository.js';
import { EmbeddingModelsService } from '../../../../libs/search/src/embedding/embedding-models.service.js';
import { DocumentVectors, ListingTexts } from '../../../../libs/search/src/embedding/listing-texts.js';
import {
  ListingTextsRepository,
  TextVectorsRepository,
} from '../../../../libs/search/src/embedding/text-vectors.repository.js';
import { ListSource } from '../../../../libs/search/src/indexing/index-fakes.spec-support.js';
import { EmbedderStandIn, standInVector } from '../../../support/embedder/embedder-stand-in.js';
import { documentAt, idAt } from '../contract/contract-documents.js';
import { type AdapterFixture, openAdapter } from './adapter-fixture.js';

const model = (version: string) => ({ name: 'trade-texts', version, dimensions: 64 });

let fixture: AdapterFixture;
let standIn: EmbedderStandIn;
let dataSource: DataSource;
let source: ListSource;
let market: ReturnType<typeof open>;

/** What the worker has, before the stand-ins of both servers. */
function open(version: string) {
  const transactions = new Transactions(dataSource);
  const settings: EmbeddingSettings = {
    url: standIn.url,
    key: undefined,
    model: model(version),
    privateNeeds: false,
  };
  const models = new EmbeddingModelsRepository(transactions);
  const [vectors, tasks] = [
    new TextVectorsRepository(transactions),
    new EmbeddingTasksRepository(transactions),
  ];
  const listings = new ListingTextsRepository(transactions);
  const texts = new ListingTexts(settings, transactions, models, listings, tasks);
  const engine = new MeilisearchSearchEngine({
    url: fixture.server.url,
    keys: { search: 's', index: 'i', admin: 'a' },
    databaseUrl: fixture.databaseUrl,
    vectors: new DocumentVectors(models, vectors),
  });
  const sources = new DocumentSources();
  sources.registerSource(source);
  const ordered: string[] = [];
  const jobs = { enqueue: ({ name }: { name: string }) => Promise.resolve(void ordered.push(name)) };
  const service = new EmbeddingModelsService(
    settings,
    models,
    tasks,
    vectors,
    engine,
    jobs as unknown as Jobs,
    transactions,
    new Clock(),
  );
  const batch = new EmbeddingBatch(new Embedder(settings), tasks, vectors, listings, sources, engine);
  const embedding = new TextEmbedding(settings, models, service, tasks, texts, sources, batch);
  const reindexer = new Reindexer(sources, engine, fixture.databaseUrl, texts);
  return { engine, embedding, texts, models, reindexer, ordered };
}

beforeAll(async () => {
  [fixture, standIn] = [await openAdapter(), await EmbedderStandIn.start()];
  dataSource = await new DataSource(dataSourceOptions(fixture.databaseUrl, 4)).initialize();
  source = new ListSource(
    ['铝合金压铸', '精密注塑', '数控车削'].map((title, place) => documentAt(place, { title })),
  );
  market = open('1');
});
afterAll(async () => {
  await market.engine.close();
  await dataSource.destroy();
  await standIn.stop();
  await fixture.stop();
});

const computeAll = async () => {
  while (await market.embedding.runStep());
};
const nearest = async (text: string, modelId: string) => {
  const components = standInVector(sentText(text), 64);
  return (await market.engine.nearest('capabilities', { field: `m${modelId}`, components }, 2)).map(
    ({ id }) => id,
  );
};
const current = async () => (await market.models.findCurrent())!.id;
const change = async (place: number, title: string, version: number) => {
  const document = documentAt(place, { title, version });
  source.documents = [...source.documents.filter(({ id }) => id !== document.id), document].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  await market.engine.apply('capabilities', { upsert: [document], remove: [] });
  await market.texts.noteListings('capabilities', [document]);
};

describe('vectors in an index of Meilisearch', () => {
  it('come in by a rebuild that a complete model orders, and none before', async () => {
    await market.reindexer.rebuildIndexes(['capabilities']);
    await market.embedding.beginModel();
    await computeAll();
    expect(market.ordered).toEqual(['rebuild-indexes']);
    expect(await nearest('铝合金压铸', await current())).toEqual([]);
    expect((await market.engine.health()).indexes).toMatchObject([{ index: 'capabilities', outdated: true }]);
    await market.reindexer.rebuildIndexes(['capabilities']);
    expect(await nearest('铝合金压铸', await current())).toContain(idAt(0));
    expect((await market.engine.health()).indexes).toMatchObject([
      { index: 'capabilities', outdated: false },
    ]);
  });

  it('come in after a change as soon as they are computed, and never keep the change itself back', async () => {
    standIn.fail('UNAVAILABLE');
    await change(3, '激光切割', 1);
    await expect(market.embedding.runStep()).rejects.toThrow('answers 500');
    expect((await market.engine.versions('capabilities', null, 10)).map(({ id }) => id)).toContain(idAt(3));
    expect(await nearest('激光切割', await current())).not.toContain(idAt(3));
    standIn.mend();
    await computeAll();
    expect((await nearest('激光切割', await current()))[0]).toBe(idAt(3));
  });

  it('are not sent again when the engine failed to take them', async () => {
    await change(4, '电火花加工', 1);
    const sent = standIn.seen.length;
    fixture.server.trouble(/documents/, 'UNAVAILABLE', 20);
    await expect(market.embedding.runStep()).rejects.toThrow();
    fixture.server.mend();
    await computeAll();
    expect(standIn.seen).toHaveLength(sent + 1);
    expect((await nearest('电火花加工', await current()))[0]).toBe(idAt(4));
  });

  it('of a model that is gone do not keep changes from being found by words', async () => {
    await dataSource.query('delete from embedding_model');
    await change(5, '真空钎焊', 1);
    const { hits } = await market.engine.search({
      index: 'capabilities',
      text: '真空钎焊',
      page: 1,
      hitsPerPage: 5,
    });
    expect(hits.map(({ id }) => id)).toEqual([idAt(5)]);
  });

  it('of another model take their place with the next rebuild', async () => {
    await market.engine.close();
    market = open('2');
    await market.embedding.beginModel();
    await computeAll();
    await market.reindexer.rebuildIndexes(['capabilities']);
    const id = await current();
    expect((await nearest('真空钎焊', id))[0]).toBe(idAt(5));
    expect(fixture.server.store.index('lianqiao_capabilities').settings['embedders']).toEqual({
      [`m${id}`]: { source: 'userProvided', dimensions: 64 },
    });
  });
});
