import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What can be wrong with an answer of the embedder. */
export type EmbedderTrouble =
  'UNAVAILABLE' | 'BUSY' | 'HANGS' | 'TRUNCATED' | 'NOT_JSON' | 'WRONG_DIMENSIONS' | 'TOO_FEW';

/** A question as the stand-in saw it. */
export interface SeenQuestion {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly model: string;
  readonly input: readonly string[];
  /** How many numbers a vector is to have; absent where the question did not say. */
  readonly dimensions?: number;
}

const KNOWN_FIELDS = ['model', 'input', 'encoding_format', 'dimensions'];

/** A vector of a text that is the same on every run: its pairs of characters, counted into places by their code points. */
export function standInVector(text: string, dimensions: number): number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  const characters = [...text.toLowerCase()];
  characters.forEach((character, i) => {
    const pair = `${character}${characters[i + 1] ?? ''}`;
    const place = [...pair].reduce((sum, each) => (sum * 31 + each.codePointAt(0)!) % 65_521, 7) % dimensions;
    vector[place] = vector[place]! + 1;
  });
  return vector;
}

/** A small embedder on this machine that answers `POST /v1/embeddings`, refuses what it does not know, and fails when told to. */
export class EmbedderStandIn {
  readonly seen: SeenQuestion[] = [];
  /** Of how many numbers the vectors are, where the question does not say. */
  dimensions = 64;
  /** Whether vectors can be had shorter: some models refuse a question that names dimensions. */
  takesDimensions = true;
  /** Texts that are refused with 400, as too long or empty ones are. */
  refuses: (text: string) => boolean = () => false;
  private trouble: EmbedderTrouble | undefined;
  private readonly hanging = new Set<ServerResponse>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<EmbedderStandIn> {
    const server = createServer();
    const standIn = new EmbedderStandIn(server);
    server.on('request', (request, response) => void standIn.serve(request, response));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Every text that was ever sent. */
  get sent(): string[] {
    return this.seen.flatMap(({ input }) => input);
  }

  /** Fails every question in one way, until it is mended. */
  fail(trouble: EmbedderTrouble): void {
    this.trouble = trouble;
  }

  mend(): void {
    this.trouble = undefined;
  }

  async stop(): Promise<void> {
    for (const response of this.hanging) response.destroy();
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const question = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
    const [model, input] = [String(question['model']), question['input'] as string[]];
    const path = request.url ?? '';
    const asked = question['dimensions'] === undefined ? {} : { dimensions: Number(question['dimensions']) };
    this.seen.push({ path, authorization: request.headers.authorization, model, input, ...asked });
    if (this.trouble === 'HANGS') return void this.hanging.add(response);
    if (this.trouble === 'UNAVAILABLE') return void response.writeHead(500).end('<html>down</html>');
    if (this.trouble === 'BUSY') return void response.writeHead(429, { 'retry-after': '1' }).end('{}');
    const unknown = Object.keys(question).some((field) => !KNOWN_FIELDS.includes(field));
    if (request.method !== 'POST' || path !== '/v1/embeddings') return void response.writeHead(404).end('{}');
    const refused = asked.dimensions !== undefined && !this.takesDimensions;
    if (unknown || refused || input.some((text) => text === '' || this.refuses(text)))
      return void response.writeHead(400).end('{"error":{"message":"invalid input"}}');
    const text = this.answer(model, input, asked.dimensions ?? this.dimensions);
    if (this.trouble === 'NOT_JSON') return void response.writeHead(200).end('<html>welcome</html>');
    const sent = this.trouble === 'TRUNCATED' ? text.slice(0, text.length / 2) : text;
    response.writeHead(200, { 'content-type': 'application/json' }).end(sent);
  }

  /** Vectors come in any order, with the place of their text. */
  private answer(model: string, input: readonly string[], wanted: number): string {
    const dimensions = this.trouble === 'WRONG_DIMENSIONS' ? wanted - 1 : wanted;
    const data = input.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: standInVector(text, dimensions),
    }));
    const given = this.trouble === 'TOO_FEW' ? data.slice(1) : data.reverse();
    return JSON.stringify({
      object: 'list',
      model,
      data: given,
      usage: { prompt_tokens: 1, total_tokens: 1 },
    });
  }
}
