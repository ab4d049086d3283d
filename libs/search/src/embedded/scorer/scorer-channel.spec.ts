import { MessageChannel } from 'node:worker_threads';
import { RemoteScorer, type Scorer } from './scorer-channel.js';
import { serveScorer } from './scorer.worker.js';

const QUERY = {
  index: 'capabilities',
  filter: [],
  facets: [],
  sort: [],
  offset: 0,
  limit: 1,
  texts: false,
} as const;

function connect(scorer: Partial<Scorer>): { remote: RemoteScorer; close: () => void } {
  const { port1, port2 } = new MessageChannel();
  serveScorer(port2, scorer as Scorer);
  const close = () => port1.close();
  return { remote: new RemoteScorer(port1, () => Promise.resolve(close())), close };
}

describe('a scorer at the other end of a channel', () => {
  it('answers calls as they were asked, in any order of their ends', async () => {
    const ends: (() => void)[] = [];
    const { remote, close } = connect({
      frequencies: (_index, lists) =>
        new Promise((resolve) => ends.push(() => resolve({ documents: lists.length, frequencies: [] }))),
      recall: () => Promise.resolve([{ id: 'a', scores: [0.5] }]),
    });
    const one = remote.frequencies('needs', [['a']]);
    const two = remote.frequencies('needs', [['a'], ['b']]);
    expect(await remote.recall('needs', [])).toEqual([{ id: 'a', scores: [0.5] }]);
    ends.reverse().forEach((end) => end());
    expect([(await one).documents, (await two).documents]).toEqual([1, 2]);
    close();
  });

  it('carries failures over with their code', async () => {
    const failure = Object.assign(new Error('relation is gone'), { code: '42P01' });
    const { remote, close } = connect({ search: () => Promise.reject(failure) });
    await expect(remote.search(QUERY)).rejects.toMatchObject({ message: 'relation is gone', code: '42P01' });
    close();
  });

  it('tells what to expect before anything that is asked later', async () => {
    const told: unknown[] = [];
    const { remote, close } = connect({
      expect: (...position) => void told.push(position),
      recall: () => Promise.resolve([{ id: JSON.stringify(told), scores: [] }]),
    });
    remote.expect('needs', 3, 44);
    expect(await remote.recall('needs', [])).toEqual([{ id: '[["needs",3,44]]', scores: [] }]);
    close();
  });

  it('fails open and later calls once the other end is gone', async () => {
    const { remote, close } = connect({ search: () => new Promise(() => undefined) });
    const open = remote.search(QUERY);
    remote.fail(new Error('the thread ended'));
    await expect(open).rejects.toThrow('the thread ended');
    await expect(remote.search(QUERY)).rejects.toThrow('the thread ended');
    close();
  });
});
