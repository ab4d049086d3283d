import { Transactions } from '@app/database';
import { encodeGlobalId, newId } from '@app/kernel';
import { aPerson, aStaffMember } from '../../support/builders/identity.js';
import { notificationsOf, tellEverybody } from '../../support/builders/notifications.js';
import {
  anOrganization,
  anUnclaimedOrganization,
  auditedAbout,
  eventsAbout,
  storedOrganization,
} from '../../support/builders/organizations.js';
import type { GraphqlClient } from '../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const CLAIM = `mutation ($input: ClaimOrganizationInput!) {
  claimOrganization(input: $input) {
    __typename
    ... on ClaimOrganizationPayload { claim { id decision evidence organization { id } } }
    ... on UserError { code }
  }
}`;
const DECIDE = `mutation ($input: DecideOrganizationClaimInput!) {
  decideOrganizationClaim(input: $input) {
    __typename
    ... on DecideOrganizationClaimPayload { claim { id decision reason } }
    ... on ClaimAlreadyDecidedError { claim { decision } }
    ... on UserError { code }
  }
}`;
const EVIDENCE = '本人为该公司法定代表人，营业执照可查，电话 0571-00000000。';

interface Claimed {
  claimOrganization: { __typename: string; claim?: { id: string; decision: string } };
}
interface Decided {
  decideOrganizationClaim: { __typename: string; claim?: { decision: string; reason?: string | null } };
}

let app: TestApp;
let staff: GraphqlClient;

beforeAll(async () => {
  app = await createTestApp();
  staff = (await aStaffMember(app)).client;
});
afterAll(() => app.close());

const claim = (organizationId: string, evidence = EVIDENCE) => ({ input: { organizationId, evidence } });
const decide = (claimId: string, approve: boolean, reason: string | null = '已电话核实') => ({
  input: { claimId, approve, reason },
});

async function filed(client: GraphqlClient, organizationId: string): Promise<string> {
  const { claimOrganization } = await client.ok<Claimed>(CLAIM, claim(organizationId));
  return claimOrganization.claim!.id;
}

async function claimsOn(organizationId: string): Promise<{ decision: string }[]> {
  return app
    .get(Transactions)
    .query('select decision from organization_claim where organization_id = $1 order by id', [
      organizationId,
    ]);
}

describe('claiming', () => {
  it('files a claim that waits for staff, and changes nothing yet', async () => {
    const organization = await anUnclaimedOrganization(app);
    const { client } = await aPerson(app);
    const { claimOrganization } = await client.ok<Claimed>(CLAIM, claim(organization.id));
    expect(claimOrganization).toMatchObject({
      __typename: 'ClaimOrganizationPayload',
      claim: { decision: 'PENDING', evidence: EVIDENCE, organization: { id: organization.id } },
    });
    expect(await storedOrganization(app, organization.key)).toMatchObject({
      claimState: 'UNCLAIMED',
      version: 1,
    });
    expect(await client.ok('{ myOrganizations { id } }')).toEqual({ myOrganizations: [] });
    const { id } = claimOrganization.claim!;
    expect(await client.ok('{ myOrganizationClaims { edges { node { id } } } }')).toEqual({
      myOrganizationClaims: { edges: [{ node: { id } }] },
    });
  });

  it('twice, also at once, leaves one claim', async () => {
    const organization = await anUnclaimedOrganization(app);
    const { client } = await aPerson(app);
    const ids = await Promise.all([filed(client, organization.id), filed(client, organization.id)]);
    ids.push(await filed(client, organization.id));
    expect(new Set(ids).size).toBe(1);
    expect(await claimsOn(organization.key)).toHaveLength(1);
  });

  it('is too late once somebody else owns the profile', async () => {
    const organization = await anOrganization(app);
    const { client } = await aPerson(app);
    const { claimOrganization } = await client.ok<Claimed>(CLAIM, claim(organization.id));
    expect(claimOrganization).toEqual({
      __typename: 'OrganizationAlreadyClaimedError',
      code: 'ORGANIZATION_ALREADY_CLAIMED',
    });
    expect(await claimsOn(organization.key)).toEqual([]);
  });

  it('is refused to guests, without evidence, and for what is not there', async () => {
    const organization = await anUnclaimedOrganization(app);
    const { client } = await aPerson(app);
    expect((await app.asGuest().refused(CLAIM, claim(organization.id))).extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    expect(await client.refused(CLAIM, claim(organization.id, '我'))).toMatchObject({
      extensions: { code: 'BAD_INPUT' },
    });
    expect(
      (await client.refused(CLAIM, claim(encodeGlobalId('Organization', newId())))).extensions.code,
    ).toBe('NOT_FOUND');
    expect(await claimsOn(organization.key)).toEqual([]);
  });
});

describe('deciding', () => {
  it('for a claimant makes the owner and turns the other claims down', async () => {
    const organization = await anUnclaimedOrganization(app);
    const [first, second] = [await aPerson(app), await aPerson(app)];
    const [id] = [await filed(first.client, organization.id), await filed(second.client, organization.id)];
    const { decideOrganizationClaim } = await staff.ok<Decided>(DECIDE, decide(id, true, '已电话核实'));
    expect(decideOrganizationClaim).toEqual({
      __typename: 'DecideOrganizationClaimPayload',
      claim: { id, decision: 'APPROVED', reason: '已电话核实' },
    });
    expect(await claimsOn(organization.key)).toEqual([{ decision: 'APPROVED' }, { decision: 'REJECTED' }]);
    expect(await first.client.ok('{ myOrganizations { id viewerRole } }')).toEqual({
      myOrganizations: [{ id: organization.id, viewerRole: 'OWNER' }],
    });
    expect(await second.client.ok('{ myOrganizations { id } }')).toEqual({ myOrganizations: [] });
    expect(await storedOrganization(app, organization.key)).toMatchObject({
      claimState: 'CLAIMED',
      version: 2,
      source: 'IMPORTED',
    });
    expect(await eventsAbout(app, organization.key)).toEqual(['OrganizationClaimed', 'OrganizationChanged']);
    const audited = await auditedAbout(app, organization.key);
    expect(audited.sort()).toEqual([
      'APPROVE_ORGANIZATION_CLAIM',
      'OWNER_GRANTED',
      'REJECT_ORGANIZATION_CLAIM',
    ]);
  });

  it('against a claimant leaves the profile unclaimed', async () => {
    const organization = await anUnclaimedOrganization(app);
    const { client } = await aPerson(app);
    const id = await filed(client, organization.id);
    await staff.ok(DECIDE, decide(id, false, '证明不足'));
    expect(await storedOrganization(app, organization.key)).toMatchObject({
      claimState: 'UNCLAIMED',
      version: 1,
    });
    expect(await client.ok('{ myOrganizations { id } }')).toEqual({ myOrganizations: [] });
    expect(await filed(client, organization.id)).not.toBe(id);
  });

  it('by two of the staff at once is done once', async () => {
    const organization = await anUnclaimedOrganization(app);
    const id = await filed((await aPerson(app)).client, organization.id);
    const other = (await aStaffMember(app)).client;
    const answers = await Promise.all([
      staff.ok<Decided>(DECIDE, decide(id, true)),
      other.ok<Decided>(DECIDE, decide(id, false)),
    ]);
    const kinds = answers.map((answer) => answer.decideOrganizationClaim.__typename).sort();
    expect(kinds).toEqual(['ClaimAlreadyDecidedError', 'DecideOrganizationClaimPayload']);
    const decisions = new Set(answers.map((answer) => answer.decideOrganizationClaim.claim?.decision));
    expect(decisions.size).toBe(1);
    expect(await eventsAbout(app, organization.key)).toHaveLength(decisions.has('APPROVED') ? 2 : 0);
  });

  it('asks staff for a note of what they checked', async () => {
    const organization = await anUnclaimedOrganization(app);
    const id = await filed((await aPerson(app)).client, organization.id);
    for (const reason of [null, '', '  '])
      expect((await staff.refused(DECIDE, decide(id, true, reason))).extensions.code).toMatch(
        /BAD_INPUT|BAD_USER_INPUT/,
      );
    expect(await claimsOn(organization.key)).toEqual([{ decision: 'PENDING' }]);
  });

  it('is for staff only, and nothing changes otherwise', async () => {
    const organization = await anUnclaimedOrganization(app);
    const claimant = await aPerson(app);
    const id = await filed(claimant.client, organization.id);
    const rival = await anOrganization(app);
    expect((await app.asGuest().refused(DECIDE, decide(id, true))).extensions.code).toBe('UNAUTHENTICATED');
    expect((await claimant.client.refused(DECIDE, decide(id, true))).extensions.code).toBe('FORBIDDEN');
    expect((await rival.owner.client.refused(DECIDE, decide(id, true))).extensions.code).toBe('FORBIDDEN');
    expect(await claimsOn(organization.key)).toEqual([{ decision: 'PENDING' }]);
    expect(
      (await staff.refused(DECIDE, decide(encodeGlobalId('OrganizationClaim', newId()), true))).extensions
        .code,
    ).toBe('NOT_FOUND');
  });
});

describe('what staff see of a claim', () => {
  const SEE = `{ organizationClaims(first: 1, decision: PENDING) { edges { node {
    claimant { id name identifiers { value } } claimantOrganizations { id }
  } } } }`;

  it('is who claims, and for whom the person acts already', async () => {
    const house = await anOrganization(app);
    await filed(house.owner.client, (await anUnclaimedOrganization(app)).id);
    expect(await staff.ok(SEE)).toEqual({
      organizationClaims: {
        edges: [
          {
            node: {
              claimant: { id: house.owner.id, name: '陈薇', identifiers: [{ value: house.owner.phone }] },
              claimantOrganizations: [{ id: house.id }],
            },
          },
        ],
      },
    });
  });

  it('is told to every one of them when it is filed, once', async () => {
    const person = await aStaffMember(app);
    const id = await filed((await aPerson(app)).client, (await anUnclaimedOrganization(app)).id);
    await tellEverybody(app);
    await tellEverybody(app);
    const about = (await notificationsOf(person.client)).filter(({ targetId }) => targetId === id);
    expect(about).toMatchObject([{ kind: 'CLAIM_FILED' }]);
  });
});

describe('the list of claims', () => {
  const LIST =
    '{ organizationClaims(first: 50, decision: PENDING) { edges { node { id organization { name } } } } }';

  it('is read by staff with a fixed number of statements, and by nobody else', async () => {
    const before = await app.statements.during(() => staff.ok(LIST));
    for (let i = 0; i < 5; i++)
      await filed((await aPerson(app)).client, (await anUnclaimedOrganization(app)).id);
    const after = await app.statements.during(() =>
      staff.ok<{ organizationClaims: { edges: object[] } }>(LIST),
    );
    expect(after.result.organizationClaims.edges.length).toBeGreaterThanOrEqual(5);
    expect(after.statements).toHaveLength(before.statements.length);
    expect((await (await aPerson(app)).client.refused(LIST)).extensions.code).toBe('FORBIDDEN');
    expect((await app.asGuest().refused(LIST)).extensions.code).toBe('UNAUTHENTICATED');
  });

  it('shows a claim by node id to its claimant and staff only', async () => {
    const claimant = await aPerson(app);
    const id = await filed(claimant.client, (await anUnclaimedOrganization(app)).id);
    const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await claimant.client.ok(NODE, { id })).toEqual({ node: { id } });
    expect(await staff.ok(NODE, { id })).toEqual({ node: { id } });
    expect(await (await aPerson(app)).client.ok(NODE, { id })).toEqual({ node: null });
    expect(await app.asGuest().ok(NODE, { id })).toEqual({ node: null });
  });
});
