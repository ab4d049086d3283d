import { Button } from 'antd';
import { useState } from 'react';
import { graphql } from '../../../api/graphql.js';
import type { Problem } from '../../../api/problem.js';
import { useAction } from '../../../api/use-action.js';
import type { Match } from '../../../matching/match-list.query.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';

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
      __typename
    }
  }
`);

type Supplier = Match['organization'];

/** Suppliers that the buyer has just hidden for a need. */
export interface Hiding {
  readonly hidden: readonly Supplier[];
  readonly hide: (supplier: Supplier) => Promise<void>;
  readonly show: (supplier: Supplier) => Promise<void>;
  readonly problem: Problem | null;
}

/** Hides suppliers at once, and shows them again when the server does not agree. */
export function useHiding(needId: string, actingOrganizationId: string): Hiding {
  const [hidden, setHidden] = useState<readonly Supplier[]>([]);
  const hiding = useAction(HIDE);
  const showing = useAction(SHOW_AGAIN);
  const without = (supplier: Supplier) => (present: readonly Supplier[]) =>
    present.filter(({ id }) => id !== supplier.id);
  const inputOf = ({ id }: Supplier) => ({ input: { actingOrganizationId, needId, supplierId: id } });
  const hide = async (supplier: Supplier) => {
    setHidden((present) => [...present, supplier]);
    if (!(await hiding.run(inputOf(supplier)))) setHidden(without(supplier));
  };
  const show = async (supplier: Supplier) => {
    setHidden(without(supplier));
    if (!(await showing.run(inputOf(supplier)))) setHidden((present) => [...present, supplier]);
  };
  return { hidden, hide, show, problem: hiding.problem ?? showing.problem };
}

/** What was just hidden, and how to take it back. */
export function HiddenSuppliers({ hiding: { hidden, show, problem } }: { hiding: Hiding }) {
  const t = useTexts();
  return (
    <>
      <ProblemNotice problem={problem} />
      {hidden.map((supplier) => (
        <div key={supplier.id} className="remark remark-row" role="status">
          <p>{t('ownNeeds.hidden', { name: supplier.name })}</p>
          <Button onClick={() => void show(supplier)}>{t('ownNeeds.showAgain')}</Button>
        </div>
      ))}
    </>
  );
}
