import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttemptLimits } from './security/attempt-limits.js';
import { AuthenticationResolver } from './authentication/authentication.resolver.js';
import { PasswordsService } from './authentication/passwords.service.js';
import { PasswordCheckService } from './authentication/password-check.service.js';
import { SignInService } from './authentication/sign-in.service.js';
import { OneTimeCode } from './authentication/one-time-code.entity.js';
import { OneTimeCodesRepository } from './authentication/one-time-codes.repository.js';
import { TrustedDevice, UserSession } from './sessions/session.entity.js';
import { TrustedDevicesRepository } from './sessions/trusted-devices.repository.js';
import { TrustedDevicesService } from './sessions/trusted-devices.service.js';
import { OneTimeCodesService } from './authentication/one-time-codes.service.js';
import { ConsentEntry } from './consents/consent-entry.entity.js';
import { ConsentsRepository, ContactSharersLoader } from './consents/consents.repository.js';
import { ConsentsResolver, SharedContactsResolver } from './consents/consents.resolver.js';
import { Consents } from './consents/consents.service.js';
import { IdentityHousekeeping } from './personal-data/identity-housekeeping.job.js';
import { InvitationAnswersService } from './members/invitation-answers.service.js';
import {
  InvitationFieldsResolver,
  InvitationsResolver,
  MyInvitationsResolver,
} from './members/invitations.resolver.js';
import { InvitationsService } from './members/invitations.service.js';
import { Invitation } from './members/invitation.entity.js';
import { InvitationsRepository } from './members/invitations.repository.js';
import { MembersService } from './members/members.service.js';
import { MembersResolver, UserMembershipsResolver } from './members/members.resolver.js';
import { Memberships } from './members/memberships.service.js';
import { OrganizationMember } from './members/organization-member.entity.js';
import {
  OrganizationMembersLoader,
  OrganizationMembersRepository,
  UserMembershipsLoader,
} from './members/members.repository.js';
import { IdentityNodes } from './identity-nodes.js';
import { NodeRegistry } from './viewer/nodes.js';
import { PasswordHasher } from './security/password-hasher.js';
import { Sessions, SessionViewerResolver } from './sessions/sessions.service.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SessionsResolver, UserSessionsResolver } from './sessions/sessions.resolver.js';
import { PersonalDataService } from './personal-data/personal-data.service.js';
import { AccountHolder, AuditTrailHolder, ConsentsHolder } from './personal-data/identity-data-holders.js';
import { ErasedAccount, PlatformStaff, User, UserIdentifier } from './users/user.entity.js';
import { PersonalDataRegistry } from './personal-data/personal-data-holder.js';
import { PersonalDataRepository } from './personal-data/personal-data.repository.js';
import { PersonalDataResolver } from './personal-data/personal-data.resolver.js';
import { UserIdentifiersLoader, UsersLoader, UsersRepository } from './users/users.repository.js';
import { PlatformStaffService } from './users/platform-staff.service.js';
import { UsersResolver } from './users/users.resolver.js';
import { Users } from './users/users.service.js';
import { UseCaseRunner } from './viewer/use-case-runner.js';
import { ViewerResolver } from './viewer/viewer.js';

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
  TrustedDevicesService,
  OneTimeCodesService,
  SignInService,
  PasswordCheckService,
  PasswordsService,
  MembersService,
  InvitationsService,
  InvitationAnswersService,
  UserIdentifiersLoader,
  IdentityNodes,
  AccountHolder,
  ConsentsHolder,
  AuditTrailHolder,
  PersonalDataService,
];

const resolvers = [
  AuthenticationResolver,
  SessionsResolver,
  UserSessionsResolver,
  UsersResolver,
  MembersResolver,
  UserMembershipsResolver,
  InvitationsResolver,
  MyInvitationsResolver,
  InvitationFieldsResolver,
  ConsentsResolver,
  SharedContactsResolver,
  PersonalDataResolver,
];

/** Persons, sign-in, memberships and consents. Needs the audit log, a `MessageSender` and `OrganizationNames`. */
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
