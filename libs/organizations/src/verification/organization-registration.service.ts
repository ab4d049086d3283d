import { DomainEvents } from '@app/database';
import { Memberships, UseCaseRunner, type Viewer } from '@app/identity';
import { BadInputError, Clock, newId, NotFoundError, Rollback } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { canonicalCreditCode, creditCodeFault, isPublicBody } from '../profiles/credit-code.js';
import { OrganizationProfilesService } from '../profiles/organization-profiles.service.js';
import { Organization, type OrganizationProfile } from '../profiles/organization.entity.js';
import { ClaimState } from '../profiles/organization.enums.js';
import { organizationChanged } from '../profiles/organization.events.js';
import {
  OrganizationExistsError,
  OrganizationToClaimError,
  RegisterOrganizationPayload,
  type RegisterOrganizationResult,
} from '../profiles/organization.graphql.js';
import { OrganizationsRepository } from '../profiles/organizations.repository.js';
import { OrganizationClaimsService } from './organization-claims.service.js';
import { UnverifiedLimits } from './unverified-limits.js';

/** A registration: credit code, profile with a name, perhaps evidence, and the client's key for retries. */
export interface Registration {
  readonly creditCode: string;
  readonly profile: OrganizationProfile & { name: string; normalisedName: string };
  /** Why the user may speak for the organization. Without it the organization stays unverified until some is sent. */
  readonly evidence?: string | null;
  readonly clientMutationId?: string | null;
}

/** Registers organizations by credit code. The user becomes the owner; the organization is unverified until staff decide. */
@Injectable()
export class OrganizationRegistrationService {
  constructor(
    private readonly runner: UseCaseRunner,
    private readonly organizations: OrganizationsRepository,
    private readonly claims: OrganizationClaimsService,
    private readonly profiles: OrganizationProfilesService,
    private readonly unverified: UnverifiedLimits,
    private readonly memberships: Memberships,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Registers an organization, once for each key; throws BAD_INPUT for an unsound code or missing evidence. */
  async registerOrganization(
    viewer: Viewer,
    registration: Registration,
  ): Promise<RegisterOrganizationResult> {
    viewer.requireUserId();
    const creditCode = soundCreditCode(registration.creditCode);
    if (isPublicBody(creditCode) && !registration.evidence?.trim())
      throw new BadInputError('PUBLIC_BODY_NEEDS_EVIDENCE', {}, ['input.evidence']);
    return this.runner.runCreation<RegisterOrganizationResult>(viewer, {
      operation: 'registerOrganization',
      clientMutationId: registration.clientMutationId,
      create: (userId) => this.createOrganization(userId, creditCode, registration),
      present: async (id) => {
        const organization = await this.organizations.findOrganization(id);
        if (!organization) throw new NotFoundError();
        return new RegisterOrganizationPayload(organization);
      },
    });
  }

  private async createOrganization(
    userId: string,
    creditCode: string,
    { profile, evidence }: Registration,
  ): Promise<string> {
    const { name, normalisedName } = profile;
    const organization = Organization.register(
      { id: newId(), creditCode, name, normalisedName },
      profile,
      this.clock.now(),
    );
    if (!(await this.organizations.insertIfAbsent(organization)))
      throw new Rollback<RegisterOrganizationResult>(await this.outcomeOfTakenCode(creditCode));
    await this.profiles.requireFreeName(organization);
    await this.unverified.requireRoomForAnother(userId);
    await this.memberships.grantOwner(organization.id, userId);
    await this.events.record(organizationChanged(organization.id));
    if (evidence?.trim()) await this.claims.fileClaim(organization.id, userId, evidence);
    return organization.id;
  }

  /** Only verified members keep others from claiming the organization. */
  private async outcomeOfTakenCode(
    creditCode: string,
  ): Promise<OrganizationToClaimError | OrganizationExistsError> {
    const known = await this.organizations.findByCreditCode(creditCode);
    return known && known.claimState !== ClaimState.CLAIMED
      ? new OrganizationToClaimError(known)
      : new OrganizationExistsError();
  }
}

function soundCreditCode(text: string): string {
  const code = canonicalCreditCode(text);
  const fault = creditCodeFault(code);
  if (fault) throw new BadInputError(`INVALID_CREDIT_CODE_${fault}`, {}, ['input.creditCode']);
  return code;
}
