import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMessages } from '../../../ui/short-messages.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { OWN_CAPABILITIES, RECONFIRM_CAPABILITY } from './capability.operations.js';

/** Titles that are named before the rest is only counted. */
const NAMED = 3;

interface FreshnessReminderProps {
  readonly organizationId: string;
  readonly onConfirmed?: () => void;
}

/** The published capabilities that have not been confirmed for long, and how to confirm them all. */
function useStale({ organizationId, onConfirmed }: FreshnessReminderProps) {
  const t = useTexts();
  const messages = useMessages();
  const [{ data }, ask] = useQuery({
    query: OWN_CAPABILITIES,
    variables: { organizationId, state: 'PUBLISHED' },
    requestPolicy: 'cache-and-network',
  });
  const reconfirm = useAction(RECONFIRM_CAPABILITY);
  const [busy, setBusy] = useState(false);
  const stale = (data?.organization?.capabilities.edges ?? [])
    .map(({ node }) => node)
    .filter(({ freshness }) => freshness.some((fact) => fact.stale));
  const confirmAll = async () => {
    setBusy(true);
    let done: object | null = {};
    for (const { id } of stale) {
      if (done)
        done = await reconfirm.run({ input: { actingOrganizationId: organizationId, capabilityId: id } });
    }
    setBusy(false);
    ask({ requestPolicy: 'network-only' });
    onConfirmed?.();
    if (done) messages.success(t('ownCapabilities.reconfirmed'));
  };
  return { stale, busy, problem: reconfirm.problem, confirmAll: () => void confirmAll() };
}

/** Says which capabilities have not been confirmed for long, and confirms them all with one tap. */
export function FreshnessReminder(props: FreshnessReminderProps) {
  const t = useTexts();
  const { stale, busy, problem, confirmAll } = useStale(props);
  if (stale.length === 0) return null;
  const titles = stale.slice(0, NAMED).map(({ title }) => title);
  return (
    <div className="remark" role="status">
      <div className="remark-row">
        <p>
          {t('freshness.reminder', { count: stale.length })}{' '}
          <Link to="/desk/capabilities">{titles.join(' · ')}</Link>
          {stale.length > NAMED && ' …'}
        </p>
        <Button type="primary" loading={busy} onClick={confirmAll}>
          {t('freshness.confirmAll')}
        </Button>
      </div>
      <ProblemNotice problem={problem} />
    </div>
  );
}
