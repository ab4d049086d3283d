import { once } from 'node:events';
import { NotificationKind, Notifier } from '@app/notifications';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { aPerson, type TestPerson } from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const RECEIVED = 'subscription { notificationReceived { text } }';

interface Answer {
  readonly data?: { readonly notificationReceived: { readonly text: string } | null } | null;
  readonly errors?: readonly { readonly message: string }[];
}

describe('notifications over a socket', () => {
  let app: TestApp;
  let reasons = 0;
  const clients: Client[] = [];
  const address = () => `${app.url.replace('http', 'ws')}/graphql`;

  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await app.close();
  });

  /** A client whose sockets carry these headers. */
  const clientWith = (headers: Record<string, string>, connectionParams = {}): Client => {
    const client = createClient({
      url: address(),
      lazy: true,
      retryAttempts: 0,
      connectionParams,
      webSocketImpl: class extends WebSocket {
        constructor(url: string, protocols: string[]) {
          super(url, protocols, { headers });
        }
      },
    });
    clients.push(client);
    return client;
  };
  const bearer = ({ token }: TestPerson) => ({ authorization: `Bearer ${token}` });
  const tell = (userId: string, zh = '临安铸造', en = 'Lin’an Castings') =>
    app.get(Notifier).notifyUsers({
      userIds: [userId],
      kind: NotificationKind.CLAIM_DECIDED,
      code: 'NOTICE_CLAIM_APPROVED',
      words: { organization: { zh, en } },
      origin: `live:${++reasons}`,
    });
  /** The first answer to a subscription while work goes on being done, since nothing says when a subscription holds. */
  const firstAnswer = async (client: Client, work: () => Promise<unknown>): Promise<Answer> => {
    const answers = client.iterate<Answer['data']>({ query: RECEIVED });
    const first = answers.next();
    const working = setInterval(() => void work(), 100);
    try {
      return (await first).value as Answer;
    } finally {
      clearInterval(working);
      await answers.return?.();
    }
  };
  /** The code with which a socket is closed that only introduces itself, or the status with which it is refused. */
  const ending = async (headers: Record<string, string>, ...messages: object[]): Promise<number> => {
    const socket = new WebSocket(address(), 'graphql-transport-ws', { headers });
    socket.on('open', () => {
      for (const message of messages) socket.send(JSON.stringify(message));
    });
    return new Promise((resolve) => {
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
      socket.on('close', (code) => resolve(code));
      socket.on('error', () => undefined);
    });
  };

  it('come as they are ordered, in the language asked for, to their receiver only', async () => {
    const [person, other] = [await aPerson(app), await aPerson(app)];
    const work = async () => {
      await tell(other.user.id, '余杭模具', 'Yuhang Moulds');
      await tell(person.user.id);
    };
    const english = await firstAnswer(clientWith(bearer(person), { lang: 'en' }), work);
    expect(english.errors).toBeUndefined();
    expect(english.data?.notificationReceived?.text).toContain('Lin’an Castings');
    const chinese = await firstAnswer(clientWith(bearer(other)), work);
    expect(chinese.data?.notificationReceived?.text).toContain('余杭模具');
  });

  it('come by the session’s cookie too', async () => {
    const person = await aPerson(app);
    const client = clientWith({ cookie: `other=1; lianqiao_session=${person.token}` });
    expect((await firstAnswer(client, () => tell(person.user.id))).errors).toBeUndefined();
  });

  it('are nobody’s any more once the session has ended', async () => {
    const person = await aPerson(app);
    const client = clientWith(bearer(person));
    let ended = false;
    const answer = await firstAnswer(client, async () => {
      if (!ended) await person.client.ok('mutation { signOut { endedSessions } }');
      ended = true;
      await tell(person.user.id);
    });
    expect(answer.data?.notificationReceived ?? null).toBeNull();
  });

  it('are not for guests, nor for a page of another site that a browser lends its cookie', async () => {
    const { token } = await aPerson(app);
    const introduction = { type: 'connection_init' };
    expect(await ending({}, introduction)).toBe(4403);
    expect(await ending({ authorization: 'Bearer none' }, introduction)).toBe(4403);
    const cookie = `lianqiao_session=${token}`;
    expect(await ending({ cookie, origin: 'https://evil.example.org' })).toBe(403);
    expect(await ending({ cookie, origin: 'null' })).toBe(403);
  });

  it('share their socket with no query and no mutation, and with no document beyond the limits', async () => {
    const person = await aPerson(app);
    for (const query of [
      '{ me { name } }',
      'mutation { signOut { endedSessions } }',
      'subscription { notificationReceived { nothing } }',
      `subscription { ${Array.from({ length: 30 }, (_, i) => `a${i}: notificationReceived { title }`).join(' ')} }`,
      'subscription {',
    ]) {
      const answers = clientWith(bearer(person)).iterate({ query });
      await expect(answers.next()).rejects.toEqual(
        expect.arrayContaining([expect.objectContaining({ message: expect.any(String) as string })]),
      );
    }
    expect(await person.client.ok('{ me { id } }')).toEqual({ me: { id: person.id } });
  });

  it('end with the API', async () => {
    const own = await createTestApp();
    const person = await aPerson(own);
    const socket = new WebSocket(`${own.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: bearer(person),
    });
    await once(socket, 'open');
    const closed = once(socket, 'close') as Promise<[number]>;
    await own.close();
    expect((await closed)[0]).toBe(1001);
  });
});
