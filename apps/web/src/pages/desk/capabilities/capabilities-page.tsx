import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMessages } from '../../../ui/short-messages.js';
import type { EnumOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState, ProblemNotice } from '../../../ui/answer.js';
import { NoneInState, StateTabs } from '../../../ui/state-tabs.js';
import { FactStateTag, Mark } from '../../../ui/tags.js';
import { Freshness } from '../../published/supply-terms.js';
import { DeskFrame } from '../../../session/desk-frame.js';
import {
  type CapabilityEntry,
  OWN_CAPABILITIES,
  PUBLISH_CAPABILITY,
  RECONFIRM_CAPABILITY,
  WITHDRAW_CAPABILITY,
} from './capability.operations.js';
import { FreshnessReminder } from './freshness-reminder.js';
import { MissingFacts } from './missing-facts.js';

type State = EnumOf<'CapabilityState'>;

const STATES: readonly State[] = ['DRAFT', 'PUBLISHED', 'WITHDRAWN'];

interface RowProps {
  readonly capability: CapabilityEntry;
  readonly organizationId: string;
  readonly refresh: () => void;
}

/** What a supplier does with one of its capabilities. */
function useSteps({ capability, organizationId, refresh }: RowProps) {
  const t = useTexts();
  const messages = useMessages();
  const publish = useAction(PUBLISH_CAPABILITY);
  const reconfirm = useAction(RECONFIRM_CAPABILITY);
  const withdraw = useAction(WITHDRAW_CAPABILITY);
  const input = { actingOrganizationId: organizationId, capabilityId: capability.id };
  const confirm = async () => {
    if (!(await reconfirm.run({ input }))) return;
    messages.success(t('ownCapabilities.reconfirmed'));
    refresh();
  };
  const then = (done: object | null) => {
    if (done) refresh();
  };
  return {
    publish: { busy: publish.busy, do: () => void publish.run({ input }).then(then) },
    reconfirm: { busy: reconfirm.busy, do: () => void confirm() },
    withdraw: { busy: withdraw.busy, do: () => void withdraw.run({ input }).then(then) },
    problem: publish.problem ?? reconfirm.problem ?? withdraw.problem,
  };
}

function Steps(props: RowProps) {
  const t = useTexts();
  const { publish, reconfirm, withdraw, problem } = useSteps(props);
  const { capability } = props;
  const published = capability.state === 'PUBLISHED';
  return (
    <>
      <ProblemNotice problem={problem} />
      <p className="button-row">
        {published && capability.freshness.length > 0 && (
          <Button loading={reconfirm.busy} onClick={reconfirm.do}>
            {t('ownCapabilities.reconfirm')}
          </Button>
        )}
        {!published && (
          <Button type="primary" loading={publish.busy} onClick={publish.do}>
            {t('ownCapabilities.publish')}
          </Button>
        )}
        <Link to={`/desk/capabilities/${capability.id}`}>
          <Button>{t('action.edit')}</Button>
        </Link>
        {published && (
          <Button loading={withdraw.busy} onClick={withdraw.do}>
            {t('ownCapabilities.withdraw')}
          </Button>
        )}
      </p>
    </>
  );
}

function CapabilityRow(props: RowProps) {
  const t = useTexts();
  const { id, title, kind, state, factState, freshness } = props.capability;
  return (
    <li className="card">
      <Link className="card-title" to={`/capabilities/${id}`}>
        {title}
      </Link>
      <p className="card-details">
        <Mark tone={state === 'PUBLISHED' ? 'good' : 'plain'} text={t(`capabilityState.${state}`)} />
        <FactStateTag state={factState} /> {t(`capabilityKind.${kind}`)}
      </p>
      {factState === 'INFERRED' && <p className="quiet">{t('ownCapabilities.confirmInferred')}</p>}
      <Freshness freshness={freshness} />
      <Steps {...props} />
    </li>
  );
}

function CapabilityList({ organizationId }: { organizationId: string }) {
  const t = useTexts();
  const [state, setState] = useState<State | null>(null);
  const [{ data, error }, ask] = useQuery({
    query: OWN_CAPABILITIES,
    variables: { organizationId, state },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  return (
    <>
      <FreshnessReminder organizationId={organizationId} onConfirmed={refresh} />
      <MissingFacts organizationId={organizationId} />
      <StateTabs
        states={STATES}
        chosen={state}
        onChoose={setState}
        textOf={(each) => t(`capabilityState.${each}`)}
      />
      <Answer data={data?.organization?.capabilities} error={error} onRetry={refresh} shape="card">
        {({ edges }) =>
          edges.length === 0 && state ? (
            <NoneInState state={t(`capabilityState.${state}`)} onAll={() => setState(null)} />
          ) : edges.length === 0 ? (
            <EmptyState title={t('ownCapabilities.none')} text={t('ownCapabilities.noneText')} />
          ) : (
            <ul className="cards section">
              {edges.map(({ node }) => (
                <CapabilityRow
                  key={node.id}
                  capability={node}
                  organizationId={organizationId}
                  refresh={refresh}
                />
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}

/** What the supplier says it can do. */
export function CapabilitiesPage() {
  const t = useTexts();
  const add = (
    <Link to="/desk/capabilities/new">
      <Button type="primary">{t('ownCapabilities.new')}</Button>
    </Link>
  );
  return (
    <DeskFrame title={t('desk.capabilities')} actions={add}>
      {({ id }) => <CapabilityList organizationId={id} />}
    </DeskFrame>
  );
}

export { CapabilitiesPage as Component };
