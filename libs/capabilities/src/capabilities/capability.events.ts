import type { DomainEvent } from '@app/database';

/** Content or state of a capability has changed. */
export function capabilityChanged(capability: { id: string; organizationId: string }): DomainEvent {
  return event('CapabilityChanged', capability);
}

/** A capability can be found and matched from now on. */
export function capabilityPublished(capability: { id: string; organizationId: string }): DomainEvent {
  return event('CapabilityPublished', capability);
}

/** A supplier no longer offers a capability. */
export function capabilityWithdrawn(capability: { id: string; organizationId: string }): DomainEvent {
  return event('CapabilityWithdrawn', capability);
}

function event(type: string, { id, organizationId }: { id: string; organizationId: string }): DomainEvent {
  return { type, aggregateType: 'Capability', aggregateId: id, ids: { organizationId } };
}
