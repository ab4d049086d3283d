import { useRef, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import type { Problem } from '../api/problem.js';
import { useAction } from '../api/use-action.js';

const HIDDEN_MATCHES = graphql(`
  query HiddenMatches($organizationId: ID!) {
    hiddenMatches(actingOrganizationId: $organizationId, first: 100) {
      edges {
        node {
          hiddenAt
          supplier {
            id
            name
          }
          procurementNeed {
            id
            title
          }
        }
      }
    }
  }
`);

const HIDE = graphql(`
  mutation HideMatch($input: HideMatchInput!) {
    hideMatch(input: $input) {
      hiddenMatch {
        hiddenAt
      }
    }
  }
`);

const SHOW_AGAIN = graphql(`
  mutation ShowMatchAgain($input: ShowMatchAgainInput!) {
    showMatchAgain(input: $input) {
      needId
      supplierId
    }
  }
`);

/** A need and a supplier that one side does not want to see together; called as that side knows the other. */
export interface HiddenPair {
  readonly needId: string;
  readonly supplierId: string;
  readonly name: string;
}

const same = (one: HiddenPair, other: HiddenPair) =>
  one.needId === other.needId && one.supplierId === other.supplierId;
const without = (pair: HiddenPair) => (present: readonly HiddenPair[]) =>
  present.filter((other) => !same(other, pair));
const including = (pair: HiddenPair) => (present: readonly HiddenPair[]) => [...without(pair)(present), pair];

/** What an organization has hidden, and how to hide more and to take it back. */
export interface Hiding {
  /** Hidden since the page was opened. */
  readonly now: readonly HiddenPair[];
  /** Hidden earlier, the latest first. */
  readonly before: readonly HiddenPair[];
  readonly hide: (pair: HiddenPair) => Promise<void>;
  readonly show: (pair: HiddenPair) => Promise<void>;
  readonly problem: Problem | null;
}

/** What was hidden when the page was opened, under the names that `side` calls it by. */
function useHiddenBefore(organizationId: string, side: 'need' | 'supplier'): readonly HiddenPair[] {
  const [{ data }] = useQuery({
    query: HIDDEN_MATCHES,
    variables: { organizationId },
    requestPolicy: 'network-only',
  });
  return (data?.hiddenMatches.edges ?? []).flatMap(({ node: { supplier, procurementNeed } }) =>
    procurementNeed
      ? [
          {
            needId: procurementNeed.id,
            supplierId: supplier.id,
            name: side === 'need' ? procurementNeed.title : supplier.name,
          },
        ]
      : [],
  );
}

/** Sends one thing after the other: what is taken back at once must not arrive before what it takes back. */
function useTurns() {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return <T>(act: () => Promise<T>): Promise<T> => {
    const done = last.current.then(act);
    last.current = done;
    return done;
  };
}

/**
 * Hides pairs at once, and shows them again when the server does not agree. `side` is what the acting organization
 * sees in its lists; `onShown` asks those lists again, for they come without what was hidden.
 */
export function useHiding(
  actingOrganizationId: string,
  side: 'need' | 'supplier',
  onShown: () => void,
): Hiding {
  const stored = useHiddenBefore(actingOrganizationId, side);
  const [now, setNow] = useState<readonly HiddenPair[]>([]);
  const [shown, setShown] = useState<readonly HiddenPair[]>([]);
  const hiding = useAction(HIDE);
  const showing = useAction(SHOW_AGAIN);
  const inTurn = useTurns();
  const inputOf = ({ needId, supplierId }: HiddenPair) => ({
    input: { actingOrganizationId, needId, supplierId },
  });
  const hide = async (pair: HiddenPair) => {
    setNow(including(pair));
    if (!(await inTurn(() => hiding.run(inputOf(pair))))) setNow(without(pair));
  };
  const show = async (pair: HiddenPair) => {
    const justNow = now.some((other) => same(other, pair));
    setNow(without(pair));
    setShown(including(pair));
    if (await inTurn(() => showing.run(inputOf(pair)))) {
      if (!justNow) onShown();
      return;
    }
    setShown(without(pair));
    if (justNow) setNow(including(pair));
  };
  const before = stored.filter((pair) => ![...now, ...shown].some((other) => same(other, pair)));
  return { now, before, hide, show, problem: hiding.problem ?? showing.problem };
}
