import { Button } from 'antd';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { span } from '../../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { Mark } from '../../../ui/tags.js';
import { DeskFrame } from '../../../session/desk-frame.js';
import { toneOf } from '../../events/registration-terms.js';

const ATTENDED = graphql(`
  fragment Attended on EventRegistration {
    id
    role
    state
    event {
      id
      title
      startsAt
      endsAt
      schedule {
        starts
        ends
      }
    }
  }
`);

const ATTENDING = graphql(
  `
    query Attending($organizationId: ID!) {
      myEventRegistrations(actingOrganizationId: $organizationId, first: 100) {
        edges {
          node {
            ...Attended
          }
        }
      }
      myEventVisits(first: 100) {
        edges {
          node {
            ...Attended
          }
        }
      }
    }
  `,
  [ATTENDED],
);

const VISITS = graphql(
  `
    query EventVisits {
      myEventVisits(first: 100) {
        edges {
          node {
            ...Attended
          }
        }
      }
    }
  `,
  [ATTENDED],
);

type Attended = ResultOf<typeof ATTENDED>;

function AttendedCard({ registration: { role, state, event } }: { registration: Attended }) {
  const { t, locale } = useReading();
  return (
    <li className="card">
      <Link className="card-title" to={`/desk/attending/${event.id}`} lang={languageOf(event.title)}>
        {event.title}
      </Link>
      <p className="card-details">
        <Mark tone={toneOf(state)} text={t(`registrationState.${state}`)} />
        {t(`oneRole.${role}`)} · {span(event.schedule.starts, event.schedule.ends, locale)}
      </p>
    </li>
  );
}

/** Upcoming events, next first, then past events, latest first. */
function AttendedEvents({ registrations }: { registrations: readonly Attended[] }) {
  const t = useTexts();
  if (registrations.length === 0)
    return (
      <EmptyState title={t('attending.none')} text={t('attending.noneText')}>
        <Link to="/events">
          <Button type="primary">{t('attending.browse')}</Button>
        </Link>
      </EmptyState>
    );
  const now = new Date().toISOString();
  const byStart = [...registrations].sort((a, b) => a.event.startsAt.localeCompare(b.event.startsAt));
  const coming = byStart.filter(({ event }) => event.endsAt > now);
  const over = byStart.filter(({ event }) => event.endsAt <= now).reverse();
  return [
    { title: t('attending.coming'), listed: coming },
    { title: t('attending.over'), listed: over },
  ]
    .filter(({ listed }) => listed.length > 0)
    .map(({ title, listed }) => (
      <Section key={title} title={title}>
        <ul className="cards">
          {listed.map((registration) => (
            <AttendedCard key={registration.id} registration={registration} />
          ))}
        </ul>
      </Section>
    ));
}

function AttendingList({ organizationId }: { organizationId: string }) {
  const [{ data, error }, ask] = useQuery({
    query: ATTENDING,
    variables: { organizationId },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Answer data={data} error={error} onRetry={() => ask()} shape="card">
      {({ myEventRegistrations, myEventVisits }) => (
        <AttendedEvents
          registrations={[...myEventRegistrations.edges, ...myEventVisits.edges].map(({ node }) => node)}
        />
      )}
    </Answer>
  );
}

function VisitList() {
  const [{ data, error }, ask] = useQuery({ query: VISITS, requestPolicy: 'cache-and-network' });
  return (
    <Answer data={data?.myEventVisits} error={error} onRetry={() => ask()} shape="card">
      {({ edges }) => <AttendedEvents registrations={edges.map(({ node }) => node)} />}
    </Answer>
  );
}

/** Events in which the organization takes part or the person is a visitor, or for which they wait. */
export function AttendingPage() {
  const t = useTexts();
  return (
    <DeskFrame title={t('attending.title')} alone={<VisitList />}>
      {({ id }) => <AttendingList organizationId={id} />}
    </DeskFrame>
  );
}

export { AttendingPage as Component };
