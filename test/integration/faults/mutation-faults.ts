import { setTimeout as pause } from 'node:timers/promises';
import { Memberships, Sessions, Users } from '@app/identity';
import { encodeGlobalId, newId } from '@app/kernel';
import { aPhone } from '../../support/builders/identity.js';
import { aCreditCode } from '../../support/builders/organizations.js';
import { GraphqlClient } from '../../support/graphql-client.js';
import { until } from '../embedded/server-fixture.js';
import type { ExternalServer } from './external-server.js';
import { type FaultBed, isReady, type RunningApi } from './fault-bed.js';

const WRITERS = 6;
/** Between two mutations of one writer. */
const PACE_MS = 20;
/** Before the same mutation is sent again. */
const RETRY_MS = 50;

const CREATE = `mutation ($input: CreateProcurementNeedInput!) { createProcurementNeed(input: $input) {
  __typename ... on CreateProcurementNeedPayload { procurementNeed { id } } } }`;

interface Created {
  readonly createProcurementNeed: { readonly procurementNeed?: { readonly id: string } };
}

/** Somebody who drafts needs for a buyer. */
interface Writer {
  readonly token: string;
  readonly organizationId: string;
}

/**
 * Buyers who draft needs all the time over HTTP. Each sends a mutation under one `clientMutationId` until it is
 * acknowledged, as a client has to that may lose its server at any moment.
 */
export class MutationStream {
  /** Global ids of the acknowledged needs by title. */
  readonly acknowledged = new Map<string, string>();
  /** Titles of the mutations that got no answer at least once. */
  readonly unanswered = new Set<string>();
  /** What was answered instead of an acknowledgement: codes and statuses. */
  readonly refusals = new Set<string>();
  private tried = 0;
  private going = false;
  private runs: Promise<void>[] = [];

  private constructor(
    private readonly bed: FaultBed,
    private readonly writers: readonly Writer[],
  ) {}

  static async on(bed: FaultBed): Promise<MutationStream> {
    const writers: Writer[] = [];
    for (let i = 0; i < WRITERS; i++) writers.push(await aWriter(bed, `宁波采购${i}号有限公司`));
    return new MutationStream(bed, writers);
  }

  /** Starts all writers against an address. */
  start(address: string): void {
    this.going = true;
    this.runs = this.writers.map((writer) => this.write(writer, address));
  }

  /** Lets each writer see its last mutation through. */
  async stop(): Promise<void> {
    this.going = false;
    await Promise.all(this.runs);
  }

  /** Waits until so many more mutations are acknowledged. */
  async progress(more: number): Promise<void> {
    const wanted = this.acknowledged.size + more;
    await until(() => this.acknowledged.size >= wanted);
  }

  private async write(writer: Writer, address: string): Promise<void> {
    while (this.going) {
      const title = `need${++this.tried}x`;
      while (!(await this.attempt(writer, address, title))) await pause(RETRY_MS);
      await pause(PACE_MS);
    }
  }

  private async attempt({ token, organizationId }: Writer, address: string, title: string): Promise<boolean> {
    const input = { actingOrganizationId: organizationId, clientMutationId: title, title, lines: [{}] };
    const client = new GraphqlClient(`${address}/graphql`, token);
    try {
      const { status, data, errors } = await client.send<Created>(CREATE, { input });
      const id = data?.createProcurementNeed.procurementNeed?.id;
      if (id) this.acknowledged.set(title, id);
      else this.refusals.add(`${status} ${errors[0]?.extensions.code ?? ''} ${errors[0]?.message ?? ''}`);
      return id !== undefined;
    } catch {
      this.unanswered.add(title);
      return false;
    }
  }

  /** Holds what was acknowledged against what is stored: needs that are not there whole, and needs too many. */
  async outcome(): Promise<{ tried: number; lost: number; doubled: number }> {
    const rows = await this.bed.query<{ id: string; title: string; lines: number }>(`
      select n.id, n.title, (select count(*)::int from need_line l where l.need_id = n.id) as lines from procurement_need n`);
    const stored = new Map<string, typeof rows>();
    for (const row of rows) stored.set(row.title, [...(stored.get(row.title) ?? []), row]);
    const whole = ([title, id]: [string, string]) =>
      stored
        .get(title)
        ?.some((row) => encodeGlobalId('ProcurementNeed', row.id) === id && row.lines === 1) === true;
    return {
      tried: this.tried,
      lost: [...this.acknowledged].filter((entry) => !whole(entry)).length,
      doubled: rows.length - stored.size,
    };
  }
}

async function aWriter(bed: FaultBed, name: string): Promise<Writer> {
  const app = await bed.platform();
  const user = await app
    .get(Users, { strict: false })
    .createVerified({ name: '采购员', phone: aPhone(), password: '西湖醋鱼 2025', locale: 'zh' });
  const id = newId();
  await bed.query(`insert into organization (id, credit_code, name, normalised_name, claim_state, source)
    values ('${id}', '${aCreditCode()}', '${name}', '${name}', 'CLAIMED', 'REGISTRATION')`);
  await app.get(Memberships, { strict: false }).grantOwner(id, user.id);
  const { token } = await app.get(Sessions, { strict: false }).openSession(user.id, '203.0.113.1');
  return { token, organizationId: encodeGlobalId('Organization', id) };
}

/** Kills the API in the middle of the stream, so many times, each time with mutations in its hands. */
export async function killApi(
  bed: FaultBed,
  stream: MutationStream,
  kills: number,
  between: number,
): Promise<void> {
  const first = await bed.api();
  let api = first;
  stream.start(first.address);
  for (let kill = 0; kill < kills; kill++) {
    await stream.progress(between);
    const before = stream.unanswered.size;
    await api.program.kill();
    await until(() => stream.unanswered.size > before);
    api = await bed.api({ port: first.port });
  }
  await stream.progress(between);
  await stream.stop();
  await api.program.stop();
}

/** Stops the server under the stream, so many times, starts it again, and sees that the mutations go on by themselves. */
export async function stopServer(
  server: ExternalServer,
  api: RunningApi,
  stream: MutationStream,
  stops: number,
  between: number,
): Promise<void> {
  for (let stop = 0; stop < stops; stop++) {
    await stream.progress(between);
    await server.stopAtOnce();
    await until(async () => stream.refusals.size > 0 && !(await isReady(api.address)));
    await server.restart();
  }
  await stream.progress(between);
}
