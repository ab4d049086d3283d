import { Embedder, EmbedderAwayError, TextRefusedError } from '@app/search';
import {
  EmbedderStandIn,
  type EmbedderTrouble,
  standInVector,
} from '../../support/embedder/embedder-stand-in.js';

const MODEL = { name: 'trade-texts', dimensions: 64 };
/** Much longer than an answer on this machine takes. */
const PATIENCE = 30_000;

describe('the embedder', () => {
  let standIn: EmbedderStandIn;
  let embedder: Embedder;
  beforeAll(async () => {
    standIn = await EmbedderStandIn.start();
    embedder = new Embedder({ url: standIn.url, key: 'a-key' });
  });
  afterEach(() => standIn.mend());
  afterAll(() => standIn.stop());

  it('gives the vector of each text in order, by the calls of OpenAI', async () => {
    const vectors = await embedder.embed(['铝合金压铸', '注塑'], MODEL, PATIENCE);
    expect(vectors).toEqual([standInVector('铝合金压铸', 64), standInVector('注塑', 64)]);
    expect(standIn.seen.at(-1)).toEqual({
      path: '/v1/embeddings',
      authorization: 'Bearer a-key',
      model: 'trade-texts',
      input: ['铝合金压铸', '注塑'],
      dimensions: 64,
    });
  });

  it('is asked for vectors of the length that the settings name', async () => {
    const [vector] = await embedder.embed(['压铸'], { ...MODEL, dimensions: 16 }, PATIENCE);
    expect(vector).toEqual(standInVector('压铸', 16));
  });

  it('is asked without a length where its model refuses one, and not again', async () => {
    standIn.takesDimensions = false;
    try {
      const fixed = new Embedder({ url: standIn.url, key: undefined });
      const before = standIn.seen.length;
      await expect(fixed.embed(['压铸'], MODEL, PATIENCE)).resolves.toEqual([standInVector('压铸', 64)]);
      await expect(fixed.embed(['注塑'], MODEL, PATIENCE)).resolves.toHaveLength(1);
      expect(standIn.seen.slice(before).map(({ dimensions }) => dimensions)).toEqual([
        64,
        undefined,
        undefined,
      ]);
      await expect(fixed.embed(['压铸'], { ...MODEL, dimensions: 16 }, PATIENCE)).rejects.toThrow(
        'vectors of 64 numbers, not 16',
      );
    } finally {
      standIn.takesDimensions = true;
    }
  });

  it.each(['', '/', '/v1', '/v1/', '/v1/embeddings'])(
    'is found at an address that ends with “%s”',
    async (end) => {
      const other = new Embedder({ url: standIn.url + end, key: undefined });
      await expect(other.embed(['压铸'], MODEL, PATIENCE)).resolves.toHaveLength(1);
      expect(standIn.seen.at(-1)?.authorization).toBeUndefined();
    },
  );

  it.each<EmbedderTrouble>(['UNAVAILABLE', 'BUSY', 'TRUNCATED', 'NOT_JSON', 'WRONG_DIMENSIONS', 'TOO_FEW'])(
    'is away when its answer is %s',
    async (trouble) => {
      standIn.fail(trouble);
      await expect(embedder.embed(['压铸', '注塑'], MODEL, PATIENCE)).rejects.toThrow(EmbedderAwayError);
      standIn.mend();
      await expect(embedder.embed(['压铸'], MODEL, PATIENCE)).resolves.toHaveLength(1);
    },
  );

  it('is away when it does not answer in time, or not at all', async () => {
    standIn.fail('HANGS');
    await expect(embedder.embed(['压铸'], MODEL, 50)).rejects.toThrow('no answer within 50 ms');
    const nowhere = new Embedder({ url: 'http://127.0.0.1:1', key: undefined });
    await expect(nowhere.embed(['压铸'], MODEL, PATIENCE)).rejects.toThrow(EmbedderAwayError);
  });

  it('refuses a text for good, unlike an answer that does not come', async () => {
    standIn.refuses = (text) => text === '太长';
    await expect(embedder.embed(['压铸', '太长'], MODEL, PATIENCE)).rejects.toThrow(TextRefusedError);
  });
});
