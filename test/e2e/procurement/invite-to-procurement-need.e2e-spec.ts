import { encodeGlobalId, newId } from '@app/kernel';
import { NeedState, NeedVisibility } from '@app/procurement';
import { QuotaAction, UnverifiedLimits, VERIFIED_DAILY_LIMITS } from '@app/organizations';
import { needOutsiders } from '../../support/builders/need-outsiders.js';
import { anOrganization, eventsAbout } from '../../support/builders/organizations.js';
import { aDraftNeed, aNeed, invitedTo, setNeed } from '../../support/builders/procurement.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const INVITE = `mutation ($input: InviteToProcurementNeedInput!) {
  inviteToProcurementNeed(input: $input) {
    __typename
    ... on InviteToProcurementNeedPayload { procurementNeed { invitedOrganizations { id } } }
    ... on NeedStateError { currentState }
  }
}`;

const WITHDRAW = `mutation ($input: WithdrawNeedInvitationInput!) {
  withdrawNeedInvitation(input: $input) {
    __typename
    ... on WithdrawNeedInvitationPayload { procurementNeed { invitedOrganizations { id } } }
    ... on NeedStateError { currentState }
  }
}`;

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const wish = (buyer: { id: string }, need: { id: string }, ...invited: { id: string }[]) => ({
  input: { actingOrganizationId: buyer.id, needId: need.id, organizationIds: invited.map(({ id }) => id) },
});

it('lets the invited see a need that only the invited may see', async () => {
  const [buyer, invited, other] = [
    await anOrganization(app),
    await anOrganization(app),
    await anOrganization(app),
  ];
  const need = await aNeed(app, buyer.key, { visibility: NeedVisibility.INVITED_ONLY });
  const ONE = 'query ($id: ID!) { procurementNeed(id: $id) { id invitedOrganizations { id } } }';
  const seenBy = async (who: typeof other) =>
    (await who.viewer.client.ok<{ procurementNeed: object | null }>(ONE, { id: need.id })).procurementNeed;
  expect(await seenBy(invited)).toBeNull();
  expect(await buyer.editor.client.ok(INVITE, wish(buyer, need, invited))).toMatchObject({
    inviteToProcurementNeed: { procurementNeed: { invitedOrganizations: [{ id: invited.id }] } },
  });
  expect(await seenBy(invited)).toEqual({ id: need.id, invitedOrganizations: null });
  expect(await seenBy(other)).toBeNull();
});

const taken = (buyer: { id: string }, need: { id: string }, invited: { id: string }) => ({
  input: { actingOrganizationId: buyer.id, needId: need.id, organizationId: invited.id },
});

it('is taken back: the need does not exist any more for whoever was invited, and nothing happens twice', async () => {
  const [buyer, a, b] = [await anOrganization(app), await anOrganization(app), await anOrganization(app)];
  const need = await aNeed(app, buyer.key, { visibility: NeedVisibility.INVITED_ONLY });
  await buyer.editor.client.ok(INVITE, wish(buyer, need, a, b));
  const answer = { withdrawNeedInvitation: { procurementNeed: { invitedOrganizations: [{ id: b.id }] } } };
  for (let i = 0; i < 2; i++)
    expect(await buyer.editor.client.ok(WITHDRAW, taken(buyer, need, a))).toMatchObject(answer);
  const ONE = 'query ($id: ID!) { procurementNeed(id: $id) { id } }';
  expect(await a.owner.client.ok(ONE, { id: need.id })).toEqual({ procurementNeed: null });
  expect(await b.owner.client.ok(ONE, { id: need.id })).toEqual({ procurementNeed: { id: need.id } });
  const told = (await eventsAbout(app, need.key)).filter((type) => type === 'NeedInvitationWithdrawn');
  expect(told).toHaveLength(1);
});

it('is not taken back by others, nor once the need is closed', async () => {
  const [buyer, a] = [await anOrganization(app), await anOrganization(app)];
  const [draft, open] = [await aDraftNeed(app, buyer.key), await aNeed(app, buyer.key)];
  for (const need of [draft, open]) await buyer.owner.client.ok(INVITE, wish(buyer, need, a));
  for (const { who, client, toldOfHidden, toldOfPublic } of await needOutsiders(app, buyer)) {
    const hidden = await client.refused(WITHDRAW, taken(buyer, draft, a));
    const seen = await client.refused(WITHDRAW, taken(buyer, open, a));
    expect([who, hidden.extensions.code, seen.extensions.code]).toEqual([who, toldOfHidden, toldOfPublic]);
  }
  await setNeed(app, open.key, { state: NeedState.CLOSED });
  expect(await buyer.owner.client.ok(WITHDRAW, taken(buyer, open, a))).toEqual({
    withdrawNeedInvitation: { __typename: 'NeedStateError', currentState: 'CLOSED' },
  });
  for (const { key } of [draft, open]) expect(await invitedTo(app, key)).toEqual([a.key]);
});

it('has a limit a day, for verified buyers as well', async () => {
  const [buyer, a] = [await anOrganization(app), await anOrganization(app)];
  const need = await aNeed(app, buyer.key);
  const limit = VERIFIED_DAILY_LIMITS.INVITE_ORGANIZATION!;
  const use = (times: number) =>
    app.get(UnverifiedLimits).useQuota(buyer.key, QuotaAction.INVITE_ORGANIZATION, times);
  await use(limit - 1);
  await buyer.editor.client.ok(INVITE, wish(buyer, need, a));
  const error = await buyer.editor.client.refused(INVITE, wish(buyer, need, await anOrganization(app)));
  expect(error.extensions.reason).toBe('DAILY_QUOTA_USED');
  expect(await invitedTo(app, need.key)).toEqual([a.key]);
});

it('invites once, also when asked twice and by two at once', async () => {
  const [buyer, a, b] = [await anOrganization(app), await anOrganization(app), await anOrganization(app)];
  const need = await aDraftNeed(app, buyer.key);
  await Promise.all([
    buyer.owner.client.ok(INVITE, wish(buyer, need, a, b)),
    buyer.editor.client.ok(INVITE, wish(buyer, need, b, a, a)),
  ]);
  await buyer.owner.client.ok(INVITE, wish(buyer, need, a));
  expect(await invitedTo(app, need.key)).toEqual([a.key, b.key].sort());
  const told = (await eventsAbout(app, need.key)).filter((type) => type === 'OrganizationInvitedToNeed');
  expect(told).toHaveLength(2);
});

it('refuses the buyer itself, organizations that are not there, and nobody at all', async () => {
  const [buyer, a] = [await anOrganization(app), await anOrganization(app)];
  const need = await aDraftNeed(app, buyer.key);
  const nowhere = { id: encodeGlobalId('Organization', newId()) };
  const reasons = [];
  for (const input of [wish(buyer, need, a, buyer), wish(buyer, need, a, nowhere), wish(buyer, need)])
    reasons.push((await buyer.owner.client.refused(INVITE, input)).extensions.reason);
  expect(reasons).toEqual(['NEED_INVITES_BUYER', 'NEED_INVITES_UNKNOWN', 'INVALID_INPUT']);
  expect(await invitedTo(app, need.key)).toEqual([]);
});

it('is over when the need is', async () => {
  const [buyer, a] = [await anOrganization(app), await anOrganization(app)];
  const need = await aNeed(app, buyer.key);
  await setNeed(app, need.key, { state: NeedState.CLOSED });
  expect(await buyer.owner.client.ok(INVITE, wish(buyer, need, a))).toEqual({
    inviteToProcurementNeed: { __typename: 'NeedStateError', currentState: 'CLOSED' },
  });
  expect(await invitedTo(app, need.key)).toEqual([]);
});

it('is refused to everybody else, and nobody is invited', async () => {
  const [buyer, a] = [await anOrganization(app), await anOrganization(app)];
  const [draft, open] = [await aDraftNeed(app, buyer.key), await aNeed(app, buyer.key)];
  for (const { who, client, toldOfHidden, toldOfPublic } of await needOutsiders(app, buyer)) {
    const hidden = await client.refused(INVITE, wish(buyer, draft, a));
    const seen = await client.refused(INVITE, wish(buyer, open, a));
    expect([who, hidden.extensions.code, seen.extensions.code]).toEqual([who, toldOfHidden, toldOfPublic]);
  }
  expect([...(await invitedTo(app, draft.key)), ...(await invitedTo(app, open.key))]).toEqual([]);
  const nowhere = { id: encodeGlobalId('ProcurementNeed', newId()) };
  const error = await buyer.owner.client.refused(INVITE, wish(buyer, nowhere, a));
  expect(error.extensions.code).toBe('NOT_FOUND');
});
