import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { DeskFrame } from '../desk-frame.js';
import { OutcomeCard } from './outcome-card.js';
import { type FollowedMeeting, OUTCOMES } from './outcomes.query.js';

/** Whether something can be said of it: it has begun and was not called off. */
const begun = ({ state, slot }: FollowedMeeting): boolean =>
  state !== 'CANCELLED' && Date.parse(slot.startsAt) <= Date.now();

function Outcomes({ eventId, organizationId }: { eventId: string; organizationId: string }) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({
    query: OUTCOMES,
    variables: { eventId, organizationId },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const meetings = (data?.myMeetings.edges ?? []).map(({ node }) => node).filter(begun);
  return (
    <Answer data={data?.matchmakingEvent} error={error} onRetry={refresh}>
      {({ title, schedule: { zone } }) => (
        <div className="event-desk">
          <h2>{title}</h2>
          <p className="quiet">{t('outcome.text')}</p>
          {meetings.length === 0 ? (
            <EmptyState title={t('outcome.none')} text={t('outcome.noneText')} />
          ) : (
            <ul className="cards section">
              {meetings.map((meeting) => (
                <OutcomeCard key={meeting.id} {...{ meeting, zone, organizationId, refresh }} />
              ))}
            </ul>
          )}
        </div>
      )}
    </Answer>
  );
}

/** What came of the organization's meetings at an event: where chasers lead, answered in a minute. */
export function OutcomesPage() {
  const t = useTexts();
  const { id: eventId = '' } = useParams();
  return (
    <DeskFrame title={t('outcome.title')} form>
      {({ id }) => <Outcomes eventId={eventId} organizationId={id} />}
    </DeskFrame>
  );
}

export { OutcomesPage as Component };
