export * from './security/attempt-limits.js';
export * from './security/attempt-rules.js';
export * from './security/attempts.texts.js';
export { ConsentAct, ConsentPurpose, namesRecipient } from './consents/consent-entry.entity.js';
export {
  ConsentPayload,
  ConsentTextType,
  ConsentType,
  ContactsDisclosedPayload,
  type DiscloseContactsResult,
  type GiveConsentResult,
  SharedContactType,
} from './consents/consents.graphql.js';
export {
  ConsentMissingError,
  ConsentNotReturnedError,
  ConsentTextChangedError,
} from './consents/consents.texts.js';
export { type Sharer, type SharingPair } from './consents/consents.repository.js';
export * from './consents/consents.service.js';
export * from './personal-data/identity-housekeeping.job.js';
export * from './users/identifier.js';
export * from './identity.module.js';
export {
  type AcceptInvitationResult,
  type DeclineInvitationResult,
  InvitationConnection,
  InvitationPayload,
  InvitationType,
  type InviteMemberResult,
  type ResendInvitationResult,
  type RevokeInvitationResult,
} from './members/invitations.graphql.js';
export * from './users/identity.ports.js';
export * from './members/members.policy.js';
export * from './members/memberships.service.js';
export * from './members/organization-member.entity.js';
export {
  type ChangeMemberRoleResult,
  type LeaveOrganizationResult,
  MemberJoinedPayload,
  MemberRemovedPayload,
  MemberRoleChangedPayload,
  OrganizationMemberType,
  type RemoveMemberResult,
} from './members/members.graphql.js';
export * from './viewer/nodes.js';
export * from './personal-data/personal-data-holder.js';
export * from './security/secret-token.js';
export * from './sessions/sessions.service.js';
export { PlatformStaff, User } from './users/user.entity.js';
export * from './users/platform-staff.service.js';
export { LocaleEnum, ProfileUpdatedPayload, UserIdentifierType, UserType } from './users/users.graphql.js';
export * from './users/users.service.js';
export * from './viewer/access.js';
export * from './viewer/request-context.js';
export * from './viewer/use-case-runner.js';
export * from './viewer/viewer.js';
