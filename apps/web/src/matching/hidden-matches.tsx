import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { type Problem, useAction } from '../api/use-action.js';
import { languageOf, useTexts } from '../texts/locale.js';
import { ProblemNotice } from '../ui/answer.js';

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
interface HiddenPair {
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

/** Sends one request after the other, so that taking something back never arrives before the thing itself. */
function useTurns() {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return <T,>(act: () => Promise<T>): Promise<T> => {
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

function HiddenBefore({ pairs, show }: { pairs: readonly HiddenPair[]; show: Hiding['show'] }) {
  const t = useTexts();
  if (pairs.length === 0) return null;
  return (
    <details className="fold section">
      <summary>{t('hidden.before', { count: pairs.length })}</summary>
      <ul className="rows">
        {pairs.map((pair) => (
          <li key={`${pair.needId}-${pair.supplierId}`} className="row-actions">
            <span lang={languageOf(pair.name)}>{pair.name}</span>
            <Button size="small" onClick={() => void show(pair)}>
              {t('hidden.showAgain')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface HiddenNowProps {
  readonly pair: HiddenPair;
  readonly show: Hiding['show'];
  /** Says that a pair was hidden, by the name of the other side. */
  readonly say: (name: string) => string;
}

/**
 * Replaces a card that was just hidden. The button that takes it back gets the focus, which the hidden card
 * had, so that it is on the screen however long the list is.
 */
export function HiddenNow({ pair, show, say }: HiddenNowProps) {
  const t = useTexts();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <div className="remark remark-row" role="status">
      <p>{say(pair.name)}</p>
      <Button ref={undo} onClick={() => void show(pair)}>
        {t('hidden.undo')}
      </Button>
    </div>
  );
}

interface HiddenPairsProps {
  readonly hiding: Hiding;
  /** Which of what was hidden earlier belongs to the page. */
  readonly belongs?: (pair: HiddenPair) => boolean;
  /** Whether the list still has a place for it, where it can be taken back. */
  readonly listed: (pair: HiddenPair) => boolean;
}

/** What was hidden earlier, how to show it again, and why something could not be hidden. */
export function HiddenPairs({ hiding, belongs = () => true, listed }: HiddenPairsProps) {
  const { now, before, show, problem } = hiding;
  const elsewhere = [...now.filter((pair) => !listed(pair)), ...before];
  return (
    <>
      <ProblemNotice problem={problem} />
      <HiddenBefore pairs={elsewhere.filter(belongs)} show={show} />
    </>
  );
}
