import { MemberRole, Users, Viewer } from '@app/identity';
import {
  Classification,
  creditCodeCheckCharacter,
  FactChecksService,
  FactsService,
  NameNormaliser,
  OrganizationClaimsService,
  organizationCodeCheckCharacter,
  OrganizationRegistrationService,
  ProfileFact,
} from '@app/organizations';
import type { INestApplicationContext } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { DemoCapabilities } from './demo-market.js';
import type { DemoClock } from './load-demonstration.js';
import { demoAccounts, type DemoOrganization, demoOrganizations } from './demo-files.js';

/** Which user looks after which invented organization. */
interface DemoPeople {
  ownerOf(organizationKey: string): string;
  /** Decides on the invented organizations; nobody can sign in as it. */
  readonly staff: Viewer;
}

/** Adds the three people one can sign in as, and one, whose password nobody knows, for all other organizations. */
export async function addDemoPeople(app: INestApplicationContext): Promise<DemoPeople> {
  const users = app.get(Users, { strict: false });
  const owners = new Map<string, string>();
  for (const { name, login, password, organization } of demoAccounts()) {
    const user = await users.createVerified({ name, phone: login, password, locale: 'zh' });
    owners.set(organization, user.id);
  }
  const directory = await users.createVerified({
    name: '示例企业名录',
    email: 'directory@demo.invalid',
    password: randomBytes(24).toString('base64url'),
    locale: 'zh',
  });
  return { ownerOf: (key) => owners.get(key) ?? directory.id, staff: new Viewer(directory.id, true) };
}

/**
 * A credit code for an invented organization: formally sound, always the same for the same key, with the authority
 * character Y (other) that no enterprise's registration has.
 */
function demoCreditCode(key: string, region: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(key).digest('hex').slice(0, 12)}`)
    .toString()
    .padStart(8, '0')
    .slice(0, 8);
  const first17 = `Y1${region.padEnd(6, '0').slice(0, 6)}${digits}${organizationCodeCheckCharacter(digits)}`;
  return first17 + creditCodeCheckCharacter(first17);
}

/** An invented organization as it was registered, with somebody who may act for it. */
export interface RegisteredDemo {
  readonly id: string;
  readonly viewer: Viewer;
}

/** Registers the invented organizations with their facts and capabilities; gives them by key. */
export async function addDemoOrganizations(
  app: INestApplicationContext,
  people: DemoPeople,
  clock: DemoClock,
): Promise<ReadonlyMap<string, RegisteredDemo>> {
  const capabilities = new DemoCapabilities(app, clock);
  const registered = new Map<string, RegisteredDemo>();
  for (const organization of demoOrganizations()) {
    const entry = await register(app, organization, people.ownerOf(organization.key));
    await verify(app, organization, entry, people.staff);
    await declareFacts(app, organization, entry);
    await capabilities.add(organization.capabilities, entry);
    registered.set(organization.key, entry);
  }
  return registered;
}

async function register(
  app: INestApplicationContext,
  demo: DemoOrganization,
  ownerId: string,
): Promise<RegisteredDemo> {
  const classification = app.get(Classification, { strict: false });
  const result = await app
    .get(OrganizationRegistrationService, { strict: false })
    .registerOrganization(new Viewer(ownerId), {
      creditCode: demoCreditCode(demo.key, demo.region),
      profile: {
        name: demo.name,
        normalisedName: app.get(NameNormaliser, { strict: false }).normaliseName(demo.name),
        nameEn: demo.nameEn ?? null,
        regionCode: classification.regionCode(demo.region, demo.key),
        industryCode: demo.industry ? classification.industryCode(demo.industry, demo.key) : null,
        address: demo.address ?? null,
        foundedOn: demo.foundedOn ?? null,
        registeredCapitalAmount: demo.registeredCapital ? `${demo.registeredCapital}0000` : null,
        registeredCapitalCurrency: demo.registeredCapital ? 'CNY' : null,
        headcountBand: demo.headcountBand ?? null,
        revenueBand: demo.revenueBand ?? null,
        introduction: demo.introduction ?? null,
        chainLeaderOf: demo.chainLeaderOf,
      },
    });
  if (!('organization' in result)) throw new Error(`Demonstration organization ${demo.key}: ${result.code}`);
  const { id } = result.organization as { id: string };
  return { id, viewer: new Viewer(ownerId, false, [{ organizationId: id, role: MemberRole.OWNER }]) };
}

/** Staff accept the evidence of an invented organization, and the chains that it leads. */
async function verify(
  app: INestApplicationContext,
  demo: DemoOrganization,
  { id, viewer }: RegisteredDemo,
  staff: Viewer,
): Promise<void> {
  const filed = await app
    .get(OrganizationClaimsService, { strict: false })
    .claimOrganization(viewer, id, '示例数据：本单位及其资料均为虚构。');
  if (!('claim' in filed)) throw new Error(`Demonstration organization ${demo.key}: ${filed.code}`);
  const verdict = { claimId: filed.claim.id, approve: true, reason: '示例数据' };
  await app.get(OrganizationClaimsService, { strict: false }).decideClaim(staff, verdict);
  if (demo.chainLeaderOf.length === 0) return;
  const profileFacts = [ProfileFact.CHAIN_LEADER];
  await app
    .get(FactChecksService, { strict: false })
    .checkFacts(staff, { organizationId: id, certificateIds: [], tierIds: [], profileFacts });
}

async function declareFacts(
  app: INestApplicationContext,
  demo: DemoOrganization,
  { id, viewer }: RegisteredDemo,
): Promise<void> {
  const facts = app.get(FactsService, { strict: false });
  for (const { kind, number = null, issuer = null, validUntil = null } of demo.certificates) {
    await facts.declareCertificate(
      viewer,
      { organizationId: id },
      { kindId: kind, number, issuer, validUntil, scope: null, site: null },
    );
  }
  for (const { level, year, validUntil = null } of demo.tiers) {
    await facts.declareTier(
      viewer,
      { organizationId: id },
      { level, year, validUntil, batch: null, evidence: null },
    );
  }
}
