import type { DomainEvent } from '@app/database';

interface OfBuyer {
  readonly id: string;
  readonly organizationId: string;
}

/** Content or state of a need has changed. */
export function procurementNeedChanged(need: OfBuyer): DomainEvent {
  return event('ProcurementNeedChanged', need);
}

/** A need is open for responses from now on. */
export function procurementNeedPublished(need: OfBuyer): DomainEvent {
  return event('ProcurementNeedPublished', need);
}

/** A published need says something else than before. */
export function procurementNeedAmended(need: OfBuyer): DomainEvent {
  return event('ProcurementNeedAmended', need);
}

/** A need takes no more responses. */
export function procurementNeedClosed(need: OfBuyer): DomainEvent {
  return event('ProcurementNeedClosed', need);
}

/** A need was called off. */
export function procurementNeedCancelled(need: OfBuyer): DomainEvent {
  return event('ProcurementNeedCancelled', need);
}

/** The buyer asks an organization to answer. */
export function organizationInvitedToNeed(need: OfBuyer, invitedOrganizationId: string): DomainEvent {
  return event('OrganizationInvitedToNeed', need, { invitedOrganizationId });
}

/** The buyer takes an invitation back; `invitedAt` is when it was given. */
export function needInvitationWithdrawn(
  need: OfBuyer,
  invitedOrganizationId: string,
  invitedAt: Date,
): DomainEvent {
  return event('NeedInvitationWithdrawn', need, {
    invitedOrganizationId,
    invitedAt: invitedAt.toISOString(),
  });
}

function event(
  type: string,
  { id, organizationId }: OfBuyer,
  more: Readonly<Record<string, string>> = {},
): DomainEvent {
  return { type, aggregateType: 'ProcurementNeed', aggregateId: id, ids: { organizationId, ...more } };
}
