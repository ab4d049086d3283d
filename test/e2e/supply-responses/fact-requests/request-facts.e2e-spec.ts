import { Transactions } from '@app/database';
import { encodeGlobalId, newId } from '@app/kernel';
import { aCapability } from '../../../support/builders/capabilities.js';
import {
  anOpenMatch,
  askedAbout,
  asking,
  factRequestsAbout,
  type OpenMatch,
  REQUEST_FACTS,
} from '../../../support/builders/fact-requests.js';
import { aPhone, messagesTo } from '../../../support/builders/identity.js';
import { anOrganization, eventsAbout, outsidersOf } from '../../../support/builders/organizations.js';
import { setNeed } from '../../../support/builders/procurement.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';
import { NeedState } from '@app/procurement';

const REVOKE = `mutation ($input: RevokeFactRequestInput!) { revokeFactRequest(input: $input) {
  __typename ... on RevokeFactRequestPayload { factRequest { state } }
  ... on FactRequestStateError { currentState } } }`;
const LIST = `query ($id: ID!) { procurementNeed(id: $id) { factRequests { edges { node { id state } } } } }`;

interface Asked {
  requestFacts: { __typename: string; code?: string; factRequest?: { id: string } };
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const ask = async (match: OpenMatch, more: object = {}) =>
  (await match.buyer.editor.client.ok<Asked>(REQUEST_FACTS, asking(match, more))).requestFacts;

/** The same match with a supplier that has members. */
async function aClaimedMatch() {
  const match = await anOpenMatch(app);
  const supplier = await anOrganization(app);
  return { ...match, supplier, capability: await aCapability(app, supplier.key) };
}

it('asks an unclaimed company for what the card does not know, under the buyer’s alias', async () => {
  const match = await anOpenMatch(app, '某新能源汽车链主·杭州');
  expect((await ask(match)).factRequest).toMatchObject({
    state: 'SENT',
    contactKind: 'PHONE',
    contactMask: `${match.contact.slice(0, -8)}****${match.contact.slice(-4)}`,
    facts: [
      { kind: 'CERTIFICATE', subjectId: 'iatf-16949', answer: null },
      { kind: 'CAPACITY', subjectId: null, name: '产能', answer: null },
    ],
    organization: { id: match.supplier.id },
    requester: { id: match.buyer.id },
    capability: { id: match.capability.id },
    procurementNeed: { id: match.need.id },
  });
  const [message] = await messagesTo(app, match.contact);
  expect(message).toMatchObject({ channel: 'SMS', template: 'MESSAGE_FACT_REQUEST', locale: 'zh' });
  expect(message?.params).toMatchObject({ buyer: '某新能源汽车链主·杭州', count: 3, days: 14 });
  expect(JSON.stringify(message)).not.toContain(match.buyer.name);
  const [stored] = await factRequestsAbout(app, match.need.key);
  expect(JSON.stringify(stored)).not.toContain(match.contact);
  expect(String(message?.params['link'])).not.toContain(stored!.tokenHash);
  expect(await eventsAbout(app, stored!.id)).toEqual(['FactRequestSent']);
});

it('asks a claimed company through its owners and editors only, each in their language', async () => {
  const match = await aClaimedMatch();
  expect(await ask(match)).toMatchObject({ code: 'FACT_CONTACT_OF_CLAIMED' });
  expect((await ask(match, { contact: null })).factRequest).toMatchObject({ contactMask: null });
  for (const { phone } of [match.supplier.owner, match.supplier.editor])
    expect(await messagesTo(app, phone)).toHaveLength(1);
  expect(await messagesTo(app, match.supplier.viewer.phone)).toEqual([]);
});

it('puts the questions that the buyer chooses, each once and of known things', async () => {
  const match = await anOpenMatch(app);
  const refused = async (facts: object[]) =>
    (await match.buyer.editor.client.refused(REQUEST_FACTS, asking(match, { facts }))).extensions.reason;
  expect(await refused([{ kind: 'CERTIFICATE', subjectId: 'none' }])).toBe('FACT_UNKNOWN');
  expect(await refused([{ kind: 'CERTIFICATE' }])).toBe('FACT_UNKNOWN');
  expect(await refused([{ kind: 'PRICE' }, { kind: 'PRICE' }])).toBe('FACT_TWICE');
  expect(await refused([])).toBe('INVALID_INPUT');
  const facts = [{ kind: 'PARAMETER', subjectId: 'piece-weight' }, { kind: 'MINIMUM_ORDER' }];
  expect((await ask(match, { facts })).factRequest).toMatchObject({
    facts: [
      { kind: 'PARAMETER', subjectId: 'piece-weight' },
      { kind: 'MINIMUM_ORDER', subjectId: null },
    ],
  });
});

it('asks once: twice, two at once, and retried under one key', async () => {
  const match = await anOpenMatch(app);
  const both = await Promise.all([ask(match), ask(match)]);
  expect(both.map(({ __typename }) => __typename).sort()).toEqual([
    'FactRequestExistsError',
    'RequestFactsPayload',
  ]);
  expect(await messagesTo(app, match.contact)).toHaveLength(1);
  const again = await ask(match, { contact: aPhone() });
  expect(again).toMatchObject({ code: 'FACT_REQUEST_EXISTS' });
  const second = await anOpenMatch(app);
  const ids = [];
  for (let i = 0; i < 2; i++) ids.push((await ask(second, { clientMutationId: 'f-1' })).factRequest?.id);
  expect(ids).toEqual([expect.any(String), ids[0]]);
  expect(await messagesTo(app, second.contact)).toHaveLength(1);
});

it('needs a contact for an unclaimed profile, an open need, and something to ask', async () => {
  const match = await anOpenMatch(app);
  expect(await ask(match, { contact: null })).toMatchObject({ code: 'FACT_CONTACT_NEEDED' });
  await setNeed(app, match.need.key, { requiredCertificates: [] });
  await app.get(Transactions).query('delete from need_line where need_id = $1', [match.need.key]);
  expect(await ask(match)).toMatchObject({ code: 'NOTHING_TO_ASK' });
  await setNeed(app, match.need.key, { state: NeedState.CLOSED });
  expect(await ask(match, { facts: [{ kind: 'PRICE' }] })).toMatchObject({ code: 'NEED_NOT_OPEN' });
  expect(await factRequestsAbout(app, match.need.key)).toEqual([]);
  expect(await messagesTo(app, match.contact)).toEqual([]);
});

it('writes to one contact three times a day at most, whoever asks; a refused request takes nothing of the day', async () => {
  const contact = aPhone();
  const answers = [];
  for (let i = 0; i < 4; i++) answers.push(await ask({ ...(await anOpenMatch(app)), contact }));
  expect(answers.map(({ code }) => code)).toEqual([undefined, undefined, undefined, 'TOO_MANY_ATTEMPTS']);
  const last = await anOpenMatch(app);
  const closed = await anOpenMatch(app);
  await setNeed(app, closed.need.key, { state: NeedState.CLOSED });
  for (let i = 0; i < 4; i++)
    expect(await ask({ ...closed, contact: last.contact })).toMatchObject({ code: 'NEED_NOT_OPEN' });
  expect(await ask(last)).toMatchObject({ __typename: 'RequestFactsPayload' });
});

it('is refused to whoever may not write for the buyer, and nothing is sent', async () => {
  const match = await anOpenMatch(app);
  for (const { who, client, told } of await outsidersOf(app, match.buyer)) {
    const error = await client.refused(REQUEST_FACTS, asking(match));
    expect({ who, code: error.extensions.code }).toEqual({ who, code: told });
  }
  const rival = await anOrganization(app);
  const inOwnName = asking(match, { actingOrganizationId: rival.id });
  expect((await rival.owner.client.refused(REQUEST_FACTS, inOwnName)).extensions.code).toBe('FORBIDDEN');
  const nowhere = asking({ ...match, need: { key: '', id: encodeGlobalId('ProcurementNeed', newId()) } });
  expect((await match.buyer.owner.client.refused(REQUEST_FACTS, nowhere)).extensions.code).toBe('NOT_FOUND');
  const own = asking({ ...match, capability: await aCapability(app, match.buyer.key) });
  expect((await match.buyer.owner.client.refused(REQUEST_FACTS, own)).extensions.reason).toBe(
    'FACT_REQUEST_CAPABILITY_UNKNOWN',
  );
  expect(await factRequestsAbout(app, match.need.key)).toEqual([]);
  expect(await messagesTo(app, match.contact)).toEqual([]);
});

it('is listed for the buyer’s members, and taken back by its editors', async () => {
  const match = await anOpenMatch(app);
  const { id } = await askedAbout(app, match);
  const variables = { id: match.need.id };
  const listed = await match.buyer.viewer.client.ok(LIST, variables);
  expect(listed).toEqual({
    procurementNeed: { factRequests: { edges: [{ node: { id, state: 'SENT' } }] } },
  });
  const rival = await anOrganization(app);
  expect(await rival.owner.client.ok(LIST, variables)).toEqual({ procurementNeed: { factRequests: null } });
  const input = { actingOrganizationId: match.buyer.id, factRequestId: id };
  expect((await match.buyer.viewer.client.refused(REVOKE, { input })).extensions.code).toBe('FORBIDDEN');
  expect((await rival.owner.client.refused(REVOKE, { input })).extensions.code).toBe('NOT_FOUND');
  for (let i = 0; i < 2; i++)
    expect(await match.buyer.editor.client.ok(REVOKE, { input })).toMatchObject({
      revokeFactRequest: { factRequest: { state: 'REVOKED' } },
    });
});

const HIDE = `mutation ($input: HideMatchInput!) { hideMatch(input: $input) { __typename } }`;
const BLOCK = `mutation ($input: BlockOrganizationInput!) { blockOrganization(input: $input) { __typename } }`;

it('a company that hid the need or blocks the buyer gets no message, and the buyer is answered as ever', async () => {
  const answered = [];
  for (const how of ['open', 'hidden', 'blocked']) {
    const match = await aClaimedMatch();
    const { supplier, need, buyer } = match;
    const acting = { actingOrganizationId: supplier.id };
    const hides = { input: { ...acting, needId: need.id, supplierId: supplier.id } };
    if (how === 'hidden') await supplier.editor.client.ok(HIDE, hides);
    const blocks = { input: { ...acting, organizationId: buyer.id } };
    if (how === 'blocked') await supplier.editor.client.ok(BLOCK, blocks);
    const { __typename, factRequest } = await ask(match, { contact: null });
    const again = await ask(match, { contact: null });
    answered.push([__typename, Object.keys(factRequest!), again.code]);
    expect(factRequest).toMatchObject({ state: 'SENT', organization: { id: supplier.id } });
    expect(await messagesTo(app, supplier.owner.phone)).toHaveLength(how === 'open' ? 1 : 0);
  }
  expect(answered[1]).toEqual(answered[0]);
  expect(answered[2]).toEqual(answered[0]);
});

it('the buyer asks nobody whom it hid or blocked itself, and nothing is sent', async () => {
  for (const how of ['hidden', 'blocked']) {
    const match = await anOpenMatch(app);
    const { supplier, need, buyer } = match;
    const acting = { actingOrganizationId: buyer.id };
    if (how === 'hidden')
      await buyer.editor.client.ok(HIDE, {
        input: { ...acting, needId: need.id, supplierId: supplier.id },
      });
    else await buyer.editor.client.ok(BLOCK, { input: { ...acting, organizationId: supplier.id } });
    const refused = await buyer.editor.client.refused(REQUEST_FACTS, asking(match));
    expect(refused.extensions.reason).toBe('FACT_REQUEST_MATCH_HIDDEN');
    expect(await factRequestsAbout(app, need.key)).toEqual([]);
    expect(await messagesTo(app, match.contact)).toEqual([]);
  }
});
