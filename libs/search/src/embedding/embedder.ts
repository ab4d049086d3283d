import { z } from 'zod';
import type { EmbeddingSettings } from './embedding-model.js';

/** The embedder does not answer, or its answer is unusable. Nothing is lost: the call is repeated later. */
export class EmbedderAwayError extends Error {
  constructor(readonly reason: string) {
    super(`embedder: ${reason}`);
    this.name = 'EmbedderAwayError';
  }
}

/** The embedder understood a question and will not answer it, because of one of its texts. */
export class TextRefusedError extends Error {
  constructor(readonly reason: string) {
    super(`embedder: ${reason}`);
    this.name = 'TextRefusedError';
  }
}

/** A question that the embedder refuses for what stands in it, not for the moment. */
const REFUSALS: ReadonlySet<number> = new Set([400, 413, 422]);
const ANSWER = z.object({
  data: z.array(z.object({ index: z.number().int().min(0), embedding: z.array(z.number()) })),
});

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** An external model that turns texts into vectors, with the API of OpenAI (`POST /v1/embeddings`). */
export class Embedder {
  /** Whether the service takes the number of dimensions in a question; undefined until it has answered one. */
  private takesDimensions: boolean | undefined;

  constructor(private readonly settings: Pick<EmbeddingSettings, 'url' | 'key'>) {}

  /**
   * The vector of each text, in order. Throws EmbedderAwayError when there is no usable answer in time, TextRefusedError
   * when the embedder will not take one of the texts. Models that can give shorter vectors are asked for `dimensions` of them;
   * a service that refuses to be asked so is asked without.
   */
  async embed(
    texts: readonly string[],
    model: { readonly name: string; readonly dimensions: number },
    timeoutMs: number,
  ): Promise<number[][]> {
    const { status, body } = await this.askFor(
      { model: model.name, input: texts },
      model.dimensions,
      timeoutMs,
    );
    if (REFUSALS.has(status)) throw new TextRefusedError(`answers ${status}`);
    if (status !== 200) throw new EmbedderAwayError(`answers ${status}`);
    return vectorsOf(body, texts.length, model.dimensions);
  }

  private async askFor(question: object, dimensions: number, timeoutMs: number): Promise<Answer> {
    const started = performance.now();
    if (this.takesDimensions !== false) {
      const answer = await this.ask({ ...question, dimensions }, timeoutMs);
      if (answer.status === 200) this.takesDimensions = true;
      if (this.takesDimensions || !REFUSALS.has(answer.status)) return answer;
    }
    const left = Math.max(1, Math.ceil(timeoutMs - (performance.now() - started)));
    const answer = await this.ask(question, left);
    if (answer.status === 200) this.takesDimensions = false;
    return answer;
  }

  private async ask(question: object, timeoutMs: number): Promise<Answer> {
    const { url, key } = this.settings;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await fetch(endpointOf(url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
        body: JSON.stringify({ ...question, encoding_format: 'float' }),
        redirect: 'error',
        signal,
      });
      return { status: answer.status, body: await answer.text() };
    } catch (error) {
      if (signal.aborted) throw new EmbedderAwayError(`no answer within ${timeoutMs} ms`);
      const { cause } = error as { cause?: { code?: string } };
      throw new EmbedderAwayError(cause?.code ?? 'the connection broke');
    }
  }
}

/** Addresses are given with or without `/v1`, as other programs take them. */
function endpointOf(url: string): string {
  const base = url.replace(/\/+$/, '');
  if (base.endsWith('/embeddings')) return base;
  return base.endsWith('/v1') ? `${base}/embeddings` : `${base}/v1/embeddings`;
}

function vectorsOf(body: string, count: number, dimensions: number): number[][] {
  const answer = ANSWER.safeParse(parsed(body));
  if (!answer.success) throw new EmbedderAwayError('the answer holds no vectors');
  const ordered = [...answer.data.data].sort((a, b) => a.index - b.index);
  if (ordered.length !== count || ordered.some(({ index }, i) => index !== i))
    throw new EmbedderAwayError(`${ordered.length} vectors for ${count} texts`);
  const other = ordered.find(({ embedding }) => embedding.length !== dimensions);
  if (other) throw new EmbedderAwayError(`vectors of ${other.embedding.length} numbers, not ${dimensions}`);
  return ordered.map(({ embedding }) => embedding);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
