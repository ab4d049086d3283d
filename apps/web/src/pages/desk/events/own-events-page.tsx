import { Button } from 'antd';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql.js';
import { span } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState } from '../../../ui/answer.js';
import { Mark } from '../../../ui/tags.js';
import { DeskFrame } from '../../../session/desk-frame.js';

const OWN_EVENTS = graphql(`
  query OwnEvents($organizationId: ID!) {
    organization(id: $organizationId) {
      id
      matchmakingEvents(first: 100) {
        edges {
          node {
            id
            title
            kind
            state
            schedule {
              starts
              ends
            }
          }
        }
      }
    }
  }
`);

function EventList({ organizationId }: { organizationId: string }) {
  const { t, locale } = useReading();
  const [{ data, error }, ask] = useQuery({
    query: OWN_EVENTS,
    variables: { organizationId },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Answer data={data?.organization?.matchmakingEvents} error={error} onRetry={() => ask()} shape="card">
      {({ edges }) =>
        edges.length === 0 ? (
          <EmptyState title={t('ownEvents.none')} text={t('ownEvents.noneText')} />
        ) : (
          <ul className="cards section">
            {edges.map(({ node: { id, title, kind, state, schedule } }) => (
              <li key={id} className="card">
                <Link className="card-title" to={`/desk/events/${id}`}>
                  {title}
                </Link>
                <p className="card-details">
                  <Mark tone={state === 'PUBLISHED' ? 'good' : 'plain'} text={t(`eventState.${state}`)} />
                  {t(`eventKind.${kind}`)} · {span(schedule.starts, schedule.ends, locale)}
                </p>
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

/** The events of the organizer. */
export function OwnEventsPage() {
  const t = useTexts();
  const add = (
    <Link to="/desk/events/new">
      <Button type="primary">{t('ownEvents.new')}</Button>
    </Link>
  );
  return (
    <DeskFrame title={t('ownEvents.title')} actions={add}>
      {({ id }) => <EventList organizationId={id} />}
    </DeskFrame>
  );
}

export { OwnEventsPage as Component };
