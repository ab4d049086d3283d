import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, calendarDay, Clock, compareDecimals, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { Classification } from './classification.js';
import { NameNormaliser } from './name-normaliser.js';
import type { Organization, OrganizationProfile } from './organization.entity.js';
import { ClaimState } from './organization.enums.js';
import { organizationChanged } from './organization.events.js';
import {
  OrganizationChangedMeanwhileError,
  type OrganizationProfileInput,
  UpdateOrganizationPayload,
} from './organization.graphql.js';
import { allowEditingOrganization } from './organization.policy.js';
import { OrganizationsRepository } from './organizations.repository.js';

/** Reads what somebody says about an organization: codes must exist, a foundation lies in the past, capital is not negative. */
@Injectable()
export class OrganizationProfiles {
  constructor(
    private readonly classification: Classification,
    private readonly names: NameNormaliser,
    private readonly clock: Clock,
  ) {}

  /** The profile that an input states; throws BAD_INPUT with the field. */
  read(input: OrganizationProfileInput & { name?: string | null }): OrganizationProfile {
    this.allowPlausible(input);
    const name = input.name?.trim();
    return {
      ...(name ? { name, normalisedName: this.names.normalise(name) } : {}),
      ...this.classified(input),
      ...capitalOf(input),
      nameEn: trimmed(input.nameEn),
      address: trimmed(input.address),
      foundedOn: input.foundedOn,
      businessScope: trimmed(input.businessScope),
      headcountBand: input.headcountBand,
      revenueBand: input.revenueBand,
      introduction: trimmed(input.introduction),
      website: input.website,
      chainLeaderOf: input.chainLeaderOf === null ? [] : input.chainLeaderOf?.map((chain) => chain.trim()),
    };
  }

  /** The same for a new organization, whose name is never left out. */
  readNamed(
    input: OrganizationProfileInput & { name: string },
  ): OrganizationProfile & { name: string; normalisedName: string } {
    const name = input.name.trim();
    return { ...this.read(input), name, normalisedName: this.names.normalise(name) };
  }

  private classified({ regionCode, industryCode }: OrganizationProfileInput): OrganizationProfile {
    return {
      regionCode: regionCode ? this.classification.regionCode(regionCode, 'input.regionCode') : regionCode,
      industryCode: industryCode
        ? this.classification.industryCode(industryCode, 'input.industryCode')
        : industryCode,
    };
  }

  private allowPlausible({ foundedOn, registeredCapital }: OrganizationProfileInput): void {
    if (foundedOn && foundedOn > calendarDay(this.clock.now()))
      throw new BadInputError('FOUNDED_IN_FUTURE', {}, ['input.foundedOn']);
    if (registeredCapital && compareDecimals(registeredCapital.amount, '0') < 0) {
      throw new BadInputError('NEGATIVE_CAPITAL', {}, ['input.registeredCapital.amount']);
    }
  }
}

function capitalOf({ registeredCapital }: OrganizationProfileInput): OrganizationProfile {
  if (registeredCapital === undefined) return {};
  return {
    registeredCapitalAmount: registeredCapital?.amount ?? null,
    registeredCapitalCurrency: registeredCapital?.currency ?? null,
  };
}

function trimmed(text: string | null | undefined): string | null | undefined {
  return text ? text.trim() || null : text;
}

/** Names alike but for place and company form that are compared with one another. */
const MAX_COMPARED = 200;

/** A registered name without what two spellings of it differ in: width, case, blanks and punctuation. */
function comparableName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Cf}]/gu, '');
}

/**
 * Keeps an organization from carrying the full name of another one. An unverified organization reserves no name, or
 * a stranger could keep a company out; staff compare those when they decide.
 */
@Injectable()
export class OrganizationNameCheck {
  constructor(private readonly organizations: OrganizationsRepository) {}

  /** Throws BAD_INPUT when an imported or verified organization has the same full name. */
  async allow({ id, name, normalisedName }: Organization): Promise<void> {
    const comparable = comparableName(name);
    const alike = await this.organizations.sameName(normalisedName, null, MAX_COMPARED);
    const taken = alike.some(
      (other) =>
        other.id !== id &&
        other.claimState !== ClaimState.UNVERIFIED &&
        comparableName(other.name) === comparable,
    );
    if (taken) throw new BadInputError('ORGANIZATION_NAME_TAKEN', {}, ['input.name']);
  }
}

/** An editor changes the profile, from the version that was read: two at once cannot overwrite one another. */
@Injectable()
export class UpdateOrganization {
  constructor(
    private readonly transactions: Transactions,
    private readonly organizations: OrganizationsRepository,
    private readonly names: OrganizationNameCheck,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async update(
    viewer: Viewer,
    wish: { id: string; expectedVersion: number; profile: OrganizationProfile },
  ): Promise<UpdateOrganizationPayload | OrganizationChangedMeanwhileError> {
    return this.transactions.run(async () => {
      const organization = await this.organizations.lock(wish.id);
      if (!organization) throw new NotFoundError();
      allowEditingOrganization(viewer, organization);
      if (organization.version !== wish.expectedVersion)
        return new OrganizationChangedMeanwhileError(organization.version);
      const { name } = organization;
      organization.describe(wish.profile, this.clock.now());
      if (organization.name !== name) await this.names.allow(organization);
      await this.organizations.save(organization);
      await this.events.record(organizationChanged(organization.id));
      return new UpdateOrganizationPayload(organization);
    });
  }
}
