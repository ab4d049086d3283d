import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { startOfToday } from '../texts/format.js';
import { useTexts } from '../texts/locale.js';
import { Answer } from '../ui/answer.js';
import { Section } from '../ui/page.js';
import { EVENT_CARD, EventCard } from './events/event-card.js';
import { NEED_CARD, NeedCard } from './published/need-card.js';

const NEWS = graphql(
  `
    query HomeNews($from: DateTime!) {
      procurementNeeds(first: 4) {
        edges {
          node {
            ...NeedCard
          }
        }
      }
      matchmakingEvents(first: 3, from: $from) {
        edges {
          node {
            ...EventCard
          }
        }
      }
    }
  `,
  [NEED_CARD, EVENT_CARD],
);

function EventLinks() {
  const t = useTexts();
  return (
    <span className="links">
      <Link to="/fairs">{t('fairs.byMonth')}</Link>
      <Link to="/events">{t('home.allEvents')}</Link>
    </span>
  );
}

/** Latest open needs and upcoming events. */
export function HomeNews() {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({ query: NEWS, variables: { from: startOfToday() } });
  return (
    <Answer data={data} error={error} onRetry={() => ask()} shape="card">
      {({ procurementNeeds, matchmakingEvents }) => (
        <div className="columns">
          {procurementNeeds.edges.length > 0 && (
            <Section
              title={t('home.newNeeds')}
              action={<Link to="/search?in=NEEDS">{t('home.allNeeds')}</Link>}
            >
              <ul className="cards">
                {procurementNeeds.edges.map(({ node }) => (
                  <NeedCard key={node.id} need={node} />
                ))}
              </ul>
            </Section>
          )}
          {matchmakingEvents.edges.length > 0 && (
            <Section title={t('home.upcoming')} action={<EventLinks />}>
              <ul className="cards">
                {matchmakingEvents.edges.map(({ node }) => (
                  <EventCard key={node.id} event={node} />
                ))}
              </ul>
            </Section>
          )}
        </div>
      )}
    </Answer>
  );
}
