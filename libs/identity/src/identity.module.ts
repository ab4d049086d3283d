import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttemptLimits } from './attempts/attempt-limits.js';
import { AuditDetailResolver, AuditLogResolver } from './audit-log/audit-log.resolver.js';
import { AuthenticationResolver } from './authentication/authentication.resolver.js';
import { PasswordChange } from './authentication/password-change.js';
import { PasswordCheck } from './authentication/password-check.js';
import { PasswordReset } from './authentication/password-reset.js';
import { PasswordsResolver } from './authentication/passwords.resolver.js';
import { Registration } from './authentication/registration.js';
import { SignIn } from './authentication/sign-in.js';
import { OneTimeCode } from './codes/one-time-code.entity.js';
import { OneTimeCodesRepository } from './codes/one-time-codes.repository.js';
import { TrustedDevice } from './devices/trusted-device.entity.js';
import { TrustedDevicesRepository } from './devices/trusted-devices.repository.js';
import { TrustedDevices } from './devices/trusted-devices.service.js';
import { OneTimeCodes } from './codes/one-time-codes.service.js';
import { RequestCode } from './codes/request-code.js';
import { ConsentEntry } from './consents/consent-entry.entity.js';
import { ConsentsRepository } from './consents/consents.repository.js';
import { ConsentsResolver } from './consents/consents.resolver.js';
import { Consents } from './consents/consents.service.js';
import { ContactDisclosure } from './consents/contact-disclosure.js';
import { ContactSharersLoader } from './consents/contact-sharers.loader.js';
import { SharedContactsResolver } from './consents/shared-contacts.resolver.js';
import { IdentityHousekeeping } from './housekeeping/identity-housekeeping.js';
import './identity.texts.js';
import { InvitationAnswers } from './invitations/invitation-answers.js';
import { InvitationFieldsResolver } from './invitations/invitation-fields.resolver.js';
import { InvitationLetters } from './invitations/invitation-letters.js';
import { Invitation } from './invitations/invitation.entity.js';
import { InvitationsRepository } from './invitations/invitations.repository.js';
import { InvitationsResolver } from './invitations/invitations.resolver.js';
import { Invitations } from './invitations/invitations.service.js';
import { IssuedInvitations } from './invitations/issued-invitations.js';
import { MyInvitationsResolver } from './invitations/my-invitations.resolver.js';
import { MemberAdministration } from './members/member-administration.js';
import { MembersResolver } from './members/members.resolver.js';
import { Memberships } from './members/memberships.service.js';
import { OrganizationMember } from './members/organization-member.entity.js';
import { OrganizationMembersLoader, UserMembershipsLoader } from './members/organization-members.loader.js';
import { OrganizationMembersRepository } from './members/organization-members.repository.js';
import './messages/identity-messages.texts.js';
import { IdentityNodes } from './nodes/identity-nodes.js';
import { NodeRegistry } from './nodes/node-registry.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { SessionViewerResolver } from './sessions/session-viewer-resolver.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SessionsResolver } from './sessions/sessions.resolver.js';
import { Sessions } from './sessions/sessions.service.js';
import { UserSession } from './sessions/user-session.entity.js';
import { AccountErasure } from './personal-data/account-erasure.js';
import { AccountHolder } from './personal-data/account.holder.js';
import { AuditTrailHolder } from './personal-data/audit-trail.holder.js';
import { ConfirmedErasure } from './personal-data/confirmed-erasure.js';
import { ConsentsHolder } from './personal-data/consents.holder.js';
import { DataExport } from './personal-data/data-export.js';
import { ErasedAccount } from './personal-data/erased-account.entity.js';
import { PersonalDataRegistry } from './personal-data/personal-data-registry.js';
import { PersonalDataRepository } from './personal-data/personal-data.repository.js';
import { PersonalDataResolver } from './personal-data/personal-data.resolver.js';
import { PlatformStaff } from './staff/platform-staff.entity.js';
import { PlatformStaffRepository } from './staff/platform-staff.repository.js';
import { PlatformStaffService } from './staff/platform-staff.service.js';
import { UserIdentifier } from './users/user-identifier.entity.js';
import { User } from './users/user.entity.js';
import { UserIdentifiersLoader, UsersLoader } from './users/users.loader.js';
import { UsersRepository } from './users/users.repository.js';
import { UsersResolver } from './users/users.resolver.js';
import { Users } from './users/users.service.js';
import { UseCaseRunner } from './viewer/use-case-runner.js';
import { ViewerResolver } from './viewer/viewer-resolver.js';

const entities = [
  User,
  UserIdentifier,
  UserSession,
  TrustedDevice,
  OneTimeCode,
  PlatformStaff,
  OrganizationMember,
  Invitation,
  ConsentEntry,
  ErasedAccount,
];

const repositories = [
  UsersRepository,
  SessionsRepository,
  TrustedDevicesRepository,
  OneTimeCodesRepository,
  PlatformStaffRepository,
  OrganizationMembersRepository,
  InvitationsRepository,
  ConsentsRepository,
  PersonalDataRepository,
];

/** What others may use. */
const services = [
  UseCaseRunner,
  AttemptLimits,
  Users,
  UsersLoader,
  PlatformStaffService,
  Memberships,
  OrganizationMembersLoader,
  Sessions,
  IdentityHousekeeping,
  NodeRegistry,
  UserMembershipsLoader,
  Consents,
  ContactSharersLoader,
  PersonalDataRegistry,
];

const useCases = [
  PasswordHasher,
  TrustedDevices,
  OneTimeCodes,
  RequestCode,
  Registration,
  SignIn,
  PasswordCheck,
  PasswordChange,
  PasswordReset,
  MemberAdministration,
  IssuedInvitations,
  InvitationLetters,
  Invitations,
  InvitationAnswers,
  UserIdentifiersLoader,
  IdentityNodes,
  ContactDisclosure,
  AccountHolder,
  ConsentsHolder,
  AuditTrailHolder,
  DataExport,
  AccountErasure,
  ConfirmedErasure,
];

const resolvers = [
  AuthenticationResolver,
  PasswordsResolver,
  SessionsResolver,
  UsersResolver,
  MembersResolver,
  InvitationsResolver,
  MyInvitationsResolver,
  InvitationFieldsResolver,
  AuditDetailResolver,
  AuditLogResolver,
  ConsentsResolver,
  SharedContactsResolver,
  PersonalDataResolver,
];

/** Persons, how they prove who they are, and for which organizations they act; needs the audit log and a message sender. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  providers: [
    ...repositories,
    ...services,
    ...useCases,
    ...resolvers,
    { provide: ViewerResolver, useClass: SessionViewerResolver },
  ],
  exports: [...services, ViewerResolver],
})
export class IdentityModule {}
