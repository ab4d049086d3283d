import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { ReasonButton } from '../../../ui/reason-button.js';
import { Mark } from '../../../ui/tags.js';
import { DeskFrame } from '../desk-frame.js';
import { slotWords } from './meeting-board.js';
import { CANCEL_MEETING } from './meeting.mutations.js';

const MY_MEETINGS = graphql(`
  query MyMeetings($eventId: ID!, $organizationId: ID!) {
    matchmakingEvent(id: $eventId) {
      id
      title
      schedule {
        zone
      }
    }
    myMeetings(eventId: $eventId, actingOrganizationId: $organizationId, first: 100) {
      edges {
        node {
          id
          state
          cancellationReason
          slot {
            id
            startsAt
            endsAt
          }
          table {
            id
            label
          }
          buyer {
            id
            name
          }
          supplier {
            id
            name
          }
        }
      }
    }
  }
`);

type OwnMeeting = ResultOf<typeof MY_MEETINGS>['myMeetings']['edges'][number]['node'];

interface RowProps {
  readonly meeting: OwnMeeting;
  readonly zone: string;
  readonly organizationId: string;
  readonly refresh: () => void;
}

function MeetingRow({ meeting, zone, organizationId, refresh }: RowProps) {
  const t = useTexts();
  const cancel = useAction(CANCEL_MEETING);
  const { id, state, slot, table, buyer, supplier, cancellationReason } = meeting;
  const other = buyer?.id === organizationId ? supplier : buyer;
  const leave = async (reason: string) => {
    const input = { actingOrganizationId: organizationId, meetingId: id, reason };
    if (await cancel.run({ input })) refresh();
  };
  return (
    <li className="card">
      <p className="meeting-when">
        {slotWords(slot, zone)} · {table.label}
      </p>
      {other && (
        <Link className="card-title" to={`/organizations/${other.id}`}>
          {other.name}
        </Link>
      )}
      <div className="row-actions">
        <span>
          <Mark tone={state === 'PUBLISHED' ? 'good' : 'plain'} text={t(`meetingState.${state}`)} />
          {cancellationReason && <span className="quiet">{cancellationReason}</span>}
        </span>
        {state === 'PUBLISHED' && (
          <ReasonButton label={t('schedule.cancel')} question={t('schedule.cancelReason')} onReason={leave} />
        )}
      </div>
      <ProblemNotice problem={cancel.problem} />
    </li>
  );
}

function Schedule({ eventId, organizationId }: { eventId: string; organizationId: string }) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({
    query: MY_MEETINGS,
    variables: { eventId, organizationId },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const meetings = (data?.myMeetings.edges ?? []).map(({ node }) => node);
  return (
    <Answer data={data?.matchmakingEvent} error={error} onRetry={refresh}>
      {({ title, schedule: { zone } }) => (
        <div className="event-desk">
          <h2>{title}</h2>
          <p className="quiet">{t('event.zone', { zone })}</p>
          {meetings.length === 0 ? (
            <EmptyState title={t('schedule.none')} text={t('schedule.noneText')}>
              <Link to={`/desk/attending/${eventId}/wishes`}>{t('wish.title')}</Link>
            </EmptyState>
          ) : (
            <ul className="cards section">
              {meetings.map((meeting) => (
                <MeetingRow key={meeting.id} {...{ meeting, zone, organizationId, refresh }} />
              ))}
            </ul>
          )}
        </div>
      )}
    </Answer>
  );
}

/** The organization's own meetings at an event, for the phone. */
export function SchedulePage() {
  const t = useTexts();
  const { id: eventId = '' } = useParams();
  return (
    <DeskFrame title={t('schedule.title')} form>
      {({ id }) => <Schedule eventId={eventId} organizationId={id} />}
    </DeskFrame>
  );
}

export { SchedulePage as Component };
