import { Button } from 'antd';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { CardBody } from '../../../matching/match-card.js';
import { MATCH_CARD } from '../../../matching/match-list.query.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { NEED_CARD, NeedFacts } from '../../need/need-card.js';
import { DeskFrame } from '../desk-frame.js';

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

function FittingNeedCard({ match: { capability, procurementNeed, card }, open }: FittingProps) {
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
        <Link to={`/desk/responses?need=${procurementNeed.id}`}>
          <Button type="primary">{t('need.respond')}</Button>
        </Link>
      </div>
    </li>
  );
}

interface FittingProps {
  readonly match: FittingNeed;
  readonly open: boolean;
}

function FittingNeeds({ organizationId }: { organizationId: string }) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({
    query: FITTING,
    variables: { organizationId },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Answer data={data?.organization?.matchingNeeds} error={error} onRetry={() => ask()} shape="card">
      {({ matches }) =>
        matches.length === 0 ? (
          <EmptyState title={t('fitting.none')} text={t('fitting.noneText')}>
            <Link to="/desk/capabilities">
              <Button type="primary">{t('desk.capabilities')}</Button>
            </Link>
          </EmptyState>
        ) : (
          <ol className="match-cards">
            {matches.map((match, i) => (
              <FittingNeedCard
                key={`${match.capability.id}-${match.procurementNeed?.id ?? ''}`}
                match={match}
                open={i === 0}
              />
            ))}
          </ol>
        )
      }
    </Answer>
  );
}

/** Open needs that the supplier's capabilities fit, with the card that the buyer sees too. */
export function FittingNeedsPage() {
  const t = useTexts();
  return (
    <DeskFrame title={t('desk.fitting')} lead={t('fitting.lead')}>
      {({ id }) => <FittingNeeds organizationId={id} />}
    </DeskFrame>
  );
}

export { FittingNeedsPage as Component };
