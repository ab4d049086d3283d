import type { DomainEvent } from '@app/database';

interface Response {
  readonly id: string;
  readonly needId: string;
  readonly organizationId: string;
}

/** A supplier says that it can supply, for the first time or again. */
export function supplyResponseSent(response: Response): DomainEvent {
  return event('SupplyResponseSent', response);
}

/** A supplier takes its response back. */
export function supplyResponseWithdrawn(response: Response): DomainEvent {
  return event('SupplyResponseWithdrawn', response);
}

/** The buyer answered a response. */
export function supplyResponseAnswered(response: Response): DomainEvent {
  return event('SupplyResponseAnswered', response);
}

/** Somebody of one side agrees to exchange contacts with the other. */
export function contactsOffered(response: Response, sideId: string): DomainEvent {
  return { ...event('ContactsOffered', response), ids: { needId: response.needId, sideId } };
}

function event(type: string, { id, needId, organizationId }: Response): DomainEvent {
  return { type, aggregateType: 'SupplyResponse', aggregateId: id, ids: { needId, organizationId } };
}
