/** A consumer of domain events: which events it wants, how many at a time, and what it does with them. */
export interface EventConsumer {
  /** Name of its deliveries; never changed, since open deliveries carry it. */
  readonly name: string;
  /** Event types it is told of; `*` for all. */
  readonly types: readonly string[] | '*';
}

/** Which consumers exist, by name; every process that records events must know them all. */
const consumers = new Map<string, EventConsumer>();

/** Declares a consumer: from now on each matching event gets a delivery of its own for it. */
export function declareEventConsumer(consumer: EventConsumer): EventConsumer {
  consumers.set(consumer.name, consumer);
  return consumer;
}

/** The names of all consumers that this process knows. */
export function eventConsumerNames(): string[] {
  return [...consumers.keys()];
}

/** The names of the consumers that want an event type. */
export function consumersOf(type: string): string[] {
  return [...consumers.values()].filter((c) => c.types === '*' || c.types.includes(type)).map((c) => c.name);
}
