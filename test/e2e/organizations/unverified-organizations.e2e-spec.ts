import { aCapability } from '../../support/builders/capabilities.js';
import { aPerson, aStaffMember, type TestPerson } from '../../support/builders/identity.js';
import { anEventDraft, storedEvent } from '../../support/builders/matchmaking-events.js';
import { aDraftNeed, aNeed, invitedTo, storedNeed } from '../../support/builders/procurement.js';
import {
  aCreditCode,
  aPublicBodysCode,
  anOrganization,
  claimDecisionsOf,
  organizationsWithCode,
  storedOrganization,
} from '../../support/builders/organizations.js';
import { keyOf } from '@app/kernel';
import { ClaimState, NameNormaliser, UNVERIFIED_DAILY_LIMITS } from '@app/organizations';
import { NeedVisibility } from '@app/procurement';
import { CapabilityState } from '@app/capabilities';
import type { GraphqlClient } from '../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const REGISTER = `mutation ($input: RegisterOrganizationInput!) {
  registerOrganization(input: $input) {
    __typename
    ... on RegisterOrganizationPayload {
      organization {
        id creditCode name claimState source version foundedOn
        registeredCapital { amount currency } region { code name } industry { code } facts { fact state }
      }
    }
    ... on OrganizationToClaimError { code message organization { id } }
    ... on UserError { code message fields }
  }
}`;

interface Answer {
  registerOrganization: {
    __typename: string;
    message?: string;
    organization?: { id: string; creditCode: string; name: string };
  };
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const wish = (creditCode: string, more: object = {}) => ({
  input: { creditCode, name: '杭州华新机械有限公司', ...more },
});

const CLAIM = `mutation ($input: ClaimOrganizationInput!) {
  claimOrganization(input: $input) { ... on ClaimOrganizationPayload { claim { id evidence } } ... on UserError { code } }
}`;
const DECIDE = `mutation ($input: DecideOrganizationClaimInput!) {
  decideOrganizationClaim(input: $input) { __typename ... on UserError { code } }
}`;
const EVIDENCE = '法定代表人，执照登记机关可查，电话 0571-00000000。';

/** A person's new organization. */
async function registered(person: TestPerson, more: object = {}): Promise<{ id: string; key: string }> {
  const name = `杭州新登记${aCreditCode().slice(8, 17)}有限公司`;
  const { registerOrganization } = await person.client.ok<Answer>(
    REGISTER,
    wish(aCreditCode(), { name, ...more }),
  );
  const { id } = registerOrganization.organization!;
  return { id, key: keyOf(id, 'Organization') };
}

async function claimOf(client: GraphqlClient, organizationId: string, evidence = EVIDENCE) {
  const { claimOrganization } = await client.ok<{
    claimOrganization: { claim: { id: string; evidence: string } };
  }>(CLAIM, { input: { organizationId, evidence } });
  return claimOrganization.claim;
}

const approve = async (claimId: string) =>
  (await aStaffMember(app)).client.ok(DECIDE, {
    input: { claimId, approve: true, reason: '已电话核实' },
  });

describe('verification', () => {
  it('files the evidence of a registration, which the registrant can replace, and staff make it verified', async () => {
    const person = await aPerson(app);
    const { id, key } = await registered(person, { evidence: EVIDENCE });
    expect(await claimDecisionsOf(app, key)).toEqual(['PENDING']);
    const claim = await claimOf(person.client, id, `${EVIDENCE}另附网址 https://example.com`);
    expect(claim.evidence).toContain('example.com');
    expect(await claimDecisionsOf(app, key)).toEqual(['PENDING']);
    await approve(claim.id);
    expect(await storedOrganization(app, key)).toMatchObject({ claimState: 'CLAIMED' });
    expect(await person.client.ok('{ myOrganizations { id viewerRole } }')).toEqual({
      myOrganizations: [{ id, viewerRole: 'OWNER' }],
    });
  });

  it('hands a profile that a stranger registered to the approved claimant, and the stranger leaves', async () => {
    const [stranger, rightful] = [await aPerson(app), await aPerson(app)];
    const { id } = await registered(stranger, { evidence: EVIDENCE });
    await approve((await claimOf(rightful.client, id)).id);
    expect(await stranger.client.ok('{ myOrganizations { id } }')).toEqual({ myOrganizations: [] });
    expect(await rightful.client.ok('{ myOrganizations { id viewerRole } }')).toEqual({
      myOrganizations: [{ id, viewerRole: 'OWNER' }],
    });
  });

  it('opens the needs that are for verified suppliers', async () => {
    const buyer = await anOrganization(app);
    const need = await aNeed(app, buyer.key, { visibility: NeedVisibility.VERIFIED_SUPPLIERS });
    const person = await aPerson(app);
    const { id } = await registered(person);
    const READ = 'query ($id: ID!) { procurementNeed(id: $id) { id } }';
    expect(await person.client.ok(READ, { id: need.id })).toEqual({ procurementNeed: null });
    await approve((await claimOf(person.client, id)).id);
    expect(await person.client.ok(READ, { id: need.id })).toEqual({ procurementNeed: { id: need.id } });
  });
});

describe('names', () => {
  it.each([
    ['verified', ClaimState.CLAIMED],
    ['imported', ClaimState.UNCLAIMED],
  ])('refuses the full name of a %s organization, however it is written', async (_, claimState) => {
    const name = `杭州同名${aCreditCode().slice(8, 17)}（集团）有限公司`;
    const normalisedName = app.get(NameNormaliser).normaliseName(name);
    await anOrganization(app, { name, normalisedName, claimState });
    const { client } = await aPerson(app);
    const creditCode = aCreditCode();
    const spelt = name.replace('（', ' (').replace('）', ') ');
    const error = await client.refused(REGISTER, wish(creditCode, { name: spelt }));
    expect(error.extensions).toMatchObject({ reason: 'ORGANIZATION_NAME_TAKEN', fields: ['input.name'] });
    expect(await organizationsWithCode(app, creditCode)).toEqual([]);
  });

  it('leaves the name of an unverified organization to whoever can prove it', async () => {
    const name = `杭州占名${aCreditCode().slice(8, 17)}有限公司`;
    await registered(await aPerson(app), { name });
    await registered(await aPerson(app), { name });
  });
});

describe('an unverified organization', () => {
  const PUBLISH_NEED = `mutation ($input: PublishProcurementNeedInput!) {
    publishProcurementNeed(input: $input) { __typename ... on UserError { code } }
  }`;
  const PUBLISH_CAPABILITY = `mutation ($input: PublishCapabilityInput!) {
    publishCapability(input: $input) { __typename }
  }`;
  const INVITE = `mutation ($input: InviteToProcurementNeedInput!) {
    inviteToProcurementNeed(input: $input) { __typename ... on UserError { code } }
  }`;
  const PUBLISH_EVENT = `mutation ($input: PublishMatchmakingEventInput!) {
    publishMatchmakingEvent(input: $input) { __typename ... on UserError { code } }
  }`;
  const unverified = () => anOrganization(app, { claimState: ClaimState.UNVERIFIED });

  it('publishes a few needs a day, also when it publishes them at once', async () => {
    const house = await unverified();
    const limit = UNVERIFIED_DAILY_LIMITS.PUBLISH_NEED;
    const needs = await Promise.all(Array.from({ length: limit + 2 }, () => aDraftNeed(app, house.key)));
    const replies = await Promise.all(
      needs.map(({ id }) =>
        house.owner.client.send(PUBLISH_NEED, { input: { actingOrganizationId: house.id, needId: id } }),
      ),
    );
    const states = await Promise.all(needs.map(async ({ key }) => (await storedNeed(app, key)).state));
    expect(states.filter((state) => state === 'PUBLISHED')).toHaveLength(limit);
    expect(JSON.stringify(replies)).toContain('UNVERIFIED_QUOTA_USED');
  });

  it('publishes a few capabilities a day', async () => {
    const house = await unverified();
    const limit = UNVERIFIED_DAILY_LIMITS.PUBLISH_CAPABILITY;
    for (let i = 0; i <= limit; i++) {
      const { id } = await aCapability(app, house.key, {}, { state: CapabilityState.DRAFT });
      const input = { input: { actingOrganizationId: house.id, capabilityId: id } };
      if (i < limit) await house.owner.client.ok(PUBLISH_CAPABILITY, input);
      else
        expect(await house.owner.client.refused(PUBLISH_CAPABILITY, input)).toMatchObject({
          extensions: { reason: 'UNVERIFIED_QUOTA_USED' },
        });
    }
  });

  it('invites a few organizations a day, and none of a list that is longer', async () => {
    const house = await unverified();
    const need = await aNeed(app, house.key);
    const guests = await Promise.all(
      Array.from({ length: UNVERIFIED_DAILY_LIMITS.INVITE_ORGANIZATION + 1 }, () => anOrganization(app)),
    );
    const invite = (ids: string[]) => ({
      input: { actingOrganizationId: house.id, needId: need.id, organizationIds: ids },
    });
    const ids = guests.map(({ id }) => id);
    expect((await house.owner.client.refused(INVITE, invite(ids))).extensions.reason).toBe(
      'UNVERIFIED_QUOTA_USED',
    );
    expect(await invitedTo(app, need.key)).toEqual([]);
    await house.owner.client.ok(INVITE, invite(ids.slice(1)));
    expect(await invitedTo(app, need.key)).toHaveLength(ids.length - 1);
  });

  it('of the public sector needs evidence, and publishes nothing before staff have accepted it', async () => {
    const person = await aPerson(app);
    const creditCode = aPublicBodysCode();
    const name = `杭州市试验${creditCode.slice(9, 16)}局`;
    const bare = await person.client.refused(REGISTER, wish(creditCode, { name }));
    expect(bare.extensions).toMatchObject({
      reason: 'PUBLIC_BODY_NEEDS_EVIDENCE',
      fields: ['input.evidence'],
    });
    expect(await organizationsWithCode(app, creditCode)).toEqual([]);
    const { registerOrganization } = await person.client.ok<Answer>(
      REGISTER,
      wish(creditCode, { name, evidence: EVIDENCE }),
    );
    const { id } = registerOrganization.organization!;
    const need = await aDraftNeed(app, keyOf(id, 'Organization'));
    const input = { input: { actingOrganizationId: id, needId: need.id } };
    expect((await person.client.refused(PUBLISH_NEED, input)).extensions).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'ORGANIZATION_UNVERIFIED',
    });
    await approve((await claimOf(person.client, id)).id);
    await person.client.ok(PUBLISH_NEED, input);
    expect((await storedNeed(app, need.key)).state).toBe('PUBLISHED');
  });

  it('prepares an event and cannot announce it', async () => {
    const house = await unverified();
    const event = await anEventDraft(app, house.key);
    const input = { input: { actingOrganizationId: house.id, eventId: event.id } };
    const error = await house.owner.client.refused(PUBLISH_EVENT, input);
    expect(error.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'ORGANIZATION_UNVERIFIED' });
    expect((await storedEvent(app, event.key)).publishedAt).toBeNull();
  });

  it('shows the chains that it says to lead to its members and staff alone', async () => {
    const house = await anOrganization(app, {
      claimState: ClaimState.UNVERIFIED,
      chainLeaderOf: ['新能源汽车'],
    });
    const READ = 'query ($id: ID!) { organization(id: $id) { chainLeaderOf facts { fact } } }';
    expect(await app.asGuest().ok(READ, { id: house.id })).toEqual({
      organization: { chainLeaderOf: [], facts: [] },
    });
    expect(await house.viewer.client.ok(READ, { id: house.id })).toEqual({
      organization: { chainLeaderOf: ['新能源汽车'], facts: [{ fact: 'CHAIN_LEADER' }] },
    });
  });
});
