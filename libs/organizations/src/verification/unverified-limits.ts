import { Transactions } from '@app/database';
import { Memberships } from '@app/identity';
import { Clock, DomainError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { isPublicBody } from '../profiles/credit-code.js';
import { OrganizationsRepository } from '../profiles/organizations.repository.js';
import { QuotaAction } from './unverified-quota.entity.js';

/** What an unverified organization may do on one day (UTC). Events and bulk invitations wait for verification. */
export const UNVERIFIED_DAILY_LIMITS: Readonly<Record<QuotaAction, number>> = {
  PUBLISH_CAPABILITY: 5,
  PUBLISH_NEED: 2,
  RESPOND_TO_NEED: 5,
  INVITE_ORGANIZATION: 3,
};

/** What a verified organization may do on one day (UTC), where it has a limit at all: what reaches others unasked. */
export const VERIFIED_DAILY_LIMITS: Partial<Readonly<Record<QuotaAction, number>>> = {
  INVITE_ORGANIZATION: 200,
};

/** Unverified organizations that one person may own: each would bring quotas of its own. */
export const MAX_UNVERIFIED_OF_PERSON = 3;

/** Adds to the use of the day unless that would exceed the limit; the row lock orders callers that come at once. */
const USE = `
  insert into unverified_quota_use as u (organization_id, action, day, used)
    select $1::uuid, $2, $3::date, $4::int where $4::int <= $5::int
    on conflict (organization_id, action, day) do update set used = u.used + excluded.used
      where u.used + excluded.used <= $5::int
    returning used`;

/** The one place that decides how much an organization may do a day, and what it may do before staff have verified it. */
@Injectable()
export class UnverifiedLimits {
  constructor(
    private readonly transactions: Transactions,
    private readonly organizations: OrganizationsRepository,
    private readonly memberships: Memberships,
    private readonly clock: Clock,
  ) {}

  /** Throws FORBIDDEN unless staff have verified the organization. */
  async requireVerified(organizationId: string): Promise<void> {
    if (!(await this.isVerified(organizationId)))
      throw new DomainError('FORBIDDEN', 'ORGANIZATION_UNVERIFIED');
  }

  /**
   * Counts `times` uses against the organization's daily quota, where it has one. Call it inside the transaction of the
   * action, so that an action undone uses nothing. Throws TOO_MANY when the quota does not allow all of them, and
   * FORBIDDEN for an unverified public body: nobody speaks as an authority before staff have checked it.
   */
  async useQuota(organizationId: string, action: QuotaAction, times = 1): Promise<void> {
    if (times === 0) return;
    const organization = await this.organizations.findOrganization(organizationId);
    const verified = organization?.verified ?? false;
    if (!verified && organization && isPublicBody(organization.creditCode))
      throw new DomainError('FORBIDDEN', 'ORGANIZATION_UNVERIFIED');
    const limit = verified ? VERIFIED_DAILY_LIMITS[action] : UNVERIFIED_DAILY_LIMITS[action];
    if (limit === undefined) return;
    const day = this.clock.now().toISOString().slice(0, 10);
    const used = await this.transactions.query<object>(USE, [organizationId, action, day, times, limit]);
    if (used.length === 0)
      throw new DomainError('TOO_MANY', verified ? 'DAILY_QUOTA_USED' : 'UNVERIFIED_QUOTA_USED', { limit });
  }

  /**
   * Throws TOO_MANY when a person owns as many unverified organizations as anybody may. Call it inside the transaction
   * that adds another: registrations of one person at once come one after the other.
   */
  async requireRoomForAnother(userId: string): Promise<void> {
    const owned = await this.memberships.lockOwnedBy(userId);
    if ((await this.organizations.countUnverified(owned)) >= MAX_UNVERIFIED_OF_PERSON)
      throw new DomainError('TOO_MANY', 'UNVERIFIED_ORGANIZATIONS', { limit: MAX_UNVERIFIED_OF_PERSON });
  }

  private async isVerified(organizationId: string): Promise<boolean> {
    return (await this.organizations.findOrganization(organizationId))?.verified ?? false;
  }
}
