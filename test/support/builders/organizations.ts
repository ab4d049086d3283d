import { Transactions } from '@app/database';
import { MemberRole } from '@app/identity';
import { encodeGlobalId, FactState, newId } from '@app/kernel';
import {
  ClaimState,
  creditCodeCheckCharacter,
  Organization,
  OrganizationCertificate,
  organizationCodeCheckCharacter,
  OrganizationSource,
  TierLevel,
  TierRecognition,
} from '@app/organizations';
import type { TestApp } from '../test-app.js';
import type { GraphqlClient } from '../graphql-client.js';
import { aMember, aPerson, aStaffMember, type TestPerson } from './identity.js';

/** An organization of the tests with its people. */
export interface TestOrganization {
  readonly key: string;
  /** Global id. */
  readonly id: string;
  readonly creditCode: string;
  readonly name: string;
  readonly owner: TestPerson;
  readonly editor: TestPerson;
  readonly viewer: TestPerson & { readonly memberId: string };
}

let made = 0;

/** A sound credit code that no other test of this process uses. */
export function aCreditCode(): string {
  return aCodeOf('91');
}

/** The credit code of a public body that no other test of this process uses. */
export function aPublicBodysCode(): string {
  return aCodeOf('11');
}

function aCodeOf(kind: string): string {
  const body = `MA${String(100_000 + ++made)}`;
  const first17 = `${kind}330100${body}${organizationCodeCheckCharacter(body)}`;
  return first17 + creditCodeCheckCharacter(first17);
}

async function keep(app: TestApp, organization: Organization): Promise<void> {
  await app
    .get(Transactions)
    .manager.getRepository(Organization)
    .insert({ ...organization });
}

function anOrganizationOf(profile: Partial<Organization>): Organization {
  const name = profile.name ?? `杭州试验机械${made + 1}有限公司`;
  const seed = { id: newId(), creditCode: aCreditCode(), name, normalisedName: name };
  const organization = Organization.register(seed, {}, new Date());
  organization.claimState = ClaimState.CLAIMED;
  return Object.assign(organization, profile);
}

/** A claimed, and thereby verified, organization unless the profile says otherwise, with an owner, an editor and a viewer. */
export async function anOrganization(
  app: TestApp,
  profile: Partial<Organization> = {},
): Promise<TestOrganization> {
  const organization = anOrganizationOf(profile);
  await keep(app, organization);
  const { id: key, creditCode, name } = organization;
  return {
    key,
    id: encodeGlobalId('Organization', key),
    creditCode,
    name,
    owner: await aMember(app, key, MemberRole.OWNER),
    editor: await aMember(app, key, MemberRole.EDITOR),
    viewer: await aMember(app, key, MemberRole.VIEWER),
  };
}

/** An imported organization that nobody has claimed. */
export async function anUnclaimedOrganization(
  app: TestApp,
  profile: Partial<Organization> = {},
): Promise<Omit<TestOrganization, 'owner' | 'editor' | 'viewer'>> {
  const organization = anOrganizationOf({
    claimState: ClaimState.UNCLAIMED,
    source: OrganizationSource.IMPORTED,
    sourceName: '试验名录',
    ...profile,
  });
  await keep(app, organization);
  const { id: key, creditCode, name } = organization;
  return { key, id: encodeGlobalId('Organization', key), creditCode, name };
}

/** A declared certificate of an organization; gives its key. */
export async function aCertificate(
  app: TestApp,
  organizationId: string,
  stated: Partial<OrganizationCertificate> = {},
): Promise<string> {
  const certificate = OrganizationCertificate.declare(
    newId(),
    organizationId,
    { kindId: 'iso-9001', number: `N${newId()}`, scope: null, issuer: null, site: null, validUntil: null },
    new Date(),
  );
  const row = { ...certificate, ...stated };
  await app.get(Transactions).manager.getRepository(OrganizationCertificate).insert(row);
  return row.id;
}

/** What an organization once said of a certificate that it has withdrawn. */
export async function aWithdrawnCertificate(app: TestApp, organizationId: string): Promise<void> {
  await app.get(Transactions).query(
    `insert into organization_fact_history (id, organization_id, certificate_id, change, stated, fact_state, changed_by, changed_at)
     values ($1, $2, $3, 'WITHDRAWN', $4, 'DECLARED', $5, now())`,
    [newId(), organizationId, newId(), { kindId: 'iso-9001', number: 'N1' }, newId()],
  );
}

/** A declared tier recognition of an organization; gives its key. */
export async function aTier(
  app: TestApp,
  organizationId: string,
  stated: Partial<TierRecognition> = {},
): Promise<string> {
  const tier = TierRecognition.declare(
    newId(),
    organizationId,
    { level: TierLevel.SPECIALIZED, year: 2024, batch: null, validUntil: null, evidence: null },
    new Date(),
  );
  const row = { ...tier, factState: FactState.DECLARED as const, ...stated };
  await app.get(Transactions).manager.getRepository(TierRecognition).insert(row);
  return row.id;
}

/** An organization as the database has it. */
export async function storedOrganization(app: TestApp, key: string): Promise<Organization> {
  return app.get(Transactions).manager.getRepository(Organization).findOneByOrFail({ id: key });
}

/** Types of the events recorded about a thing, oldest first. */
export async function eventsAbout(app: TestApp, aggregateId: string): Promise<string[]> {
  const rows = await app
    .get(Transactions)
    .query<{ type: string }>('select type from domain_event where aggregate_id = $1 order by id', [
      aggregateId,
    ]);
  return rows.map(({ type }) => type);
}

/** Actions in the audit log about a thing, oldest first. */
export async function auditedAbout(app: TestApp, subjectId: string): Promise<string[]> {
  const rows = await app
    .get(Transactions)
    .query<{ action: string }>('select action from audit_entry where subject_id = $1 order by position', [
      subjectId,
    ]);
  return rows.map(({ action }) => action);
}

/** Who may not write for an organization, and what each is told. */
export async function outsidersOf(
  app: TestApp,
  organization: TestOrganization,
): Promise<{ who: string; client: GraphqlClient; told: string }[]> {
  const rival = await anOrganization(app);
  return [
    { who: 'guest', client: app.asGuest(), told: 'UNAUTHENTICATED' },
    { who: 'somebody without an organization', client: (await aPerson(app)).client, told: 'FORBIDDEN' },
    { who: 'owner of another organization', client: rival.owner.client, told: 'FORBIDDEN' },
    { who: 'member who only reads', client: organization.viewer.client, told: 'FORBIDDEN' },
    { who: 'staff', client: (await aStaffMember(app)).client, told: 'FORBIDDEN' },
  ];
}

/** The organizations that carry a credit code. */
export function organizationsWithCode(app: TestApp, creditCode: string): Promise<Organization[]> {
  return app.get(Transactions).manager.getRepository(Organization).findBy({ creditCode });
}

/** What was decided on the claims of an organization, oldest first. */
export async function claimDecisionsOf(app: TestApp, key: string): Promise<string[]> {
  const rows = await app
    .get(Transactions)
    .query<{ decision: string }>(
      'select decision from organization_claim where organization_id = $1 order by created_at',
      [key],
    );
  return rows.map(({ decision }) => decision);
}
