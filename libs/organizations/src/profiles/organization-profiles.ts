import { BadInputError, calendarDay, Clock, compareDecimals } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { Classification } from '../classification/classification.js';
import type { OrganizationProfileInput } from './dto/organization-profile.input.js';
import type { OrganizationProfile } from './organization.entity.js';
import { NameNormaliser } from './name-normaliser.js';

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
