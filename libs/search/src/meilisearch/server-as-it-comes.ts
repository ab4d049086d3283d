import { MeilisearchServer, type ServerOptions } from './server/meilisearch-server.js';

const BATCH = 1000;

/**
 * A Meilisearch index with the server's own settings and nothing of the platform's: no tokens, names, weights or reading of
 * ours. It shows what an integration finds that only indexes its texts; evaluations compare with it.
 */
export class ServerAsItComes {
  private constructor(
    private readonly server: MeilisearchServer,
    private readonly uid: string,
  ) {}

  /** Indexes texts under their place in the list, in an index whose name begins with `prefix`; all of them or none. */
  static async over(
    options: ServerOptions,
    prefix: string,
    texts: readonly string[],
  ): Promise<ServerAsItComes> {
    const server = new MeilisearchServer(options);
    const index = new ServerAsItComes(server, `${prefix}as_it_comes`);
    await server.createIndex(index.uid, {});
    try {
      await index.fill(texts);
      return index;
    } catch (error) {
      await index.drop();
      throw error;
    }
  }

  /** The places of the texts found for a query as somebody typed it, best first. */
  async find(text: string, limit: number): Promise<number[]> {
    const query = { indexUid: this.uid, q: text, limit, attributesToRetrieve: ['id'] };
    const [answer] = await this.server.multiSearch([query]);
    return (answer?.hits ?? []).map(({ id }) => id as number);
  }

  /** Drops the index. */
  async drop(): Promise<void> {
    await this.server.deleteIndex(this.uid);
  }

  private async fill(texts: readonly string[]): Promise<void> {
    const documents = texts.map((text, id) => ({ id, text }));
    for (let from = 0; from < documents.length; from += BATCH) {
      const task = await this.server.putDocuments(this.uid, documents.slice(from, from + BATCH));
      await this.server.done(task);
    }
  }
}
