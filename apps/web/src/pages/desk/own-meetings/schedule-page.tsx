import { type ComponentProps, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { DeskFrame } from '../../../session/desk-frame.js';
import { zoneName } from '../../../texts/format.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState } from '../../../ui/answer.js';
import { MeetingRequests } from './meeting-requests.js';
import { OWN_MEETINGS, type OwnMeeting, OwnMeetingRow, ownPeople } from './own-meeting-row.js';
import { ScheduleFiles } from '../meetings/schedule-files.js';

interface ListProps extends Omit<ComponentProps<typeof OwnMeetingRow>, 'meeting'> {
  readonly eventId: string;
  readonly meetings: readonly OwnMeeting[];
}

/** The meetings, and files of them to take along. */
function MeetingList({ eventId, meetings, ...row }: ListProps) {
  const t = useTexts();
  if (meetings.length === 0)
    return (
      <EmptyState title={t('schedule.none')} text={t('schedule.noneText')}>
        <Link to={`/desk/attending/${eventId}/wishes`}>{t('wish.title')}</Link>
      </EmptyState>
    );
  return (
    <>
      <ul className="cards section">
        {meetings.map((meeting) => (
          <OwnMeetingRow key={meeting.id} meeting={meeting} {...row} />
        ))}
      </ul>
      <ScheduleFiles
        {...{ eventId, organizationId: row.organizationId }}
        title={t('schedule.files')}
        kinds={['BY_PARTICIPANT_PDF', 'SCHEDULE_XLSX']}
      />
    </>
  );
}

function Schedule({ eventId, organizationId }: { eventId: string; organizationId: string }) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({
    query: OWN_MEETINGS,
    variables: { eventId, organizationId },
    requestPolicy: 'cache-and-network',
  });
  const [proposed, setProposed] = useState(0);
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const onProposed = () => setProposed(proposed + 1);
  const people = data ? ownPeople(data) : [];
  const meetings = (data?.myMeetings.edges ?? []).map(({ node }) => node);
  const own = { eventId, organizationId };
  return (
    <Answer data={data?.matchmakingEvent} error={error} onRetry={refresh}>
      {({ title, schedule: { zone }, meetingSlots }) => (
        <div className="event-desk">
          <h2>{title}</h2>
          <p className="quiet">{zoneName(zone, t)}</p>
          <MeetingList {...{ ...own, meetings, zone, people, refresh, onProposed }} />
          <MeetingRequests key={proposed} {...own} zone={zone} slots={meetingSlots} onAgreed={refresh} />
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
