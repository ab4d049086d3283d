import { BadInputError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { ClaimState } from './organization.enums.js';
import type { Organization } from './organization.entity.js';
import { OrganizationsRepository } from './organizations.repository.js';

/** Names alike but for place and company form that are compared with one another. */
const MAX_COMPARED = 200;

/** A registered name without what two spellings of it differ in: width, case, blanks and punctuation. */
export function comparableName(name: string): string {
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
