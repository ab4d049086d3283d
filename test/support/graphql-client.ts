/** An error as GraphQL clients get it. */
export interface ClientError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code?: string;
    readonly reason?: string;
    readonly fields?: readonly string[];
  };
}

/** An answer as it came over HTTP. */
export interface ClientAnswer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly ClientError[];
}

/** A GraphQL client over real HTTP, in Chinese unless told otherwise. */
export class GraphqlClient {
  constructor(
    private readonly endpoint: string,
    private readonly token?: string,
    private readonly language: 'zh' | 'en' = 'zh',
  ) {}

  /** The same client in another language. */
  in(language: 'zh' | 'en'): GraphqlClient {
    return new GraphqlClient(this.endpoint, this.token, language);
  }

  /** Sends an operation and gives whatever came back. */
  async send<Data>(query: string, variables: Record<string, unknown> = {}): Promise<ClientAnswer<Data>> {
    const response = await fetch(this.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': this.language,
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { data?: Data | null; errors?: ClientError[] };
    return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  /** Sends an operation that must succeed and gives its data. */
  async ok<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const answer = await this.send<Data>(query, variables);
    if (answer.errors.length > 0 || !answer.data)
      throw new Error(`unexpected errors: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }

  /** Sends an operation that must be refused and gives the first error. */
  async refused(query: string, variables: Record<string, unknown> = {}): Promise<ClientError> {
    const answer = await this.send(query, variables);
    const [first] = answer.errors;
    if (!first) throw new Error(`expected a refusal, got ${JSON.stringify(answer.data)}`);
    return first;
  }
}
