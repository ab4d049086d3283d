import type { DomainEvent } from '@app/database';

interface Request {
  readonly id: string;
  readonly needId: string;
  readonly organizationId: string;
}

/** A company is asked for facts. */
export function factRequestSent(request: Request): DomainEvent {
  return event('FactRequestSent', request);
}

/** A company answered by the link: facts, or that it does not do this. */
export function factRequestAnswered(request: Request): DomainEvent {
  return event('FactRequestAnswered', request);
}

/** A request is over without an answer: taken back, or its receiver wants none. */
export function factRequestClosed(request: Request): DomainEvent {
  return event('FactRequestClosed', request);
}

function event(type: string, { id, needId, organizationId }: Request): DomainEvent {
  return { type, aggregateType: 'FactRequest', aggregateId: id, ids: { needId, organizationId } };
}
