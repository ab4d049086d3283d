import { containsPattern, escapeLike, findByKeys, keysetPage, Transactions } from '@app/database';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { In, type Repository } from 'typeorm';
import { canonicalCreditCode } from './credit-code.js';
import { ClaimState } from './organization.enums.js';
import { Organization } from './organization.entity.js';

/** What a list of organizations is narrowed to. */
export interface OrganizationFilter {
  readonly namePrefix?: string | null;
  /** A part of the name or of the credit code. */
  readonly text?: string | null;
  /** GB/T 2260; everything inside belongs to it. */
  readonly regionCode?: string | null;
  readonly claimState?: ClaimState | null;
}

const CITY_DIGITS = 4;
/** What may be a part of a credit code: at least four digits and capital letters. */
const CODE_PART = /^[0-9A-Z]{4,18}$/;

/** Every query on the table of organizations. */
@Injectable()
export class OrganizationsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** An organization by key. */
  findOrganization(id: string): Promise<Organization | null> {
    return this.table.findOneBy({ id });
  }

  /** Organizations by key, in any order. */
  findOrganizations(ids: readonly string[]): Promise<Organization[]> {
    return findByKeys(this.table, ids);
  }

  /** How many of some organizations staff have not verified. */
  countUnverified(ids: readonly string[]): Promise<number> {
    return this.table.countBy({ id: In([...ids]), claimState: ClaimState.UNVERIFIED });
  }

  /** An organization by its canonical credit code. */
  findByCreditCode(creditCode: string): Promise<Organization | null> {
    return this.table.findOneBy({ creditCode });
  }

  /** An organization, kept from others until the transaction ends, so that its version is the latest. */
  lockOrganization(id: string): Promise<Organization | null> {
    return this.table.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * Organizations whose name is the same but for place and company form, by name. Those of another city (the first
   * four digits) are other companies: every county has its waterworks.
   */
  findByNormalisedName(
    normalisedName: string,
    regionCode: string | null,
    limit: number,
  ): Promise<Organization[]> {
    const list = this.table
      .createQueryBuilder('organization')
      .where('organization.normalisedName = :normalisedName', { normalisedName });
    if (regionCode) {
      const near = `(organization.regionCode is null or organization.regionCode like :inside or :region like organization.regionCode || '%')`;
      list.andWhere(near, { inside: `${escapeLike(regionCode.slice(0, CITY_DIGITS))}%`, region: regionCode });
    }
    return list.orderBy('organization.name').addOrderBy('organization.id').limit(limit).getMany();
  }

  /** Adds an organization unless its credit code is taken; the unique key decides between two at once. */
  async insertIfAbsent(organization: Organization): Promise<boolean> {
    const done = await this.table
      .createQueryBuilder()
      .insert()
      .values({ ...organization })
      .orIgnore()
      .returning('id')
      .updateEntity(false)
      .execute();
    return (done.raw as unknown[]).length > 0;
  }

  /** Stores a changed organization. */
  async saveOrganization(organization: Organization): Promise<void> {
    const { id, ...columns } = organization;
    await this.table.update({ id }, columns);
  }

  /** A page of the organizations that fit, by name. */
  pageOrganizations(
    filter: OrganizationFilter,
    wish: { first: number; after?: string | null },
  ): Promise<Connection<Organization>> {
    const list = this.table.createQueryBuilder('organization');
    if (filter.namePrefix)
      list.andWhere('organization.name like :prefix', { prefix: `${escapeLike(filter.namePrefix)}%` });
    if (filter.text?.trim()) {
      const text = filter.text.normalize('NFKC').trim();
      const code = canonicalCreditCode(text);
      const inName = 'organization.name like :inName';
      list.andWhere(CODE_PART.test(code) ? `(${inName} or organization.creditCode like :inCode)` : inName, {
        inName: containsPattern(text),
        inCode: containsPattern(code),
      });
    }
    if (filter.regionCode)
      list.andWhere('organization.regionCode like :region', { region: `${escapeLike(filter.regionCode)}%` });
    if (filter.claimState)
      list.andWhere('organization.claimState = :claimState', { claimState: filter.claimState });
    return keysetPage(
      list,
      [
        { property: 'name', direction: 'ASC' },
        { property: 'id', direction: 'ASC' },
      ],
      wish,
    );
  }

  private get table(): Repository<Organization> {
    return this.transactions.manager.getRepository(Organization);
  }
}
