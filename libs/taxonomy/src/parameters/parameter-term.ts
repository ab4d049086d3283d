/** A typed parameter as it is asked or offered: a value (min = max) or a range in its unit, or values of its list. */
export interface ParameterTerm {
  readonly parameterId: string;
  /** Exact decimals in `unit`; null where open. */
  readonly min: string | null;
  readonly max: string | null;
  readonly unit: string | null;
  /** Values of an ordered or open list. */
  readonly values: readonly string[];
}
