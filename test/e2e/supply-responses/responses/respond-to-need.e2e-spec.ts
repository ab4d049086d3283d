import { Transactions } from '@app/database';
import { MemberRole } from '@app/identity';
import { encodeGlobalId, newId } from '@app/kernel';
import { SupplyResponseState } from '@app/supply-responses';
import { NeedState, NeedVisibility } from '@app/procurement';
import { aMember } from '../../../support/builders/identity.js';
import { anOrganization, eventsAbout, outsidersOf } from '../../../support/builders/organizations.js';
import { aDraftNeed, aNeed, inDays, setNeed } from '../../../support/builders/procurement.js';
import { aResponse, responsesTo } from '../../../support/builders/supply-responses.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

const RESPOND = `mutation ($input: RespondToNeedInput!) {
  respondToNeed(input: $input) {
    __typename
    ... on RespondToNeedPayload { supplyResponse {
      id state message parameters { parameterId min max unit values } capacity { amount unit period } leadTimeDays
      certificates organization { id } procurementNeed { id } capability { id } declineReason answeredAt
    } }
    ... on SupplyResponseExistsError { supplyResponse { id } }
    ... on UserError { code }
  }
}`;

interface Answer {
  respondToNeed: { __typename: string; supplyResponse?: { id: string } };
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const say = (supplier: { id: string }, need: { id: string }, more: object = {}) => ({
  input: { actingOrganizationId: supplier.id, needId: need.id, message: ' 我司可供 ', ...more },
});
const parties = async () => ({ buyer: await anOrganization(app), supplier: await anOrganization(app) });

/** A capability of an organization, published unless told otherwise; gives its global id. */
async function aCapability(organizationId: string, state = 'PUBLISHED'): Promise<string> {
  const id = newId();
  await app
    .get(Transactions)
    .query(
      `insert into capability (id, organization_id, kind, state, title, fact_state) values ($1, $2, 'PROCESS', $3, '压铸', 'DECLARED')`,
      [id, organizationId, state],
    );
  return encodeGlobalId('Capability', id);
}

it('an editor says that the organization can supply, with the facts that matter', async () => {
  const { buyer, supplier } = await parties();
  const need = await aNeed(app, buyer.key);
  const capabilityId = await aCapability(supplier.key);
  const facts = {
    parameters: [{ parameterId: 'piece-weight', min: '1', max: '18', unit: 'kg', values: [] }],
    capacity: { amount: '80000', unit: '件', period: 'MONTH' },
    leadTimeDays: 35,
    certificates: 'IATF 16949（2027年到期）',
  };
  const { respondToNeed } = await supplier.editor.client.ok<Answer>(
    RESPOND,
    say(supplier, need, { ...facts, capabilityId }),
  );
  expect(respondToNeed.supplyResponse).toMatchObject({
    ...facts,
    state: 'SENT',
    message: '我司可供',
    organization: { id: supplier.id },
    procurementNeed: { id: need.id },
    capability: { id: capabilityId },
  });
  const [stored] = await responsesTo(app, need.key);
  expect(await eventsAbout(app, stored!.id)).toEqual(['SupplyResponseSent']);
});

it('answers once: twice, two at once, and retried under one key', async () => {
  const { buyer, supplier } = await parties();
  const need = await aNeed(app, buyer.key);
  const both = [supplier.owner, supplier.editor].map(({ client }) =>
    client.ok<Answer>(RESPOND, say(supplier, need)),
  );
  const kinds = (await Promise.all(both)).map((answer) => answer.respondToNeed.__typename).sort();
  expect(kinds).toEqual(['RespondToNeedPayload', 'SupplyResponseExistsError']);
  const again = await supplier.owner.client.ok<Answer>(RESPOND, say(supplier, need, { message: '再次' }));
  const [only, ...others] = await responsesTo(app, need.key);
  expect(others).toEqual([]);
  expect(only?.message).toBe('我司可供');
  expect(again.respondToNeed).toMatchObject({
    __typename: 'SupplyResponseExistsError',
    supplyResponse: { id: encodeGlobalId('SupplyResponse', only!.id) },
  });
  const second = await aNeed(app, buyer.key);
  const retried = say(supplier, second, { clientMutationId: 'r-1' });
  const ids = [];
  for (let i = 0; i < 2; i++) {
    const { respondToNeed } = await supplier.owner.client.ok<Answer>(RESPOND, retried);
    expect(respondToNeed.__typename).toBe('RespondToNeedPayload');
    ids.push(respondToNeed.supplyResponse!.id);
  }
  expect(ids[0]).toBe(ids[1]);
});

it('a response that was taken back can be given anew', async () => {
  const { buyer, supplier } = await parties();
  const need = await aNeed(app, buyer.key);
  const { key } = await aResponse(app, need.key, supplier.key, { state: SupplyResponseState.WITHDRAWN });
  await supplier.editor.client.ok(RESPOND, say(supplier, need, { message: '重新可供' }));
  expect(await responsesTo(app, need.key)).toMatchObject([{ id: key, state: 'SENT', message: '重新可供' }]);
});

it.each([NeedState.CLOSED, NeedState.CANCELLED, NeedState.AWARDED, 'past its deadline'] as const)(
  'is too late for a need that is %s',
  async (state) => {
    const { buyer, supplier } = await parties();
    const need = await aNeed(app, buyer.key);
    await setNeed(
      app,
      need.key,
      state === 'past its deadline' ? { replyDeadline: inDays(-0.001) } : { state },
    );
    expect(await supplier.owner.client.ok(RESPOND, say(supplier, need))).toEqual({
      respondToNeed: { __typename: 'NeedNotOpenError', code: 'NEED_NOT_OPEN' },
    });
    expect(await responsesTo(app, need.key)).toEqual([]);
  },
);

it('and the end of a need cannot cross: either the response was first or it is told no', async () => {
  const { buyer, supplier } = await parties();
  const need = await aNeed(app, buyer.key);
  const CLOSE =
    'mutation ($input: CloseProcurementNeedInput!) { closeProcurementNeed(input: $input) { __typename } }';
  const [{ respondToNeed }] = await Promise.all([
    supplier.owner.client.ok<Answer>(RESPOND, say(supplier, need)),
    buyer.owner.client.ok(CLOSE, { input: { actingOrganizationId: buyer.id, needId: need.id } }),
  ]);
  const stored = await responsesTo(app, need.key);
  const taken = respondToNeed.__typename === 'RespondToNeedPayload';
  expect([stored.length, respondToNeed.__typename]).toEqual(
    taken ? [1, 'RespondToNeedPayload'] : [0, 'NeedNotOpenError'],
  );
});

it('is refused to whoever may not write for the supplier, and nothing is stored', async () => {
  const { buyer, supplier } = await parties();
  const need = await aNeed(app, buyer.key);
  for (const { who, client, told } of await outsidersOf(app, supplier)) {
    const error = await client.refused(RESPOND, say(supplier, need));
    expect({ who, code: error.extensions.code }).toEqual({ who, code: told });
  }
  expect(await responsesTo(app, need.key)).toEqual([]);
});

it('needs that the supplier may not see do not exist; membership elsewhere opens none', async () => {
  const { buyer, supplier } = await parties();
  const invited = await anOrganization(app);
  const hidden = await aNeed(app, buyer.key, { visibility: NeedVisibility.INVITED_ONLY });
  const draft = await aDraftNeed(app, buyer.key);
  await app
    .get(Transactions)
    .query('insert into need_invitation values ($1, $2, now())', [hidden.key, invited.key]);
  const nowhere = { id: encodeGlobalId('ProcurementNeed', newId()) };
  for (const need of [hidden, draft, nowhere])
    expect((await supplier.owner.client.refused(RESPOND, say(supplier, need))).extensions.code).toBe(
      'NOT_FOUND',
    );
  const both = await aMember(app, supplier.key, MemberRole.EDITOR);
  await app
    .get(Transactions)
    .query(
      'insert into organization_member (id, organization_id, user_id, role, joined_at) values ($1, $2, $3, $4, now())',
      [newId(), invited.key, both.user.id, 'EDITOR'],
    );
  expect((await both.client.refused(RESPOND, say(supplier, hidden))).extensions.code).toBe('FORBIDDEN');
  expect(await responsesTo(app, hidden.key)).toEqual([]);
  expect(await both.client.ok(RESPOND, say(invited, hidden))).toMatchObject({
    respondToNeed: { __typename: 'RespondToNeedPayload' },
  });
});

it('refuses the buyer itself and bad input, and nothing is stored', async () => {
  const { buyer, supplier } = await parties();
  const need = await aNeed(app, buyer.key);
  const own = await buyer.owner.client.refused(RESPOND, say(buyer, need));
  expect(own.extensions.reason).toBe('RESPONSE_TO_OWN_NEED');
  const reasons = [];
  for (const more of [
    { message: ' ' },
    { capacity: { amount: '0', unit: '件' } },
    { parameters: [{ parameterId: 'none' }] },
    { leadTimeDays: -1 },
    { capabilityId: await aCapability(buyer.key) },
    { capabilityId: await aCapability(supplier.key, 'DRAFT') },
  ])
    reasons.push((await supplier.owner.client.refused(RESPOND, say(supplier, need, more))).extensions.reason);
  expect(reasons).toEqual([
    'INVALID_INPUT',
    'RESPONSE_CAPACITY_NOT_POSITIVE',
    'UNKNOWN_PARAMETER',
    'INVALID_INPUT',
    'RESPONSE_CAPABILITY_UNKNOWN',
    'RESPONSE_CAPABILITY_UNKNOWN',
  ]);
  expect(await responsesTo(app, need.key)).toEqual([]);
});
