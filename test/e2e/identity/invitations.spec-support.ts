import type { GraphqlClient } from '../../support/graphql-client.js';
import { messagesTo, type TestPerson } from '../../support/builders/identity.js';
import type { TestApp } from '../../support/test-app.js';

const INVITATION = 'invitation { id state role invitedIdentifier }';
export const INVITE = `mutation ($input: InviteMemberInput!) {
  inviteMember(input: $input) { __typename ... on InvitationPayload { ${INVITATION} } ... on UserError { code } }
}`;
export const RESEND = `mutation ($input: ResendInvitationInput!) {
  resendInvitation(input: $input) { __typename ... on InvitationPayload { ${INVITATION} } ... on UserError { code } }
}`;
export const REVOKE = `mutation ($input: RevokeInvitationInput!) {
  revokeInvitation(input: $input) { __typename ... on InvitationPayload { ${INVITATION} } ... on UserError { code } }
}`;
export const ACCEPT = `mutation ($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { __typename ... on MemberJoinedPayload { member { role organizationId } } ... on UserError { code } }
}`;
export const DECLINE = `mutation ($input: DeclineInvitationInput!) {
  declineInvitation(input: $input) { __typename ... on InvitationPayload { ${INVITATION} } ... on UserError { code } }
}`;
export const MINE = '{ myInvitations { id role organizationId invitedIdentifier invitedBy { name } } }';
export const SENT = `query ($id: ID!, $after: String) {
  organizationInvitations(organizationId: $id, first: 2, after: $after) {
    edges { node { id state } } pageInfo { hasNextPage endCursor } totalCount
  }
}`;
export const BY_TOKEN =
  'query ($token: String!) { invitationByToken(token: $token) { state role invitedIdentifier invitedBy { name } } }';

/** What a mutation on invitations led to. */
export interface InvitationOutcome {
  readonly __typename: string;
  readonly code?: string;
  readonly invitation?: { readonly id: string; readonly state: string };
}

/** Sends a mutation and gives its result. */
export async function send(client: GraphqlClient, query: string, input: object): Promise<InvitationOutcome> {
  return Object.values(await client.ok<Record<string, InvitationOutcome>>(query, { input }))[0]!;
}

/** The token of the newest link that was sent to a number. */
export async function tokenSentTo(app: TestApp, recipient: string): Promise<string> {
  const letters = (await messagesTo(app, recipient)).filter(
    ({ template }) => template === 'MESSAGE_INVITATION',
  );
  return String(letters.at(-1)?.params['link']).split('/').at(-1)!;
}

/** The roles that a person has in organizations. */
export async function rolesOf({ client }: TestPerson): Promise<string[]> {
  const { me } = await client.ok<{ me: { memberships: { role: string }[] } }>(
    '{ me { memberships { role } } }',
  );
  return me.memberships.map(({ role }) => role);
}
