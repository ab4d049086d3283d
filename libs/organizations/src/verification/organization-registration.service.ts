import { ClientMutations, DomainEvents } from '@app/database';
import { Memberships, type Viewer } from '@app/identity';
import { BadInputError, Clock, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { canonicalCreditCode, creditCodeFault, isPublicBody } from '../profiles/credit-code.js';
import { OrganizationNameCheck } from '../profiles/organization-profiles.service.js';
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
import { outcomeOr, Refusal } from '../profiles/refusal.js';
import { UnverifiedLimits } from './unverified-limits.js';
import { ClaimRecord } from './organization-claims.service.js';

/** What registers an organization: its credit code and name, what is said about it, and the key of a retry. */
export interface Registration {
  readonly creditCode: string;
  readonly profile: OrganizationProfile & { name: string; normalisedName: string };
  /** Why the user may speak for it; without, it stays unverified until some is sent. */
  readonly evidence?: string | null;
  readonly clientMutationId?: string | null;
}

/** A signed-in user registers an organization by its credit code and owns it; it is unverified until staff decide. */
@Injectable()
export class RegisterOrganization {
  constructor(
    private readonly organizations: OrganizationsRepository,
    private readonly record: ClaimRecord,
    private readonly names: OrganizationNameCheck,
    private readonly unverified: UnverifiedLimits,
    private readonly memberships: Memberships,
    private readonly clientMutations: ClientMutations,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async register(viewer: Viewer, wish: Registration): Promise<RegisterOrganizationResult> {
    const { userId } = viewer;
    if (!userId) throw new UnauthenticatedError();
    const creditCode = soundCreditCode(wish.creditCode);
    if (isPublicBody(creditCode) && !wish.evidence?.trim())
      throw new BadInputError('PUBLIC_BODY_NEEDS_EVIDENCE', {}, ['input.evidence']);
    const key = {
      actorId: userId,
      operation: 'registerOrganization',
      clientMutationId: wish.clientMutationId,
    };
    return outcomeOr<RegisterOrganizationResult>(async () => {
      const { id } = await this.clientMutations.once(key, () => this.create(userId, creditCode, wish));
      const organization = await this.organizations.find(id);
      if (!organization) throw new NotFoundError();
      return new RegisterOrganizationPayload(organization);
    });
  }

  private async create(
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
      throw new Refusal(await this.taken(creditCode));
    await this.names.allow(organization);
    await this.unverified.allowAnother(userId);
    await this.memberships.grantOwner(organization.id, userId);
    await this.events.record(organizationChanged(organization.id));
    if (evidence?.trim()) await this.record.fileClaim(organization.id, userId, evidence);
    return organization.id;
  }

  /** The outcome when the code is taken: only verified members keep others from claiming the organization. */
  private async taken(creditCode: string): Promise<OrganizationToClaimError | OrganizationExistsError> {
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
