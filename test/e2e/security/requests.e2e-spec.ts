import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { GUEST } from '@app/identity';
import { LoaderScope } from '@app/kernel';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getIntrospectionQuery, graphql } from 'graphql';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { createProductionApp } from './production-app.spec-support.js';
import { post, raw, type RawAnswer, reasonOf } from './raw-request.spec-support.js';

const SIGN_OUT = 'mutation { signOut { sessions: endedSessions } }';

/** A mutation that a link on another site's page could trigger; the header is one that such a link cannot send. */
const getMutation = (url: string): Promise<Response> =>
  fetch(`${url}/graphql?query=${encodeURIComponent(SIGN_OUT)}`, {
    headers: { 'x-apollo-operation-name': 'x' },
  });

/** A front door on the same schema that executes whatever comes by GET. */
async function carelessDoor(app: TestApp): Promise<Server> {
  const { schema } = app.get(GraphQLSchemaHost);
  const contextValue = {
    viewer: GUEST,
    locale: 'en',
    loaders: new LoaderScope(),
    setSessionCookie: () => undefined,
    setDeviceCookie: () => undefined,
  };
  const server = createServer((request, reply) => {
    const source = new URL(request.url ?? '', 'http://localhost').searchParams.get('query') ?? '';
    void graphql({ schema, source, contextValue }).then((result) => reply.end(JSON.stringify(result)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

describe('requests in production', () => {
  let app: TestApp;

  beforeAll(async () => {
    const arrival = { headersMs: 1000, requestMs: 1000, lookEveryMs: 50 };
    app = await createProductionApp({ bodyBytes: 10_000, arrival });
  });

  afterAll(() => app.close());

  it('are no mutations by GET', async () => {
    const response = await getMutation(app.url);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await response.json()).not.toHaveProperty('data');
  });

  it('would be mutations by GET behind a careless front door', async () => {
    const door = await carelessDoor(app);
    const { port } = door.address() as AddressInfo;
    try {
      const response = await getMutation(`http://127.0.0.1:${port}`);
      expect(await response.json()).toEqual({ data: { signOut: { sessions: 0 } } });
    } finally {
      door.close();
    }
  });

  it('do not find an editor', async () => {
    expect((await raw(app, '/graphiql')).status).toBe(404);
    expect((await raw(app, '/graphql', { headers: { accept: 'text/html' } })).status).toBe(400);
  });

  it.each<[string, RequestInit, number, string]>([
    [
      'too large',
      { body: JSON.stringify({ query: `{ me { name } } #${'x'.repeat(20_000)}` }) },
      413,
      'BODY_TOO_LARGE',
    ],
    ['broken JSON', { body: '{"query": ' }, 400, 'BODY_NOT_UNDERSTOOD'],
    [
      'of an unknown kind',
      { body: '<query/>', headers: { 'content-type': 'application/xml' } },
      415,
      'BODY_NOT_UNDERSTOOD',
    ],
  ])('with a body that is %s are refused in the reader’s language', async (_, init, status, reason) => {
    for (const [language, word] of [
      ['zh', /请求内容/],
      ['en', /request/],
    ] as const) {
      const headers = { 'content-type': 'application/json', 'accept-language': language, ...init.headers };
      const answer = await raw(app, '/graphql', { method: 'POST', ...init, headers });
      expect([answer.status, reasonOf(answer)]).toEqual([status, reason]);
      expect(answer.body?.errors?.[0]?.message).toMatch(word);
    }
  });

  it.each([
    ['headers', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Ty'],
    [
      'a body',
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"query": "',
    ],
  ])('that break off within %s are told so, and their connection is closed', async (_, half) => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
    let told = '';
    socket.setEncoding('utf8').on('data', (text: string) => (told += text));
    socket.write(half);
    await once(socket, 'close');
    expect(told).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('for a persisted query obey the limits, when it is registered and afterwards', async () => {
    const query = `{ regions(first: 1) { ${Array.from({ length: 16 }, (_, i) => `a${i}: name`).join(' ')} } }`;
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    expect(reasonOf(await post(app, { query, extensions }))).toBe('QUERY_TOO_MANY_ALIASES');
    expect(reasonOf(await post(app, { extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('for a known document are measured with the variables of each', async () => {
    const query =
      'query ($n: Int!) { procurementNeeds(first: $n) { edges { node { organization { capabilities(first: $n) { edges { node { title } } } } } } } }';
    for (let i = 0; i < 4; i++) {
      const cheap: RawAnswer = await post(app, { query, variables: { n: 2 } });
      expect([cheap.status, cheap.body?.errors]).toEqual([200, undefined]);
      expect(reasonOf(await post(app, { query, variables: { n: 100 } }))).toBe('QUERY_TOO_EXPENSIVE');
    }
  });
});

describe('requests in development', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
  });

  afterAll(() => app.close());

  it('may look at the whole schema, as GraphiQL does', async () => {
    const query = getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true });
    const answer = await post(app, { query });
    expect([answer.status, answer.body?.errors]).toEqual([200, undefined]);
    expect(answer.body?.data).toHaveProperty('__schema.types');
    expect((await raw(app, '/graphiql')).status).toBe(200);
  });
});
