import { Transactions } from '@app/database';
import { ParticipantRole } from '@app/matchmaking-events';
import { anAdmission, aRegistration } from './builders/event-registrations.js';
import { anEvent, type TestEvent } from './builders/matchmaking-events.js';
import { aMeetingGrid, type TestMeetingGrid } from './builders/meetings.js';
import { anOrganization, type TestOrganization } from './builders/organizations.js';
import type { TestApp } from './test-app.js';

const named = (verb: string, more: string) => `mutation ($input: ${verb}Input!) {
  result: ${verb[0]!.toLowerCase()}${verb.slice(1)}(input: $input) {
    __typename ... on ${verb}Payload { ${more} } ... on UserError { code } } }`;
const REQUEST = named('RequestMeeting', 'request { id }');
const ACCEPT = named('AcceptMeetingRequest', 'meeting { id }');
const PROPOSE = named('ProposeMeetingTime', 'request { id }');
const RESCHEDULE = named('RescheduleMeeting', 'meeting { id }');
const SWAP = named('SwapMeetings', 'meeting { id }');
const CANCEL = named('CancelMeeting', 'meeting { id }');

/** What a client is told whose wish somebody else has fulfilled meanwhile: none knows where the others move a meeting. */
const STANDS_THERE = 'MEETING_SAME_SLOT';

interface Result {
  readonly __typename: string;
  readonly code?: string;
  readonly request?: { readonly id: string };
  readonly meeting?: { readonly id: string };
}

interface Pair {
  readonly buyer: TestOrganization;
  readonly supplier: TestOrganization;
}

/** What came of a storm. */
export interface StormFigures {
  readonly attempts: number;
  /** Attempts that were done, and outcomes that clients were told of, by code. */
  readonly done: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** Errors that no correct client should see: deadlocks above all. */
  readonly errors: readonly string[];
  /** Persons at two tables at once, and tables with two meetings at once. */
  readonly overlaps: number;
  readonly meetings: number;
}

/** An event whose few participants fight for its slots, over HTTP, through every way of booking. */
export class BookingStorm {
  private readonly known: { readonly id: string; readonly pair: Pair }[] = [];
  private readonly outcomes = new Map<string, number>();
  private readonly errors: string[] = [];
  private done = 0;

  private constructor(
    private readonly app: TestApp,
    private readonly organizer: TestOrganization,
    private readonly event: TestEvent,
    private readonly grid: TestMeetingGrid,
    private readonly pairs: readonly Pair[],
  ) {}

  /** Sets the event up: as many buyers as suppliers, one person each, and fewer tables than pairs. */
  static async prepare(
    app: TestApp,
    { slots, houses, tables }: { slots: number; houses: number; tables: number },
  ): Promise<BookingStorm> {
    const organizer = await anOrganization(app);
    const event = await anEvent(app, organizer.key);
    await anAdmission(app, event.key);
    const join = async (role: ParticipantRole) => {
      const organization = await anOrganization(app);
      await aRegistration(app, event.key, { organizationId: organization.key, role });
      return organization;
    };
    const buyers: TestOrganization[] = [];
    const suppliers: TestOrganization[] = [];
    for (let i = 0; i < houses; i++) {
      buyers.push(await join(ParticipantRole.BUYER));
      suppliers.push(await join(ParticipantRole.SUPPLIER));
    }
    const pairs = buyers.flatMap((buyer) => suppliers.map((supplier) => ({ buyer, supplier })));
    const grid = await aMeetingGrid(app, event.key, { slots, tables });
    return new BookingStorm(app, organizer, event, grid, pairs);
  }

  /** Lets so many clients make so many attempts at the same time, and looks at what has become of the meetings. */
  async rage(clients: number, attempts: number): Promise<StormFigures> {
    let left = attempts;
    const client = async () => {
      while (left-- > 0) await this.attempt();
    };
    await Promise.all(Array.from({ length: clients }, client));
    return {
      attempts,
      done: this.done,
      outcomes: Object.fromEntries(this.outcomes),
      errors: this.errors,
      overlaps: await this.overlaps(),
      meetings: await this.number(
        `select count(*)::int as n from meeting where event_id = $1 and state = 'PUBLISHED'`,
      ),
    };
  }

  private async attempt(): Promise<void> {
    const dice = Math.random();
    if (dice < 0.4 || this.known.length < 2) return this.agree(pick(this.pairs), pick(this.grid.slotIds));
    const { id, pair } = pick(this.known);
    const acting = Math.random() < 0.5 ? pair.buyer : pair.supplier;
    const place = { meetingId: id, slotId: pick(this.grid.slotIds) };
    if (dice < 0.55) await this.send(this.organizer, RESCHEDULE, place);
    else if (dice < 0.7) await this.agreeOnTime(pair, place);
    else if (dice < 0.85) {
      const otherMeetingId = pick(this.known).id;
      if (otherMeetingId !== id) await this.send(this.organizer, SWAP, { meetingId: id, otherMeetingId });
    } else await this.send(acting, CANCEL, { meetingId: id, reason: '冲突' });
  }

  /** One side asks, the other agrees. */
  private async agree(pair: Pair, slotId: string): Promise<void> {
    const [from, to] = Math.random() < 0.5 ? [pair.buyer, pair.supplier] : [pair.supplier, pair.buyer];
    const asked = await this.send(from, REQUEST, {
      eventId: this.event.id,
      withOrganizationId: to.id,
      slotId,
    });
    if (!asked?.request) return;
    const agreed = await this.send(to, ACCEPT, { requestId: asked.request.id });
    if (agreed?.meeting) this.known.push({ id: agreed.meeting.id, pair });
  }

  /** One side of a meeting proposes another time, the other agrees. */
  private async agreeOnTime({ buyer, supplier }: Pair, place: object): Promise<void> {
    const [from, to] = Math.random() < 0.5 ? [buyer, supplier] : [supplier, buyer];
    const proposed = await this.send(from, PROPOSE, place);
    if (proposed?.request) await this.send(to, ACCEPT, { requestId: proposed.request.id });
  }

  private async send(who: TestOrganization, mutation: string, input: object): Promise<Result | null> {
    const variables = { input: { actingOrganizationId: who.id, ...input } };
    const { data, errors } = await who.editor.client.send<{ result: Result }>(mutation, variables);
    for (const error of errors) {
      if (error.extensions.reason === STANDS_THERE) this.count(STANDS_THERE);
      else this.errors.push(JSON.stringify(error));
    }
    if (!data) return null;
    const { code } = data.result;
    if (code) this.count(code);
    else this.done++;
    return data.result;
  }

  private count(outcome: string): void {
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
  }

  /** Counted from the meetings themselves, not from the seats that the guard keeps. */
  private overlaps(): Promise<number> {
    return this.number(`
      select count(*)::int as n from (
        select 1 from meeting, lateral (values (buyer_representative_id), (supplier_representative_id), (table_id)) h (holder)
         where event_id = $1 and state <> 'CANCELLED'
         group by holder, slot_id having count(*) > 1) doubled`);
  }

  private async number(sql: string): Promise<number> {
    const [row] = await this.app.get(Transactions).query<{ n: number }>(sql, [this.event.key]);
    return row!.n;
  }
}

/** Takes the guard away from the database of an app: for showing that it is what keeps meetings apart. */
export async function withoutGuard(app: TestApp): Promise<void> {
  for (const key of ['representative_id', 'table_id'])
    await app
      .get(Transactions)
      .query(`alter table meeting_seat drop constraint meeting_seat_${key}_slot_id_key`);
}

function pick<T>(list: readonly T[]): T {
  return list[Math.floor(Math.random() * list.length)]!;
}
