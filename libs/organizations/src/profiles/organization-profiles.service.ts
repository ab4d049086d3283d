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

/** Organizations with an equal normalised name that are compared by full name. */
const MAX_COMPARED = 200;

/** A change of a profile, from the version that the editor has read. */
export interface ProfileChange {
  readonly id: string;
  readonly expectedVersion: number;
  readonly profile: OrganizationProfile;
}

/** Reads what members state about their organization, and changes profiles. */
@Injectable()
export class OrganizationProfilesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly organizations: OrganizationsRepository,
    private readonly classification: Classification,
    private readonly names: NameNormaliser,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads the profile that an input states: codes must exist, the foundation lies in the past, the capital is not
   * negative. Throws BAD_INPUT with the field.
   */
  parseProfile(input: OrganizationProfileInput & { name?: string | null }): OrganizationProfile {
    this.allowPlausible(input);
    const name = input.name?.trim();
    return {
      ...(name ? { name, normalisedName: this.names.normaliseName(name) } : {}),
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

  /** Reads the profile of a new organization, which always has a name. */
  parseNewProfile(
    input: OrganizationProfileInput & { name: string },
  ): OrganizationProfile & { name: string; normalisedName: string } {
    const name = input.name.trim();
    return { ...this.parseProfile(input), name, normalisedName: this.names.normaliseName(name) };
  }

  /** Changes a profile. The version check keeps two editors from overwriting one another. */
  updateOrganization(
    viewer: Viewer,
    { id, expectedVersion, profile }: ProfileChange,
  ): Promise<UpdateOrganizationPayload | OrganizationChangedMeanwhileError> {
    return this.transactions.run(async () => {
      const organization = await this.organizations.lockOrganization(id);
      if (!organization) throw new NotFoundError();
      allowEditingOrganization(viewer, organization);
      if (organization.version !== expectedVersion)
        return new OrganizationChangedMeanwhileError(organization.version);
      const { name } = organization;
      organization.describe(profile, this.clock.now());
      if (organization.name !== name) await this.requireFreeName(organization);
      await this.organizations.saveOrganization(organization);
      await this.events.record(organizationChanged(organization.id));
      return new UpdateOrganizationPayload(organization);
    });
  }

  /**
   * Throws BAD_INPUT when an imported or verified organization has the same full name. An unverified organization
   * reserves no name, or a stranger could keep a company out; staff compare those when they decide.
   */
  async requireFreeName({ id, name, normalisedName }: Organization): Promise<void> {
    const comparable = comparableName(name);
    const alike = await this.organizations.findByNormalisedName(normalisedName, null, MAX_COMPARED);
    const taken = alike.some(
      (other) =>
        other.id !== id &&
        other.claimState !== ClaimState.UNVERIFIED &&
        comparableName(other.name) === comparable,
    );
    if (taken) throw new BadInputError('ORGANIZATION_NAME_TAKEN', {}, ['input.name']);
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

/** A registered name without the differences between two spellings: width, case, blanks and punctuation. */
function comparableName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Cf}]/gu, '');
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
