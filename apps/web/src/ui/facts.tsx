import type { ReactNode } from 'react';

/** A fact with its label; left out when there is nothing to say, or when it is not so. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Facts with their labels beside them; on the phone below. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const known = facts.filter(
    ({ value }) => value !== null && value !== undefined && value !== '' && value !== false,
  );
  return (
    <dl className="facts">
      {known.map(({ label, value }) => (
        <div key={label} className="fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
