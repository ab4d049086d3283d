import { CapabilityState } from '@app/capabilities';
import { Transactions } from '@app/database';
import { ParticipantRole } from '@app/matchmaking-events';
import { NeedVisibility } from '@app/procurement';
import { aCapability, type TestCapability } from '../support/builders/capabilities.js';
import { aPerson, aStaffMember, type TestPerson } from '../support/builders/identity.js';
import { anAdmission, aRegistration, registrationId } from '../support/builders/event-registrations.js';
import { anEvent, anEventDraft, type TestEvent } from '../support/builders/matchmaking-events.js';
import { aNeedCollection } from '../support/builders/need-collections.js';
import { WishLevel } from '@app/meetings';
import {
  aMeeting,
  aMeetingGrid,
  aMeetingRequest,
  aMeetingWish,
  aSchedulingRun,
} from '../support/builders/meetings.js';
import { aQueueNumber, aQueueTable } from '../support/builders/queues.js';
import {
  aCertificate,
  aWithdrawnCertificate,
  anOrganization,
  anUnclaimedOrganization,
  aTier,
  type TestOrganization,
} from '../support/builders/organizations.js';
import { aDraftNeed, aNeed, type TestNeed } from '../support/builders/procurement.js';
import { aFactRequest, type TestFactRequest } from '../support/builders/fact-requests.js';
import { aBlock, aFeedback, aHiddenMatch } from '../support/builders/match-judgements.js';
import { savedBy } from '../support/builders/saved-searches.js';
import { aResponse, type TestResponse } from '../support/builders/supply-responses.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { createTestApp, type TestApp } from '../support/test-app.js';

/** Everybody whom the matrix asks: who they are with regard to the market's buyer, supplier and organizer. */
export const VIEWERS = [
  'guest',
  'person',
  'buyerOwner',
  'buyer',
  'buyerReader',
  'otherBuyer',
  'supplier',
  'supplierReader',
  'otherSupplier',
  'organizer',
  'organizerReader',
  'otherOrganizer',
  'staff',
] as const;

export type ViewerName = (typeof VIEWERS)[number];

/** Somebody of the market with a client, and the organization for which they act. */
export interface MarketViewer {
  readonly client: GraphqlClient;
  readonly person: TestPerson | null;
  readonly organization: TestOrganization | null;
}

/** The organizations of the market. */
interface Houses {
  readonly buyer: TestOrganization;
  readonly otherBuyer: TestOrganization;
  readonly supplier: TestOrganization;
  readonly otherSupplier: TestOrganization;
  readonly organizer: TestOrganization;
  readonly otherOrganizer: TestOrganization;
}

/** The things of the market that somebody may see or do something with. */
interface Things {
  readonly need: TestNeed;
  readonly draftNeed: TestNeed;
  readonly verifiedNeed: TestNeed;
  readonly invitedNeed: TestNeed;
  readonly response: TestResponse;
  readonly factRequest: TestFactRequest;
  /** What the buyer's reader waits for. */
  readonly savedSearch: { readonly id: string };
  readonly capability: TestCapability;
  readonly draftCapability: TestCapability;
  readonly event: TestEvent;
  readonly draftEvent: TestEvent;
  readonly registration: { readonly id: string };
  readonly collection: { readonly id: string };
  readonly meeting: { readonly id: string };
  readonly meetingRequest: { readonly id: string };
  /** The buyer wants to meet the supplier, who does not want to meet the buyer. */
  readonly meetingWish: { readonly id: string };
  readonly schedulingRun: { readonly id: string };
  /** The supplier's, at which the buyer waits. */
  readonly queueTable: { readonly id: string };
  readonly queueNumber: { readonly id: string };
  readonly meetingRefusal: { readonly id: string };
}

/** A small market with one of everything, on an API of its own. */
export interface Market {
  readonly app: TestApp;
  readonly houses: Houses;
  readonly things: Things;
  readonly unclaimed: { readonly id: string; readonly key: string };
  readonly viewers: Readonly<Record<ViewerName, MarketViewer>>;
  close(): Promise<void>;
}

async function openHouses(app: TestApp): Promise<Houses> {
  return {
    buyer: await anOrganization(app, { name: '杭州矩阵整车有限公司' }),
    otherBuyer: await anOrganization(app, { name: '宁波矩阵整车有限公司' }),
    supplier: await anOrganization(app, { name: '苏州矩阵压铸有限公司' }),
    otherSupplier: await anOrganization(app, { name: '常州矩阵压铸有限公司' }),
    organizer: await anOrganization(app, { name: '上海矩阵会展有限公司' }),
    otherOrganizer: await anOrganization(app, { name: '合肥矩阵会展有限公司' }),
  };
}

/** The buyer has hidden the supplier for its need and blocked another organization; the supplier has said that it fits. */
async function judgements(
  app: TestApp,
  { buyer, supplier }: Houses,
  { need, capability }: Things,
): Promise<void> {
  await aHiddenMatch(app, buyer.key, need.key, supplier.key);
  await aBlock(app, buyer.key, (await anUnclaimedOrganization(app)).key);
  await aFeedback(app, supplier.key, need.key, capability.key);
  for (const { key } of [buyer, supplier]) await aWithdrawnCertificate(app, key);
}

async function fillWithThings(app: TestApp, houses: Houses): Promise<Things> {
  const { buyer, supplier, organizer, otherOrganizer } = houses;
  const alias = '某新能源汽车链主·杭州';
  const hidden = {
    alias,
    statedTargetPrice: { amount: '86.5', currency: 'CNY', taxIncluded: true, basis: '件' },
    targetPriceShown: false,
    statedBudget: { min: '100000', max: '200000', currency: 'CNY' },
    budgetShown: false,
  };
  const need = await aNeed(app, buyer.key, hidden);
  const invitedNeed = await aNeed(app, buyer.key, { visibility: NeedVisibility.INVITED_ONLY });
  await app
    .get(Transactions)
    .query(
      'insert into need_invitation (need_id, organization_id, invited_at) values ($1, $2, now()), ($3, $2, now())',
      [invitedNeed.key, supplier.key, need.key],
    );
  await aCertificate(app, supplier.key);
  await aTier(app, supplier.key);
  const capability = await aCapability(app, supplier.key);
  const event = await anEvent(app, organizer.key, {}, { invitedCoOrganizerIds: [otherOrganizer.key] });
  await anAdmission(app, event.key);
  const registration = await aRegistration(app, event.key, { organizationId: supplier.key });
  const buying = await aRegistration(app, event.key, {
    organizationId: buyer.key,
    role: ParticipantRole.BUYER,
  });
  const grid = await aMeetingGrid(app, event.key, { slots: 2, tables: 1 });
  const pair = { buyer: buying, supplier: registration };
  const queueTable = await aQueueTable(app, { event: event.key, host: registration });
  return {
    meeting: await aMeeting(app, { ...pair, slot: grid.slots[0]!, table: grid.tables[0]! }),
    meetingRequest: await aMeetingRequest(app, { from: buying, to: registration, slot: grid.slots[1]! }),
    schedulingRun: await aSchedulingRun(app, event.key),
    queueTable,
    queueNumber: await aQueueNumber(app, { table: queueTable.key, by: buying }),
    meetingWish: await aMeetingWish(app, { from: buying, to: registration }),
    meetingRefusal: await aMeetingWish(app, { from: registration, to: buying }, { level: WishLevel.NO }),
    need,
    draftNeed: await aDraftNeed(app, buyer.key),
    verifiedNeed: await aNeed(app, buyer.key, { visibility: NeedVisibility.VERIFIED_SUPPLIERS }),
    invitedNeed,
    response: await aResponse(app, need.key, supplier.key),
    factRequest: await aFactRequest(app, need.key, {
      asked: supplier.key,
      by: buyer.key,
      capability: capability.key,
    }),
    capability,
    savedSearch: { id: await savedBy(buyer.viewer.client, { query: { index: 'NEEDS', text: '齿轮' } }) },
    draftCapability: await aCapability(app, supplier.key, {}, { state: CapabilityState.DRAFT }),
    event,
    registration: { id: registrationId(registration) },
    collection: await aNeedCollection(app, event.key, { bureau: organizer.key, delegate: supplier.key }),
    draftEvent: await anEventDraft(app, organizer.key),
  };
}

function viewersOf(app: TestApp, houses: Houses, person: TestPerson, staff: TestPerson): Market['viewers'] {
  const of = (organization: TestOrganization | null, who: TestPerson): MarketViewer => ({
    client: who.client,
    person: who,
    organization,
  });
  const { buyer, otherBuyer, supplier, otherSupplier, organizer, otherOrganizer } = houses;
  return {
    guest: { client: app.asGuest(), person: null, organization: null },
    person: of(null, person),
    buyerOwner: of(buyer, buyer.owner),
    buyer: of(buyer, buyer.editor),
    buyerReader: of(buyer, buyer.viewer),
    otherBuyer: of(otherBuyer, otherBuyer.owner),
    supplier: of(supplier, supplier.editor),
    supplierReader: of(supplier, supplier.viewer),
    otherSupplier: of(otherSupplier, otherSupplier.owner),
    organizer: of(organizer, organizer.editor),
    organizerReader: of(organizer, organizer.viewer),
    otherOrganizer: of(otherOrganizer, otherOrganizer.owner),
    staff: of(null, staff),
  };
}

/** Opens a market for a spec file; close it when the file ends. */
export async function openMarket(): Promise<Market> {
  // One question for all fields of a thing costs more than anybody is allowed.
  const app = await createTestApp({ query: { cost: Number.POSITIVE_INFINITY, tokens: 10_000 } });
  const houses = await openHouses(app);
  const things = await fillWithThings(app, houses);
  await judgements(app, houses, things);
  return {
    app,
    houses,
    things,
    unclaimed: await anUnclaimedOrganization(app, { name: '湖州矩阵待认领有限公司' }),
    viewers: viewersOf(app, houses, await aPerson(app), await aStaffMember(app)),
    close: () => app.close(),
  };
}
