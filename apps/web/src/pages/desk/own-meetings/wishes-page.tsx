import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { type EnumOf, graphql, type ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { DeskFrame } from '../../../session/desk-frame.js';
import { score, timeOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { SET_WISH, WITHDRAW_WISH } from '../meetings/meeting.mutations.js';
import { OwnAbsences } from './own-absences.js';
import { WishPartners, WishRow } from './wish-partners.js';

const WISHES = graphql(`
  query MeetingWishes($eventId: ID!, $organizationId: ID!) {
    matchmakingEvent(id: $eventId) {
      id
      title
      schedule {
        zone
      }
      meetingTerms {
        mustWishesEach
        wishesUntil
      }
    }
    myMeetingWishes(eventId: $eventId, actingOrganizationId: $organizationId, first: 100) {
      edges {
        node {
          id
          level
          to {
            id
            name
            claimState
          }
        }
      }
    }
    receivedMeetingWishes(eventId: $eventId, actingOrganizationId: $organizationId, first: 100) {
      edges {
        node {
          id
          level
          from {
            id
            name
            claimState
          }
        }
      }
    }
  }
`);

const SUGGESTIONS = graphql(`
  query MeetingSuggestions($eventId: ID!, $organizationId: ID!) {
    meetingSuggestions(eventId: $eventId, actingOrganizationId: $organizationId, first: 20) {
      organization {
        id
        name
        claimState
      }
      match {
        card {
          score
          factsKnown
          factsAsked
        }
      }
    }
  }
`);

type Level = EnumOf<'MeetingWishLevel'>;
type Wishes = ResultOf<typeof WISHES>;

function useWish(eventId: string, organizationId: string, then: () => void) {
  const set = useAction(SET_WISH);
  const withdraw = useAction(WITHDRAW_WISH);
  const wish = async (withOrganizationId: string, level: Level | null) => {
    const input = { actingOrganizationId: organizationId, eventId, withOrganizationId };
    const done = level ? await set.run({ input: { ...input, level } }) : await withdraw.run({ input });
    if (done) then();
  };
  return { wish, problem: set.problem ?? withdraw.problem };
}

interface PartProps {
  readonly eventId: string;
  readonly organizationId: string;
}

interface ListsProps extends PartProps {
  readonly wishes: Wishes;
  readonly refresh: () => void;
}

function Suggestions({
  eventId,
  organizationId,
  wished,
  onWish,
}: PartProps & {
  readonly wished: ReadonlyMap<string, Level>;
  readonly onWish: (id: string, level: Level | null) => void;
}) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({ query: SUGGESTIONS, variables: { eventId, organizationId } });
  return (
    <Section title={t('wish.suggestions')}>
      <Answer data={data?.meetingSuggestions} error={error} onRetry={() => ask()}>
        {(suggestions) =>
          suggestions.length === 0 ? (
            <p className="quiet">{t('wish.noSuggestions')}</p>
          ) : (
            <ul className="rows">
              {suggestions.map(({ organization, match: { card } }) =>
                organization ? (
                  <WishRow
                    key={organization.id}
                    other={organization}
                    level={wished.get(organization.id) ?? null}
                    note={`${t('card.score')} ${score(card.score)} · ${t('card.facts', { known: card.factsKnown, asked: card.factsAsked })}`}
                    onLevel={(level) => onWish(organization.id, level)}
                  />
                ) : null,
              )}
            </ul>
          )
        }
      </Answer>
    </Section>
  );
}

function WishLists({ wishes, eventId, organizationId, refresh }: ListsProps) {
  const t = useTexts();
  const { wish, problem } = useWish(eventId, organizationId, refresh);
  const own = wishes.myMeetingWishes.edges.map(({ node }) => node);
  const wished = new Map(own.flatMap(({ to, level }) => (to ? [[to.id, level] as const] : [])));
  const asking = wishes.receivedMeetingWishes.edges.flatMap(({ node: { from } }) => (from ? [from] : []));
  const onWish = (id: string, level: Level | null) => void wish(id, level);
  return (
    <>
      <ProblemNotice problem={problem} />
      {own.length > 0 && (
        <Section title={t('wish.own')}>
          <ul className="rows">
            {own.map(({ id, to, level }) =>
              to ? (
                <WishRow key={id} other={to} level={level} onLevel={(next) => onWish(to.id, next)} />
              ) : null,
            )}
          </ul>
        </Section>
      )}
      {asking.length > 0 && (
        <Section title={t('wish.received')}>
          <ul className="rows">
            {asking.map((other) => (
              <WishRow
                key={other.id}
                other={other}
                level={wished.get(other.id) ?? null}
                onLevel={(level) => onWish(other.id, level)}
              />
            ))}
          </ul>
        </Section>
      )}
      <Suggestions {...{ eventId, organizationId, wished, onWish }} />
      <WishPartners {...{ eventId, organizationId, wished, onWish }} />
    </>
  );
}

function Wishes({ eventId, organizationId }: PartProps) {
  const { t, locale } = useReading();
  const [{ data, error }, ask] = useQuery({
    query: WISHES,
    variables: { eventId, organizationId },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const event = data?.matchmakingEvent;
  if (data && !event) return <EmptyState title={t('eventDesk.none')} text={t('attending.noneText')} />;
  return (
    <Answer data={event} error={error} onRetry={refresh}>
      {({ title, meetingTerms: { mustWishesEach, wishesUntil }, schedule: { zone } }) => (
        <div className="event-desk">
          <h2>{title}</h2>
          <p>
            {t('wish.text', { count: mustWishesEach })}
            {wishesUntil && ` ${t('wish.until', { time: timeOf(wishesUntil, locale, zone) })}`}
          </p>
          {data && <WishLists {...{ wishes: data, eventId, organizationId, refresh }} />}
          <OwnAbsences {...{ eventId, organizationId, zone }} />
        </div>
      )}
    </Answer>
  );
}

/** The meeting wishes of an organization for an event. */
export function WishesPage() {
  const t = useTexts();
  const { id: eventId = '' } = useParams();
  return (
    <DeskFrame title={t('wish.title')}>
      {({ id }) => <Wishes eventId={eventId} organizationId={id} />}
    </DeskFrame>
  );
}

export { WishesPage as Component };
