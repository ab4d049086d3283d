import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { dataSourceOptions, LastingClient } from '@app/database';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { ReaderDatabase, SearchDatabase } from '../../../libs/search/src/embedded/storage/search-database.js';
import { IndexLocks } from '../../../libs/search/src/meilisearch/writing/index-locks.js';

/** A message of PostgreSQL's protocol: its letter, its length, its content. */
function message(letter: string, content: string): Buffer {
  const bytes = Buffer.alloc(5 + Buffer.byteLength(content, 'latin1'));
  bytes.write(letter, 0, 'latin1');
  bytes.writeUInt32BE(bytes.length - 1, 1);
  bytes.write(content, 5, 'latin1');
  return bytes;
}

const AUTHENTICATED = message('R', '\0\0\0\0');
const READY = message('Z', 'I');
const FAREWELL = message(
  'E',
  'SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0',
);

/** A server that says in one packet that it is ready and that it is going. */
async function goingServer(): Promise<{ server: Server; url: string }> {
  const server = createServer((socket: Socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(Buffer.concat([AUTHENTICATED, READY, FAREWELL])));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, url: `postgres://somebody@127.0.0.1:${port}/anything?sslmode=disable` };
}

describe('a server that goes in the very packet in which it says that it is ready', () => {
  let going: Awaited<ReturnType<typeof goingServer>>;
  const unheard: unknown[] = [];
  const hear = (error: unknown): unknown => unheard.push(error);

  beforeAll(async () => {
    going = await goingServer();
    process.on('uncaughtException', hear);
  });
  afterAll(async () => {
    process.off('uncaughtException', hear);
    await new Promise((resolve) => going.server.close(resolve));
  });

  /** Whoever reaches for the connection is told by a failing statement, and by nothing that ends the process. */
  async function expectFailure(work: Promise<unknown>): Promise<void> {
    await expect(work).rejects.toThrow(/terminat|not queryable|connection/i);
    expect(unheard).toEqual([]);
  }

  it('fails the statement of the platform', async () => {
    const platform = new DataSource(dataSourceOptions(going.url));
    await expectFailure(platform.initialize());
  });

  it("fails the transactions of the platform's pool", async () => {
    const pool = new Pool({ connectionString: going.url, ...(dataSourceOptions(going.url).extra as object) });
    pool.on('error', () => undefined);
    const client = await pool.connect();
    await expectFailure(client.query('select 1'));
    client.release(true);
    await pool.end();
  });

  it('fails a connection of its own', async () => {
    const client = new LastingClient({ connectionString: going.url });
    await expectFailure(client.connect().then(() => client.query('select 1')));
  });

  it("fails the search engine's transactions, readers and locks", async () => {
    const writing = new SearchDatabase(going.url);
    await expectFailure(writing.transaction(() => Promise.resolve()));
    await writing.close();
    const reading = new ReaderDatabase(going.url);
    await expectFailure(reading.snapshot((query) => query('select 1')));
    await reading.close();
    const locks = new IndexLocks(going.url);
    await expectFailure(locks.writing('capabilities', () => Promise.resolve()));
    await locks.close();
  });
});
