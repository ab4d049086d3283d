import { aPerson } from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { recordSpans } from './recorded-spans.js';

const UPDATE = `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }`;
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('spans, once an OpenTelemetry SDK is attached', () => {
  let app: TestApp;
  let recorder: ReturnType<typeof recordSpans>;

  beforeAll(async () => {
    app = await createTestApp();
    recorder = recordSpans();
  });
  beforeEach(() => void (recorder.spans.length = 0));
  afterAll(async () => {
    recorder.stop();
    await app?.close();
  });

  const post = (query: string, variables: object, headers: Record<string, string>) =>
    fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    }).then((answer) => answer.text());

  /** The spans of requests, which end once their answers have left. */
  const requestSpans = async (count: number) => {
    for (;;) {
      const spans = recorder.spans.filter(({ name }) => name.startsWith('POST '));
      if (spans.length >= count) return spans;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  it('follow a request within the caller’s trace, without a word of what it said', async () => {
    const { token, phone } = await aPerson(app);
    recorder.spans.length = 0;
    const headers = { authorization: `Bearer ${token}`, traceparent: `00-${TRACE}-00f067aa0ba902b7-01` };
    await post(UPDATE, { input: { name: '诸葛青云' } }, headers);
    expect((await requestSpans(1))[0]).toMatchObject({
      name: 'POST /graphql updateProfile',
      traceId: TRACE,
      parentId: '00f067aa0ba902b7',
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/graphql',
        'http.response.status_code': 200,
        'graphql.operation.name': 'updateProfile',
      },
    });
    const told = JSON.stringify(recorder.spans);
    for (const secret of ['诸葛', token, phone.slice(3)]) expect(told).not.toContain(secret);
  });

  it('have calls of the search engine inside the request, each request in a trace of its own', async () => {
    const search = `{ search(index: CAPABILITIES, text: "轴承") { total } }`;
    await Promise.all([post(search, {}, {}), post(search, {}, {})]);
    const requests = await requestSpans(2);
    const searches = recorder.spans.filter(({ name }) => name === 'search search');
    expect(new Set(requests.map(({ traceId }) => traceId)).size).toBe(2);
    // What nobody says is asked for more broadly: a request may have several calls.
    expect([...new Set(searches.map(({ parentId }) => parentId))].sort()).toEqual(
      requests.map(({ id }) => id).sort(),
    );
    expect(searches.map(({ traceId }) => traceId).sort()).toEqual(
      searches.map(({ parentId }) => requests.find(({ id }) => id === parentId)?.traceId).sort(),
    );
    expect(JSON.stringify(recorder.spans)).not.toContain('轴承');
  });
});
