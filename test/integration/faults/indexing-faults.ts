import { setTimeout as pause } from 'node:timers/promises';
import { DomainEvents, Transactions } from '@app/database';
import { newId } from '@app/kernel';
import { SearchEngine } from '@app/search';
import { aCreditCode } from '../../support/builders/organizations.js';
import { until } from '../embedded/server-fixture.js';
import type { ChildProgram } from './child-program.js';
import type { FaultBed } from './fault-bed.js';

const SUPPLIERS = 40;
const CAPABILITIES_EACH = 3;
/** Between two changes, unless told otherwise: about fifty a second. */
const PACE_MS = 20;

const UNDER_WAY = `select count(*) from event_delivery where attempts > 0 and due_at > now() and dead_at is null`;
const WAITING = 'select count(*) from event_delivery where dead_at is null';
const DEAD = 'select count(*) from event_delivery where dead_at is not null';

/** Suppliers with capabilities whose titles change all the time; each title is a word of its own. */
export class ChangeStream {
  /** Latest title of each capability, as committed. */
  readonly titles = new Map<string, string>();
  /** Latest title that was tried: committed too, perhaps, where the answer was lost with its connection. */
  private readonly tried = new Map<string, string>();
  changes = 0;
  private going = false;
  private run: Promise<void> = Promise.resolve();

  private constructor(
    private readonly bed: FaultBed,
    private readonly transactions: Transactions,
    private readonly events: DomainEvents,
  ) {}

  /** Stores the suppliers and their capabilities, with the events that have them indexed. */
  static async on(bed: FaultBed): Promise<ChangeStream> {
    const app = await bed.platform();
    const stream = new ChangeStream(
      bed,
      app.get(Transactions, { strict: false }),
      app.get(DomainEvents, { strict: false }),
    );
    for (let supplier = 0; supplier < SUPPLIERS; supplier++) await stream.addSupplier(supplier);
    return stream;
  }

  /** Changes one capability after the other until told to stop; a change that failed is not counted. */
  start(paceMs = PACE_MS): void {
    this.going = true;
    this.run = this.change(paceMs);
  }

  /** Waits until so many changes were made in all. */
  async reach(changes: number): Promise<void> {
    while (this.changes < changes) await pause(PACE_MS);
  }

  async stop(): Promise<void> {
    this.going = false;
    await this.run;
  }

  private async change(paceMs: number): Promise<void> {
    const ids = [...this.titles.keys()];
    for (let i = 0; this.going; i++) {
      await this.rename(ids[(i * 7) % ids.length]!).catch((error: unknown) => this.tolerate(error));
      await pause(paceMs);
    }
  }

  /** While the server is killed its connections fail; that change was not told to anybody. */
  private tolerate(error: unknown): void {
    const { code = '', message } = error as Error & { code?: string };
    const gone =
      /^(57P|08|ECONN|EPIPE)/.test(code) || /terminated|not queryable|already released/i.test(message);
    if (!gone) throw error;
  }

  private async rename(id: string): Promise<void> {
    const title = word(++this.changes);
    this.tried.set(id, title);
    await this.transactions.run(async () => {
      await this.transactions.query(
        `update capability set title = $2, version = version + 1, updated_at = now() where id = $1`,
        [id, title],
      );
      await this.events.record({ type: 'CapabilityChanged', aggregateType: 'Capability', aggregateId: id });
    });
    this.titles.set(id, title);
  }

  private async addSupplier(number: number): Promise<void> {
    const organization = newId();
    const name = `宁波${number}号机械厂`;
    const capabilities = Array.from({ length: CAPABILITIES_EACH }, () => ({
      id: newId(),
      title: word(++this.changes),
    }));
    await this.transactions.run(async () => {
      await this.transactions.query(
        `insert into organization (id, credit_code, name, normalised_name, region_code, claim_state, source)
         values ($1, $2, $3, $3, '330212', 'CLAIMED', 'DECLARED')`,
        [organization, aCreditCode(), name],
      );
      for (const { id, title } of capabilities) {
        await this.transactions.query(
          `insert into capability (id, organization_id, kind, state, title, concepts, fact_state)
           values ($1, $2, 'PRODUCT', 'PUBLISHED', $3, '[]', 'DECLARED')`,
          [id, organization, title],
        );
        await this.events.record({ type: 'CapabilityChanged', aggregateType: 'Capability', aggregateId: id });
      }
      await this.events.record({
        type: 'OrganizationChanged',
        aggregateType: 'Organization',
        aggregateId: organization,
      });
    });
    for (const { id, title } of capabilities) this.titles.set(id, title);
  }

  /**
   * Capabilities that search does not find under their latest title, or finds more than once; on the platform's own
   * engine unless another one is given.
   */
  async misses(given?: SearchEngine): Promise<{ lost: number; doubled: number }> {
    const engine: SearchEngine = given ?? (await this.bed.platform()).get(SearchEngine, { strict: false });
    let lost = 0;
    let doubled = 0;
    for (const { id, title } of await this.bed.query<{ id: string; title: string }>(
      'select id, title from capability',
    )) {
      const { hits } = await engine.search({ index: 'capabilities', text: title, page: 1, hitsPerPage: 10 });
      const committed = title === this.titles.get(id) || title === this.tried.get(id);
      // Titles that are nearly the same may be found beside it; the thing itself must be found once.
      const times = hits.filter((hit) => hit.id === id).length;
      if (!committed || times === 0) lost++;
      if (times > 1) doubled++;
    }
    return { lost, doubled };
  }
}

/** A word that stands in no other title: letters only, so that nothing cuts it. */
function word(number: number): string {
  return `lot${[...String(number)].map((digit) => 'bcdfghjklm'.charAt(Number(digit))).join('')}x`;
}

/** Waits until deliveries are in a worker's hands. */
export async function untilIndexing(bed: FaultBed): Promise<void> {
  await until(async () => (await bed.number(UNDER_WAY)) > 0);
}

/** Lets the leases of killed workers run out at once; else that takes a minute. */
export async function endLeases(bed: FaultBed): Promise<void> {
  await bed.query('update event_delivery set due_at = now() where dead_at is null');
}

/** Kills one worker after the other in the middle of the stream's deliveries; gives a last one that goes on. */
export async function killWorkers(
  bed: FaultBed,
  stream: ChangeStream,
  kills: number,
  between = 0,
): Promise<ChildProgram> {
  for (let kill = 0; kill < kills; kill++) {
    const worker = await bed.worker();
    await stream.reach(stream.changes + between);
    await untilIndexing(bed);
    await worker.kill();
    await endLeases(bed);
  }
  return bed.worker();
}

/**
 * Waits until every change was delivered by the worker, for as long as there is progress; none may have been put aside
 * as dead. A worker that has ended delivers nothing any more, and what it said last is told.
 */
export async function untilDelivered(bed: FaultBed, worker: ChildProgram): Promise<void> {
  for (let left = await bed.number(WAITING); left > 0;) {
    const before = left;
    await until(async () => worker.ended || (left = await bed.number(WAITING)) < before);
    if (worker.ended) throw new Error(`the worker ended: ${worker.lines.slice(-4000)}`);
  }
  const dead = await bed.number(DEAD);
  if (dead > 0) throw new Error(`${dead} deliveries were given up`);
}
