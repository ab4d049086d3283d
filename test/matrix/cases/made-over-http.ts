import { aPerson } from '../../support/builders/identity.js';
import { anUnclaimedOrganization, type TestOrganization } from '../../support/builders/organizations.js';
import type { Market, MarketViewer } from '../market.js';

const INVITE = `mutation($input: InviteMemberInput!) {
  inviteMember(input: $input) { ... on InvitationPayload { invitation { id } } ... on UserError { code } }
}`;

const CLAIM = `mutation($input: ClaimOrganizationInput!) {
  claimOrganization(input: $input) { ... on ClaimOrganizationPayload { claim { id } } ... on UserError { code } }
}`;

let invited = 0;

/** An open invitation by an owner, to a number or address; gives its global id. */
export async function anInvitation(
  { houses }: Market,
  identifier = `invited${++invited}@example.com`,
  by: TestOrganization = houses.buyer,
): Promise<string> {
  const input = { actingOrganizationId: by.id, identifier, role: 'VIEWER' };
  const { inviteMember } = await by.owner.client.ok<{ inviteMember: { invitation?: { id: string } } }>(
    INVITE,
    { input },
  );
  if (!inviteMember.invitation) throw new Error(`not invited: ${JSON.stringify(inviteMember)}`);
  return inviteMember.invitation.id;
}

/** A claim of an imported profile that waits for staff; gives its global id. */
export async function aClaim({ app }: Market): Promise<string> {
  const claimant = await aPerson(app);
  const organizationId = (await anUnclaimedOrganization(app)).id;
  const { claimOrganization } = await claimant.client.ok<{ claimOrganization: { claim?: { id: string } } }>(
    CLAIM,
    { input: { organizationId, evidence: '营业执照副本编号 330100' } },
  );
  if (!claimOrganization.claim) throw new Error(`not claimed: ${JSON.stringify(claimOrganization)}`);
  return claimOrganization.claim.id;
}

/** The wording that persons are asked to agree to now, for a purpose. */
export async function presentText({ app }: Market, purpose: string): Promise<string> {
  const { consentTexts } = await app
    .asGuest()
    .ok<{ consentTexts: { purpose: string; version: string }[] }>('{ consentTexts { purpose version } }');
  return consentTexts.find((text) => text.purpose === purpose)!.version;
}

/** A person agrees that an organization gets the person's contacts. */
export async function agreesToBeKnown(
  market: Market,
  { client }: MarketViewer,
  recipient: TestOrganization,
): Promise<void> {
  await client.ok('mutation($input: GiveConsentInput!) { giveConsent(input: $input) { __typename } }', {
    input: {
      purpose: 'CONTACT_SHARING',
      recipientId: recipient.id,
      textVersion: await presentText(market, 'CONTACT_SHARING'),
    },
  });
}
