import { Button } from 'antd';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql.js';
import { span } from '../../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Mark } from '../../../ui/tags.js';
import { DeskFrame } from '../desk-frame.js';
import { toneOf } from './registration-state.js';

const ATTENDING = graphql(`
  query Attending($organizationId: ID!) {
    myEventRegistrations(actingOrganizationId: $organizationId, first: 100) {
      edges {
        node {
          id
          role
          state
          event {
            id
            title
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

function AttendingList({ organizationId }: { organizationId: string }) {
  const { t, locale } = useReading();
  const [{ data, error }, ask] = useQuery({
    query: ATTENDING,
    variables: { organizationId },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Answer data={data?.myEventRegistrations} error={error} onRetry={() => ask()} shape="card">
      {({ edges }) =>
        edges.length === 0 ? (
          <EmptyState title={t('attending.none')} text={t('attending.noneText')}>
            <Link to="/events">
              <Button type="primary">{t('attending.browse')}</Button>
            </Link>
          </EmptyState>
        ) : (
          <ul className="cards section">
            {edges.map(({ node: { id, role, state, event } }) => (
              <li key={id} className="card">
                <Link
                  className="card-title"
                  to={`/desk/attending/${event.id}`}
                  lang={languageOf(event.title)}
                >
                  {event.title}
                </Link>
                <p className="card-details">
                  <Mark tone={toneOf(state)} text={t(`registrationState.${state}`)} />
                  {t(`oneRole.${role}`)} · {span(event.schedule.starts, event.schedule.ends, locale)}
                </p>
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

/** Events in which the organization takes part, or for which it waits. */
export function AttendingPage() {
  const t = useTexts();
  return (
    <DeskFrame title={t('attending.title')}>{({ id }) => <AttendingList organizationId={id} />}</DeskFrame>
  );
}

export { AttendingPage as Component };
