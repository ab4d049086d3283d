import type { DomainEvent } from '@app/database';

/** Something that others see of an organization has changed: its profile, a tier or a certificate. */
export function organizationChanged(organizationId: string): DomainEvent {
  return { type: 'OrganizationChanged', aggregateType: 'Organization', aggregateId: organizationId };
}

/** An imported profile has found its owner. */
export function organizationClaimed(organizationId: string): DomainEvent {
  return { type: 'OrganizationClaimed', aggregateType: 'Organization', aggregateId: organizationId };
}

/** Somebody claims an imported profile and waits for staff. */
export function organizationClaimFiled(claimId: string, organizationId: string): DomainEvent {
  return {
    type: 'OrganizationClaimFiled',
    aggregateType: 'OrganizationClaim',
    aggregateId: claimId,
    ids: { organizationId },
  };
}

/** Staff have decided on a claim. */
export function organizationClaimDecided(claimId: string, organizationId: string): DomainEvent {
  return {
    type: 'OrganizationClaimDecided',
    aggregateType: 'OrganizationClaim',
    aggregateId: claimId,
    ids: { organizationId },
  };
}
