import { Button, Select } from 'antd';
import { useState } from 'react';
import { type EnumOf, graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';

const GIVE = graphql(`
  mutation GiveMatchFeedback($input: GiveMatchFeedbackInput!) {
    giveMatchFeedback(input: $input) {
      matchFeedback {
        verdict
        reason
      }
    }
  }
`);

type Reason = EnumOf<'MisfitReason'>;
type Verdict = EnumOf<'FitVerdict'>;

const REASONS: readonly Reason[] = [
  'ANOTHER_THING',
  'NOT_A_MAKER',
  'TECHNICAL_FIT',
  'CAPACITY',
  'CERTIFICATES',
  'LEAD_TIME',
  'PRICE',
  'REGION',
  'OUTDATED',
  'OTHER',
];

interface MatchVerdictProps {
  readonly needId: string;
  readonly capabilityId: string;
  readonly organizationId: string;
  /** What was said before. */
  readonly said: Verdict | undefined;
}

/** Says whether a match fits, and if not why: what the buyer knows better than any criterion. */
export function MatchVerdict({ needId, capabilityId, organizationId, said }: MatchVerdictProps) {
  const t = useTexts();
  const give = useAction(GIVE);
  const [verdict, setVerdict] = useState(said);
  const [asking, setAsking] = useState(false);
  const say = async (next: Verdict, reason: Reason | null) => {
    const before = verdict;
    setVerdict(next);
    setAsking(false);
    const input = { actingOrganizationId: organizationId, needId, capabilityId, verdict: next, reason };
    if (!(await give.run({ input }))) setVerdict(before);
  };
  return (
    <>
      <Button size="small" aria-pressed={verdict === 'FITS'} onClick={() => void say('FITS', null)}>
        {t(verdict === 'FITS' ? 'verdict.saidFits' : 'verdict.fits')}
      </Button>
      <Button size="small" aria-pressed={verdict === 'DOES_NOT_FIT'} onClick={() => setAsking(!asking)}>
        {t(verdict === 'DOES_NOT_FIT' ? 'verdict.saidMisfit' : 'verdict.misfit')}
      </Button>
      {asking && (
        <Select
          size="small"
          aria-label={t('verdict.why')}
          placeholder={t('verdict.why')}
          popupMatchSelectWidth={false}
          options={REASONS.map((value) => ({ value, label: t(`misfit.${value}`) }))}
          onChange={(reason: Reason) => void say('DOES_NOT_FIT', reason)}
        />
      )}
      <ProblemNotice problem={give.problem} />
    </>
  );
}
