import { readFileSync } from 'node:fs';
import { Transactions } from '@app/database';
import { decodeGlobalId } from '@app/kernel';
import { ParticipantRole } from '@app/matchmaking-events';
import { RunSchedulingJob } from '@app/meetings';
import { NeedState, NeedVisibility } from '@app/procurement';
import {
  buildSchema,
  getNamedType,
  type GraphQLSchema,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { aCapability, type TestCapability } from '../../support/builders/capabilities.js';
import { indexed } from '../../support/builders/discovery.js';
import { aRegistration } from '../../support/builders/event-registrations.js';
import { anEvent, type TestEvent } from '../../support/builders/matchmaking-events.js';
import { aMeetingGrid, aMeetingWish } from '../../support/builders/meetings.js';
import {
  anOrganization,
  anUnclaimedOrganization,
  type TestOrganization,
} from '../../support/builders/organizations.js';
import { aNeed, setNeed, type TestNeed } from '../../support/builders/procurement.js';
import { alertsOf, changed, savedBy } from '../../support/builders/saved-searches.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { aggregates } from './hidden-needs.spec-support.js';

/** Hidden needs of each kind; as many buyers attend the guesser's events, and as many do not. */
const HIDDEN = 20;
const TRADES = ['铝合金压铸壳体', '齿轮锻造', '不锈钢冲压支架', '注塑外壳'];

const CARD = `capability { id } fit card { score reachable factsKnown factsAsked criteria { score weight parts { fit } } }`;
const MATCHES = `compared matches { procurementNeed { id organization { id } } ${CARD} }`;

/** Everything by which numbers, ranks or counts of needs reach somebody who is not their buyer. */
const QUESTIONS = {
  event: `query ($id: ID!) { matchmakingEvent(id: $id) {
    numbers {
      roles { requested confirmed waiting representatives checkedIn present walkIns }
      meetings { arranged held noShows wishes satisfiedWishes intentsClaimed intentsConfirmed outcomesClaimed outcomesConfirmed }
      outcomes { claimed confirmed }
      gaps { conceptId chains needs suppliersHere suppliersAnywhere } }
    stageNeeds { answers need { id organization { id } } } } }`,
  eventLists: `query ($id: ID!) {
    eventRegistrations(eventId: $id, first: 50) { totalCount edges { node { priority placeInLine organization { id } } } }
    eventAttendees(eventId: $id, first: 50) { totalCount edges { node { checkIns } } }
    eventMeetings(eventId: $id, first: 50) { totalCount }
    eventMeetingWishes(eventId: $id, first: 50) { totalCount edges { node { level need { id } } } } }`,
  asSupplier: `query ($acting: ID!, $id: ID!) {
    meetingPartners(actingOrganizationId: $acting, eventId: $id, first: 50) { totalCount edges { node { organization { id } } } }
    meetingSuggestions(actingOrganizationId: $acting, eventId: $id, first: 50) {
      organization { id } match { procurementNeed { id } ${CARD} } } }`,
  run: `query ($id: ID!) { schedulingRun(id: $id) { state meetings bound gap causes { pairs }
    figures { requests meetings bound musts mustsWished idlePeriods leastPerParticipant value valueBound }
    advice { kind gain mostGain } leftOut(first: 50) { totalCount } } }`,
  search: `query ($index: SearchIndex!, $text: String, $facets: [SearchFacet!]!, $sort: SearchSort!, $filter: SearchFilterInput) {
    search(index: $index, text: $text, facets: $facets, sort: $sort, filter: $filter, pageSize: 50) {
      total facets { facet values { value count } }
      hits { score item { ... on ProcurementNeed { id } ... on Organization { id } ... on Capability { id } } } } }`,
  suggestions: `query ($typed: String!) { searchSuggestions(typed: $typed) { text kind organizationId } }`,
  lists: `query { procurementNeeds(first: 100) { totalCount edges { node { id concepts { weight } organization { id } } } } }`,
  matchingNeeds: `query ($id: ID!) { organization(id: $id) { matchingNeeds(first: 50) { ${MATCHES} } } }`,
  ofCapability: `query ($id: ID!) { capability(id: $id) { matchingNeeds(first: 50) { ${MATCHES} } } }`,
  words: `query ($text: String!) { matchesForWords(text: $text, first: 20) {
    parts { weight } compared matches { organization { id } ${CARD} } } }`,
  buyer: `query ($id: ID!) { organization(id: $id) { version
    procurementNeeds(first: 50) { totalCount edges { node { id } } } matchmakingEvents(first: 10) { totalCount } } }`,
  organizations: `query { organizations(first: 100) { totalCount edges { node { id } } } }`,
  saved: `query { mySavedSearches(first: 10) { totalCount edges { node { matches(first: 20) { ... on ProcurementNeed { id } } } } } }`,
};

interface House {
  readonly key: string;
  readonly id: string;
}

let app: TestApp;
let guesser: TestOrganization;
let present: House[];
let absent: House[];
let masked: TestNeed[];
let invited: TestNeed[];
let offered: TestCapability[];
let wished: TestEvent;
let open: TestEvent;

const ask = (query: string, variables: Record<string, unknown> = {}) =>
  guesser.owner.client.ok<Record<string, unknown>>(query, variables);

beforeAll(async () => {
  app = await createTestApp();
  guesser = await anOrganization(app);
  const houses: House[] = [];
  for (let i = 0; i < 2 * HIDDEN; i++) houses.push(await anUnclaimedOrganization(app));
  [present, absent] = [houses.slice(0, HIDDEN), houses.slice(HIDDEN)];
  offered = [];
  for (const title of TRADES) offered.push(await aCapability(app, guesser.key, { title }));
  masked = [];
  invited = [];
  for (const [i, { key }] of present.entries()) {
    const thing = TRADES[i % TRADES.length]!;
    const line = [{ name: thing }];
    await aNeed(app, key, { title: '办公家具采购' }, [{ name: '办公桌椅' }]);
    masked.push(await aNeed(app, key, { title: thing, alias: `某链主${i}` }, line));
    const terms = { title: thing, visibility: NeedVisibility.INVITED_ONLY };
    invited.push(await aNeed(app, key, terms, line));
  }
  [wished, open] = [await anEvent(app, guesser.key), await anEvent(app, guesser.key)];
  for (const event of [wished, open]) {
    const selling = await aRegistration(app, event.key, { organizationId: guesser.key });
    await app
      .get(Transactions)
      .query('update event_representative set user_id = $2 where registration_id = $1', [
        selling,
        guesser.owner.user.id,
      ]);
    for (const { key } of present) {
      const buying = await aRegistration(app, event.key, {
        organizationId: key,
        role: ParticipantRole.BUYER,
      });
      if (event === wished) await aMeetingWish(app, { from: selling, to: buying });
    }
  }
  await aMeetingGrid(app, wished.key, { slots: HIDDEN, tables: 1 });
  for (const text of TRADES) await savedBy(guesser.owner.client, { query: { index: 'NEEDS', text } });
}, 180_000);
afterAll(() => app.close());

/** Plans the event and gives what its organizer reads of the plan. */
async function plan(): Promise<unknown> {
  const { result } = await guesser.owner.client.ok<{ result: { run: { id: string } } }>(
    `mutation ($input: StartSchedulingInput!) { result: startScheduling(input: $input) {
       ... on StartSchedulingPayload { run { id } } } }`,
    { input: { actingOrganizationId: guesser.id, eventId: wished.id, seconds: 1 } },
  );
  await app.get(RunSchedulingJob).handle({ runId: decodeGlobalId(result.run.id).id });
  return ask(QUESTIONS.run, { id: result.run.id });
}

const NEED_FACETS = ['KIND', 'INDUSTRY', 'PROVINCE', 'CITY', 'CERTIFICATE', 'STATE', 'PURPOSE', 'FLAG'];

/** All that the guesser sees: it organizes both events, supplies at them and has saved searches. */
async function view(): Promise<Record<string, unknown>> {
  const needs = [...masked, ...invited].map(({ key }) => key);
  await indexed(app, 'needs', ...needs);
  await indexed(app, 'organizations', ...[...present, ...absent].map(({ key }) => key));
  const seen: Record<string, unknown> = { plan: await plan() };
  for (const event of [wished, open]) {
    const variables = { id: event.id, acting: guesser.id };
    seen[`event ${event.key}`] = await ask(QUESTIONS.event, { id: event.id });
    seen[`lists ${event.key}`] = await ask(QUESTIONS.eventLists, { id: event.id });
    seen[`supplier ${event.key}`] = await ask(QUESTIONS.asSupplier, variables);
  }
  const search = (index: string, text: string, sort: string, more: object = {}) =>
    ask(QUESTIONS.search, { index, text, sort, facets: [], ...more });
  for (const text of ['', ...TRADES]) {
    for (const sort of ['RELEVANCE', 'NEWEST', 'REPLY_DEADLINE'])
      seen[`needs ${text} ${sort}`] = await search('NEEDS', text, sort, { facets: NEED_FACETS });
    seen[`organizations ${text}`] = await search('ORGANIZATIONS', text, 'RELEVANCE');
    seen[`capabilities ${text}`] = await search('CAPABILITIES', text, 'RELEVANCE');
    if (text) seen[`words ${text}`] = await ask(QUESTIONS.words, { text });
    if (text) seen[`typed ${text}`] = await ask(QUESTIONS.suggestions, { typed: text.slice(0, 2) });
  }
  seen['list'] = await ask(QUESTIONS.lists);
  seen['organizations'] = await ask(QUESTIONS.organizations);
  seen['saved'] = await ask(QUESTIONS.saved);
  seen['matching'] = await ask(QUESTIONS.matchingNeeds, { id: guesser.id });
  for (const { id } of offered) seen[`matching ${id}`] = await ask(QUESTIONS.ofCapability, { id });
  for (const { id } of [...present, ...absent]) {
    seen[`buyer ${id}`] = await ask(QUESTIONS.buyer, { id });
    seen[`needs of ${id}`] = await search('NEEDS', '', 'NEWEST', { filter: { organizationId: id } });
  }
  return seen;
}

/** Gives each need under an alias to a buyer. */
async function give(houses: readonly House[]): Promise<void> {
  for (const [i, { key }] of masked.entries()) await setNeed(app, key, { organizationId: houses[i]!.key });
}

const setInvited = async (state: NeedState) => {
  for (const { key } of invited) await setNeed(app, key, { state });
};

const rotated = (houses: readonly House[]) => [...houses.slice(1), ...houses.slice(0, 1)];

it('nobody can tell which buyer stands behind an alias: all that is read is the same whoever it is', async () => {
  await view();
  const before = await view();
  await give(rotated(present));
  expect(await view()).toEqual(before);
  await give(absent);
  expect(await view()).toEqual(before);
  await give(present);
}, 120_000);

it('nobody can tell a need for invited suppliers from none: all that is read is the same without it', async () => {
  await changed(app, 'ProcurementNeed', ...invited.map(({ key }) => key));
  const alerts = (await alertsOf(app, guesser.owner.user.id)).map(({ listingId }) => listingId);
  expect(alerts.length).toBeGreaterThan(0);
  expect(alerts.filter((id) => invited.some(({ key }) => key === id))).toEqual([]);
  await view();
  const before = await view();
  await setInvited(NeedState.DRAFT);
  expect(await view()).toEqual(before);
  await setInvited(NeedState.PUBLISHED);
}, 120_000);

it('an organizer that puts a need of others on stage does not learn how many answer it', async () => {
  const input = { actingOrganizationId: guesser.id, eventId: open.id, needId: masked[0]!.id };
  await guesser.owner.client.ok(
    'mutation ($input: AnnounceNeedOnStageInput!) { announceNeedOnStage(input: $input) { __typename } }',
    { input },
  );
  await view();
  const before = await view();
  const rival = await anOrganization(app);
  await rival.owner.client.ok(
    'mutation ($input: RespondToNeedInput!) { respondToNeed(input: $input) { __typename } }',
    { input: { actingOrganizationId: rival.id, needId: masked[0]!.id, message: '我司可供' } },
  );
  const after = await view();
  expect(after[`event ${open.key}`]).toEqual(before[`event ${open.key}`]);
  expect(after['matching']).toEqual(before['matching']);
}, 120_000);

it('every number of the schema is either watched above or known to tell nothing of hidden needs', () => {
  const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));
  const asked = new Set(Object.values(QUESTIONS).flatMap((query) => numbersOf(schema, query)));
  const { watched, ...rest }: Record<string, readonly string[]> & { watched: readonly string[] } = aggregates;
  expect([...asked].filter((field) => !watched.includes(field))).toEqual([]);
  expect(watched.filter((field) => !asked.has(field))).toEqual([]);
  const known = [...watched, ...Object.values(rest).flat()].sort();
  expect(known).toEqual([...new Set(known)]);
  expect(known).toEqual(allNumbers(schema));
});

const isNumber = (name: string) => name === 'Int' || name === 'Float';

function allNumbers(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isNumber(getNamedType(field.type).name))
        .map((field) => `${type.name}.${field.name}`),
    )
    .sort();
}

/** The numbers that a document selects. */
function numbersOf(schema: GraphQLSchema, query: string): string[] {
  const info = new TypeInfo(schema);
  const found: string[] = [];
  const Field = () => {
    const [type, parent] = [info.getType(), info.getParentType()];
    if (type && parent && isNumber(getNamedType(type).name))
      found.push(`${parent.name}.${info.getFieldDef()!.name}`);
  };
  visit(parse(query), visitWithTypeInfo(info, { Field }));
  return found;
}
