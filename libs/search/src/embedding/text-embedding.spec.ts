import { EmbeddingLoop, pauseAfter, type TextEmbedding } from './text-embedding.js';
import type { EmbeddingSettings } from './embedding-model.js';

const SETTINGS: EmbeddingSettings = {
  url: 'http://127.0.0.1:1',
  key: undefined,
  model: { name: 'trade-texts', version: '1', dimensions: 64 },
  privateNeeds: false,
};

/** An embedding whose steps are written down; the promise comes true when as many were taken as were left to do. */
function written(settings: EmbeddingSettings | null, steps: number) {
  const calls: string[] = [];
  let done = (): void => undefined;
  const finished = new Promise<void>((resolve) => (done = resolve));
  const step = () => {
    calls.push('step');
    const taken = calls.filter((call) => call === 'step').length;
    if (taken === steps) done();
    return Promise.resolve(taken < steps);
  };
  const begin = () => Promise.resolve(void calls.push('begin'));
  const embedding = {
    settings,
    runStep: step,
    beginModel: begin,
    tidyModels: () => Promise.resolve(),
  };
  return { calls, finished, loop: new EmbeddingLoop(embedding as unknown as TextEmbedding) };
}

describe('the loop of the outside model', () => {
  it('begins once and takes steps as long as there is something to do', async () => {
    const { calls, finished, loop } = written(SETTINGS, 4);
    loop.startLoop();
    await finished;
    await loop.stopLoop();
    expect(calls).toEqual(['begin', 'step', 'step', 'step', 'step']);
  });

  it('does nothing where no embedder is used', async () => {
    const { calls, loop } = written(null, 1);
    loop.startLoop();
    await loop.stopLoop();
    expect(calls).toEqual([]);
  });

  it('leaves an embedder that fails alone for longer and longer, at most five minutes', () => {
    expect([1, 2, 3, 9, 10, 1000].map(pauseAfter)).toEqual([1000, 2000, 4000, 256_000, 300_000, 300_000]);
  });
});
