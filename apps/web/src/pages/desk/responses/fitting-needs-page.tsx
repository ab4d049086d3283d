import { Button } from 'antd';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { HiddenNow, HiddenPairs, type Hiding, useHiding } from '../../../matching/hidden-matches.js';
import { CardBody } from '../../../matching/match-card.js';
import { firstNear, MATCH_CARD } from '../../../matching/match-list.query.js';
import { DeskFrame } from '../../../session/desk-frame.js';
import type { ViewerOrganization } from '../../../session/viewer.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState } from '../../../ui/answer.js';
import { NEED_CARD, NeedFacts } from '../../published/need-card.js';
import { SaveSearch } from '../../search/save-search.js';

const FITTING = graphql(
  `
    query FittingNeeds($organizationId: ID!) {
      organization(id: $organizationId) {
        id
        matchingNeeds(first: 20) {
          compared
          matches {
            capability {
              id
              title
            }
            procurementNeed {
              ...NeedCard
            }
            card {
              ...MatchCardFacts
            }
          }
        }
      }
    }
  `,
  [NEED_CARD, MATCH_CARD],
);

type Organization = NonNullable<ResultOf<typeof FITTING>['organization']>;
type FittingNeed = NonNullable<Organization['matchingNeeds']>['matches'][number];

function FittingNeedCard({
  match: { capability, procurementNeed, card },
  open,
  supplierId,
  hide,
}: FittingProps) {
  const t = useTexts();
  if (!procurementNeed) return null;
  return (
    <li className="match-card">
      <CardBody
        card={card}
        open={open}
        head={
          <div className="supplier">
            <NeedFacts need={procurementNeed} />
            <p className="quiet">{t('fitting.by', { title: capability.title })}</p>
          </div>
        }
      />
      <div className="match-actions">
        <Link to={`/desk/responses?need=${procurementNeed.id}&capability=${capability.id}`}>
          <Button type="primary">{t('need.respond')}</Button>
        </Link>
        <Button
          onClick={() => void hide({ needId: procurementNeed.id, supplierId, name: procurementNeed.title })}
        >
          {t('hidden.hide')}
        </Button>
      </div>
    </li>
  );
}

interface FittingProps {
  readonly match: FittingNeed;
  readonly open: boolean;
  readonly supplierId: string;
  readonly hide: Hiding['hide'];
}

function NothingFits() {
  const t = useTexts();
  return (
    <EmptyState title={t('fitting.none')} text={t('fitting.noneText')}>
      <Link to="/desk/capabilities">
        <Button type="primary">{t('desk.capabilities')}</Button>
      </Link>
    </EmptyState>
  );
}

interface FittingListProps {
  readonly matches: readonly FittingNeed[];
  readonly supplierId: string;
  readonly hiding: Hiding;
}

function FittingList({ matches, supplierId, hiding: { now, hide, show } }: FittingListProps) {
  const t = useTexts();
  const near = firstNear(matches);
  const hidden = new Map(now.map((pair) => [pair.needId, pair]));
  const cardOf = (match: FittingNeed, open: boolean) => {
    const pair = hidden.get(match.procurementNeed?.id ?? '');
    if (!pair) return <FittingNeedCard match={match} open={open} supplierId={supplierId} hide={hide} />;
    return (
      <li>
        <HiddenNow pair={pair} show={show} say={(name) => t('hidden.need', { name })} />
      </li>
    );
  };
  return (
    <ol className="match-cards">
      {matches.map((match, i) => (
        <Fragment key={`${match.capability.id}-${match.procurementNeed?.id ?? ''}`}>
          {i === near && <li className="near-line">{t('fitting.near')}</li>}
          {cardOf(match, i === 0)}
        </Fragment>
      ))}
    </ol>
  );
}

function FittingNeeds({ organization: { id, name } }: { organization: ViewerOrganization }) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({
    query: FITTING,
    variables: { organizationId: id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const hiding = useHiding(id, 'need', refresh);
  const fitting = data?.organization?.matchingNeeds;
  return (
    <>
      <SaveSearch watched={{ organizationId: id }} name={name} text={t('saved.offer')} />
      <HiddenPairs
        hiding={hiding}
        belongs={({ supplierId }) => supplierId === id}
        listed={({ needId }) => !!fitting?.matches.some((match) => match.procurementNeed?.id === needId)}
      />
      <Answer data={fitting} error={error} onRetry={refresh} shape="card">
        {({ matches }) =>
          matches.length === 0 ? (
            <NothingFits />
          ) : (
            <FittingList matches={matches} supplierId={id} hiding={hiding} />
          )
        }
      </Answer>
    </>
  );
}

/** Open needs that the supplier's capabilities fit, with the card that the buyer sees too. */
export function FittingNeedsPage() {
  const t = useTexts();
  return (
    <DeskFrame title={t('desk.fitting')} lead={t('fitting.lead')}>
      {(organization) => <FittingNeeds organization={organization} />}
    </DeskFrame>
  );
}

export { FittingNeedsPage as Component };
