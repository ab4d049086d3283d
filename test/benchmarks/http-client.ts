import { Agent, request } from 'node:http';

/** A plain HTTP client that keeps its connections, so that only the server is measured. */
export class BenchClient {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The answer's text; throws when the status is not 200. */
  get(path: string): Promise<string> {
    return this.send('GET', path);
  }

  /** Sends a GraphQL operation, signed in where a token is given; throws when the answer has errors. */
  async graphql<Data>(query: string, variables: Record<string, unknown> = {}, token?: string): Promise<Data> {
    const text = await this.send('POST', '/graphql', JSON.stringify({ query, variables }), token);
    const { data, errors } = JSON.parse(text) as { data: Data; errors?: unknown };
    if (errors) throw new Error(`GraphQL: ${JSON.stringify(errors).slice(0, 500)}`);
    return data;
  }

  close(): void {
    this.agent.destroy();
  }

  private send(method: string, path: string, body?: string, token?: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = {
        ...(body !== undefined && {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      };
      const outgoing = request(new URL(path, this.url), { method, agent: this.agent, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (answer.statusCode === 200) resolve(text);
          else reject(new Error(`HTTP ${answer.statusCode}: ${text.slice(0, 500)}`));
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }
}
