import type { TestApp } from '../../support/test-app.js';

/** An answer as it came, whether it is GraphQL's or not. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; null when it is none. */
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions?: Record<string, unknown>;
    }[];
  } | null;
}

/** Sends a request as it is, without the headers that a well-behaved client adds. */
export async function raw(app: TestApp, path: string, init: RequestInit = {}): Promise<RawAnswer> {
  const response = await fetch(`${app.url}${path}`, init);
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, text, body: parsed(text) };
}

/** Posts a JSON body to the API. */
export function post(app: TestApp, body: unknown, headers: Record<string, string> = {}): Promise<RawAnswer> {
  return raw(app, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify(body),
  });
}

/** Code of the first error, ours before GraphQL's. */
export function reasonOf({ body }: RawAnswer): unknown {
  const extensions = body?.errors?.[0]?.extensions;
  return extensions?.['reason'] ?? extensions?.['code'];
}

function parsed(text: string): RawAnswer['body'] {
  try {
    return JSON.parse(text) as RawAnswer['body'];
  } catch {
    return null;
  }
}
