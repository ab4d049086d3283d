/**
 * Something that happened to a thing of the trade, told to the other parts of the platform. It carries ids only: a
 * consumer reads the current state for itself.
 */
export interface DomainEvent {
  /** What happened: `ProcurementNeedPublished`. */
  readonly type: string;
  /** The kind of thing: `ProcurementNeed`. */
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** Further ids, never texts or personal data. */
  readonly ids?: Readonly<Record<string, string>>;
}
