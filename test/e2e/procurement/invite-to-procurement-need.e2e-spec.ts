import { encodeGlobalId, newId } from '@app/kernel';
import { NeedState, NeedVisibility } from '@app/procurement';
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
