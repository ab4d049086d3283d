import type { EventDelivery } from '@app/database';
import { DocumentSources } from '../port/search-document.js';
import { IndexConsumer } from './index-consumer.js';
import { announcedListings, ListSource, MemoryEngine, plain } from './index-fakes.spec-support.js';

const delivery = (aggregateType: string, aggregateId: string, id = '1'): EventDelivery => ({
  id,
  eventId: id,
  type: `${aggregateType}Changed`,
  aggregateType,
  aggregateId,
  ids: {},
  attempts: 1,
});

function consumerOf(source: ListSource) {
  const sources = new DocumentSources();
  sources.registerSource(source);
  const engine = new MemoryEngine();
  const { announced, searchable } = announcedListings();
  const noted: string[] = [];
  const note = (_index: string, present: readonly { id: string }[], gone: readonly string[] = []) => {
    noted.push(...present.map(({ id }) => id), ...gone.map((id) => `gone ${id}`));
    return Promise.resolve();
  };
  return {
    consumer: new IndexConsumer(sources, engine, searchable, { noteListings: note }),
    engine,
    announced,
    noted,
  };
}

describe('the index consumer', () => {
  it('indexes what changed often once, in its present state', async () => {
    const source = new ListSource([plain('a', 7), plain('b')]);
    const { consumer, engine } = consumerOf(source);
    await consumer.handle([delivery('Capability', 'a', '1'), delivery('Capability', 'a', '2')]);
    expect(source.loads).toEqual([['a']]);
    expect(engine.applied).toEqual([{ upsert: [plain('a', 7)], remove: [] }]);
  });

  it('says that a change can be found once the engine has it, also of what is gone', async () => {
    const { consumer, engine, announced } = consumerOf(new ListSource([plain('a')]));
    await consumer.handle([delivery('Capability', 'a'), delivery('Capability', 'gone')]);
    expect(announced).toEqual(['Capability a', 'Capability gone']);
    engine.apply = () => Promise.reject(new Error('does not fit'));
    await expect(consumer.handle([delivery('Capability', 'a')])).rejects.toThrow();
    expect(announced).toHaveLength(2);
  });

  it('hands over what listings say now, and what is gone', async () => {
    const { consumer, noted } = consumerOf(new ListSource([plain('a')]));
    await consumer.handle([delivery('Capability', 'a'), delivery('Capability', 'gone')]);
    expect(noted).toEqual(['a', 'gone gone']);
  });

  it('removes what is not to be found any more', async () => {
    const { consumer, engine } = consumerOf(new ListSource([plain('a')]));
    await consumer.handle([delivery('Capability', 'a'), delivery('Capability', 'gone')]);
    expect(engine.applied).toEqual([{ upsert: [plain('a')], remove: ['gone'] }]);
  });

  it('reaches the documents that show what changed, in portions', async () => {
    const many = Array.from({ length: 1200 }, (_, i) => plain(`c${String(i).padStart(4, '0')}`));
    const { consumer, engine } = consumerOf(new ListSource(many, { org: many.map(({ id }) => id) }));
    await consumer.handle([delivery('Organization', 'org')]);
    expect(engine.held.size).toBe(1200);
    expect(Math.max(...engine.applied.map(({ upsert }) => upsert.length))).toBeLessThanOrEqual(500);
  });

  it('passes over what no document shows', async () => {
    const { consumer, engine } = consumerOf(new ListSource([plain('a')]));
    await consumer.handle([delivery('Quotation', 'a'), delivery('Organization', 'unknown')]);
    expect(engine.applied).toEqual([]);
  });

  it('fails as a whole when the engine refuses, so that the relay can bisect', async () => {
    const { consumer, engine } = consumerOf(new ListSource([plain('a')]));
    engine.apply = () => Promise.reject(new Error('does not fit'));
    await expect(consumer.handle([delivery('Capability', 'a')])).rejects.toThrow('does not fit');
  });
});
