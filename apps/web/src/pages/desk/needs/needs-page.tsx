import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { type EnumOf, graphql, type ResultOf } from '../../../api/graphql.js';
import { dayOf, number } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState } from '../../../ui/answer.js';
import { NoneInState, StateTabs } from '../../../ui/state-tabs.js';
import { Mark } from '../../../ui/tags.js';
import { UnsentNeeds } from './unsent-needs.js';
import { DeskFrame } from '../../../session/desk-frame.js';

const MY_NEEDS = graphql(`
  query MyNeeds($organizationId: ID!, $state: NeedState) {
    myProcurementNeeds(actingOrganizationId: $organizationId, first: 100, state: $state) {
      edges {
        node {
          id
          title
          kind
          state
          updatedAt
          replyDeadline
          supplyResponses(first: 1, state: SENT) {
            totalCount
          }
        }
      }
    }
  }
`);

type OwnNeed = ResultOf<typeof MY_NEEDS>['myProcurementNeeds']['edges'][number]['node'];
type NeedState = EnumOf<'NeedState'>;

const STATES: readonly NeedState[] = ['DRAFT', 'PUBLISHED', 'CLOSED', 'AWARDED', 'CANCELLED'];

function NeedRow({ need }: { need: OwnNeed }) {
  const { t, locale } = useReading();
  const waiting = need.supplyResponses.totalCount;
  const deadline = need.replyDeadline && t('search.replyBy', { date: dayOf(need.replyDeadline, locale) });
  return (
    <li className="card">
      <Link className="card-title" to={`/desk/needs/${need.id}`}>
        {need.title}
      </Link>
      <p className="card-details">
        <Mark tone={need.state === 'PUBLISHED' ? 'good' : 'plain'} text={t(`needState.${need.state}`)} />
        {[t(`needKind.${need.kind}`), deadline].filter(Boolean).join(' · ')}{' '}
        {waiting > 0 && <Mark tone="warn" text={t('ownNeeds.waiting', { count: number(waiting) })} />}
      </p>
    </li>
  );
}

function NeedList({ organizationId }: { organizationId: string }) {
  const t = useTexts();
  const [state, setState] = useState<NeedState | null>(null);
  const [{ data, error }, ask] = useQuery({
    query: MY_NEEDS,
    variables: { organizationId, state },
    requestPolicy: 'cache-and-network',
  });
  return (
    <>
      <StateTabs
        states={STATES}
        chosen={state}
        onChoose={setState}
        textOf={(each) => t(`needState.${each}`)}
      />
      <Answer data={data?.myProcurementNeeds} error={error} onRetry={() => ask()} shape="card">
        {({ edges }) =>
          edges.length === 0 && state ? (
            <NoneInState state={t(`needState.${state}`)} onAll={() => setState(null)} />
          ) : edges.length === 0 ? (
            <EmptyState title={t('ownNeeds.none')} text={t('ownNeeds.noneText')}>
              <Link to="/desk/needs/new">
                <Button type="primary">{t('needForm.new')}</Button>
              </Link>
            </EmptyState>
          ) : (
            <ul className="cards section">
              {edges.map(({ node }) => (
                <NeedRow key={node.id} need={node} />
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}

/** The needs of the buyer, by their state. */
export function NeedsPage() {
  const t = useTexts();
  const add = (
    <Link to="/desk/needs/new">
      <Button type="primary">{t('needForm.new')}</Button>
    </Link>
  );
  return (
    <DeskFrame title={t('desk.needs')} actions={add}>
      {({ id }) => (
        <>
          <UnsentNeeds />
          <NeedList organizationId={id} />
        </>
      )}
    </DeskFrame>
  );
}

export { NeedsPage as Component };
