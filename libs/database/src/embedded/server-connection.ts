import { Client } from 'pg';
import { DatabaseUnavailableError, errorCode } from './explain-failure.js';
import { ADMINISTRATOR, type ServerFolder } from './server-folder.js';

const CONNECT_MS = 10_000;

/** The administrator's connection to an embedded server. */
export class ServerConnection {
  /** Resolves when the connection is over, for whatever reason. */
  readonly ended: Promise<void>;
  private over = false;

  private constructor(readonly client: Client) {
    // A lost connection is told by 'end'; without a listener the accompanying 'error' would end the process.
    client.on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      client.once('end', () => {
        this.over = true;
        resolve();
      });
    });
  }

  /** Connects to the folder's server at a port; undefined when it does not answer (any more, or not yet). */
  static async open(folder: ServerFolder, port: number, name: string): Promise<ServerConnection | undefined> {
    const client = new Client({
      host: '127.0.0.1',
      port,
      user: ADMINISTRATOR,
      password: (await folder.credentials()).administrator,
      database: 'postgres',
      application_name: name,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
    });
    const connection = new ServerConnection(client);
    try {
      await client.connect();
      return connection;
    } catch (error) {
      await connection.close();
      if (errorCode(error) === '28P01') {
        throw new DatabaseUnavailableError(
          `The passwords in ${folder.credentialsFile} are not those of the database beside it: restore both from the same backup.`,
        );
      }
      return undefined;
    }
  }

  get isOver(): boolean {
    return this.over;
  }

  /** Whether an expression is true; false too when the connection is lost meanwhile. */
  async isTrue(expression: string): Promise<boolean> {
    try {
      const { rows } = await this.client.query<{ answer: boolean }>(`select ${expression} as answer`);
      return rows[0]?.answer === true;
    } catch (error) {
      if (!this.over && errorCode(error) === '42601') throw error;
      return false;
    }
  }

  /** Whether this connection alone keeps the process alive. */
  keepProcess(alive: boolean): void {
    const client = this.client as Client & { ref(): void; unref(): void };
    if (alive) client.ref();
    else client.unref();
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}
