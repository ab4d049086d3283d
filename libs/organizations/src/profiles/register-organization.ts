import { ClientMutations, DomainEvents, Transactions } from '@app/database';
import { Memberships, type Viewer } from '@app/identity';
import { BadInputError, Clock, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { canonicalCreditCode, creditCodeFault } from './credit-code.js';
import { OrganizationExistsError, OrganizationToClaimError } from './organization.errors.js';
import { Organization, type OrganizationProfile } from './organization.entity.js';
import { ClaimState } from './organization.enums.js';
import { organizationChanged } from './organization.events.js';
import { RegisterOrganizationPayload, type RegisterOrganizationResult } from './organization.results.js';
import { OrganizationsRepository } from './organizations.repository.js';
import { outcomeOr, Refusal } from './refusal.js';

/** What registers an organization: its credit code and name, what is said about it, and the key of a retry. */
export interface Registration {
  readonly creditCode: string;
  readonly profile: OrganizationProfile & { name: string; normalisedName: string };
  readonly clientMutationId?: string | null;
}

/** A signed-in user registers an organization by its credit code and becomes its owner. */
@Injectable()
export class RegisterOrganization {
  constructor(
    private readonly transactions: Transactions,
    private readonly organizations: OrganizationsRepository,
    private readonly memberships: Memberships,
    private readonly clientMutations: ClientMutations,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async register(viewer: Viewer, wish: Registration): Promise<RegisterOrganizationResult> {
    const { userId } = viewer;
    if (!userId) throw new UnauthenticatedError();
    const creditCode = soundCreditCode(wish.creditCode);
    const key = {
      actorId: userId,
      operation: 'registerOrganization',
      clientMutationId: wish.clientMutationId,
    };
    return outcomeOr<RegisterOrganizationResult>(async () => {
      const { id } = await this.clientMutations.once(key, () =>
        this.create(userId, creditCode, wish.profile),
      );
      const organization = await this.organizations.find(id);
      if (!organization) throw new NotFoundError();
      return new RegisterOrganizationPayload(organization);
    });
  }

  private async create(
    userId: string,
    creditCode: string,
    profile: Registration['profile'],
  ): Promise<string> {
    const { name, normalisedName } = profile;
    const organization = Organization.register(
      { id: newId(), creditCode, name, normalisedName },
      profile,
      this.clock.now(),
    );
    if (!(await this.organizations.insertIfAbsent(organization)))
      throw new Refusal(await this.taken(creditCode));
    await this.memberships.grantOwner(organization.id, userId);
    await this.events.record(organizationChanged(organization.id));
    return organization.id;
  }

  private async taken(creditCode: string): Promise<OrganizationToClaimError | OrganizationExistsError> {
    const known = await this.organizations.findByCreditCode(creditCode);
    return known?.claimState === ClaimState.UNCLAIMED
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
