import { MeiliFault } from './meili-shapes.js';
import { vectorFault } from './meili-vectors.js';

/** A stored document. */
export type MeiliRecord = Readonly<Record<string, unknown>>;

/** One index of the stand-in. */
export interface MeiliIndex {
  readonly createdAt: string;
  settings: Record<string, unknown>;
  readonly documents: Map<string, MeiliRecord>;
}

interface Task {
  readonly uid: number;
  readonly indexUid: string | null;
  status: 'enqueued' | 'succeeded' | 'failed';
  error: { message: string; code: string; type: string; link: string } | null;
}

const ID = /^[A-Za-z0-9_-]{1,511}$/;

/** The indexes and tasks of the stand-in. A task is done by the time somebody asks for it, all of it or nothing. */
export class MeiliStore {
  readonly indexes = new Map<string, MeiliIndex>();
  readonly tasks: Task[] = [];
  /** Gives the code with which a document fails its task; undefined for a good one. */
  refuses: (document: MeiliRecord) => string | undefined = () => undefined;

  /** The index; throws as the server does when there is none. */
  index(uid: string): MeiliIndex {
    const index = this.indexes.get(uid);
    if (!index) throw new MeiliFault(404, 'index_not_found', `Index \`${uid}\` not found.`);
    return index;
  }

  /** Does the work of a task and gives what the server says at once: that it is enqueued. */
  enqueue(indexUid: string | null, work: () => void): object {
    const task: Task = { uid: this.tasks.length, indexUid, status: 'enqueued', error: null };
    this.tasks.push(task);
    try {
      work();
      task.status = 'succeeded';
    } catch (error) {
      if (!(error instanceof MeiliFault)) throw error;
      task.status = 'failed';
      task.error = JSON.parse(error.body) as Task['error'];
    }
    return {
      taskUid: task.uid,
      indexUid,
      status: 'enqueued',
      type: 'any',
      enqueuedAt: new Date().toISOString(),
    };
  }

  createIndex(uid: string): void {
    if (this.indexes.has(uid))
      throw new MeiliFault(409, 'index_already_exists', `Index \`${uid}\` already exists.`);
    const createdAt = `${new Date().toISOString()}#${this.tasks.length}`;
    this.indexes.set(uid, { createdAt, settings: {}, documents: new Map() });
  }

  putDocuments(uid: string, documents: readonly MeiliRecord[]): void {
    const index = this.index(uid);
    const { documents: held } = index;
    for (const document of documents) {
      const id = String(document['id']);
      const code = ID.test(id) ? this.refuses(document) : 'invalid_document_id';
      const fault = code ?? vectorFault(index, document);
      if (fault) throw new MeiliFault(400, fault, `Document \`${id}\` is refused.`);
    }
    for (const document of documents) held.set(String(document['id']), document);
  }

  swap(one: string, other: string): void {
    const [first, second] = [this.index(one), this.index(other)];
    this.indexes.set(one, second).set(other, first);
  }
}
