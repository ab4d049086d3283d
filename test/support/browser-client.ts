import { request } from 'node:http';
import type { TestApp } from './test-app.js';

/**
 * A browser as the API sees it: it comes from a network address of its own (every 127.x.x.x is this machine) and keeps
 * the cookies that it is given.
 */
export class BrowserClient {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly app: TestApp,
    private readonly address: string,
    private readonly language: 'zh' | 'en' = 'zh',
  ) {}

  /** The value of a cookie that the browser holds. */
  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** Puts a cookie into the browser. */
  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  /** Takes the browser to another network. */
  movedTo(address: string): BrowserClient {
    const moved = new BrowserClient(this.app, address, this.language);
    for (const [name, value] of this.cookies) moved.setCookie(name, value);
    return moved;
  }

  /** Sends an operation that must succeed and gives its data. */
  async ok<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const text = await this.post(JSON.stringify({ query, variables }));
    const { data, errors } = JSON.parse(text) as { data?: Data; errors?: unknown[] };
    if (errors || !data) throw new Error(`unexpected errors: ${JSON.stringify(errors)}`);
    return data;
  }

  private post(body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.app.url}/graphql`,
        {
          method: 'POST',
          agent: false,
          localAddress: this.address,
          headers: {
            'content-type': 'application/json',
            'accept-language': this.language,
            cookie: [...this.cookies].map((pair) => pair.join('=')).join('; '),
          },
        },
        (response) => {
          for (const line of response.headers['set-cookie'] ?? []) {
            const [name = '', value = ''] = line.split(';')[0]!.split('=');
            this.cookies.set(name, value);
          }
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (piece: string) => (text += piece));
          response.on('end', () => resolve(text));
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
