import { useQuery } from 'urql';
import { useTexts } from '../../../texts/locale.js';
import { slotWords } from '../meetings/meeting-board.js';
import { OWN_MEETINGS } from '../meetings/own-meetings.query.js';
import { sidesFor } from '../meetings/own-meeting-row.js';

interface PersonMeetingsProps {
  readonly eventId: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly zone: string;
}

/** In which meetings a representative sits, beside the ticket. */
export function PersonMeetings({ eventId, organizationId, personId, zone }: PersonMeetingsProps) {
  const t = useTexts();
  const [{ data }] = useQuery({
    query: OWN_MEETINGS,
    variables: { eventId, organizationId },
    requestPolicy: 'cache-and-network',
  });
  const own = (data?.myMeetings.edges ?? [])
    .map(({ node }) => node)
    .filter(
      (meeting) => meeting.state === 'PUBLISHED' && sidesFor(meeting, organizationId).own?.id === personId,
    );
  if (own.length === 0) return null;
  return (
    <div className="ticket-meetings">
      <p className="quiet">{t('place.meetings')}</p>
      <ul>
        {own.map((meeting) => (
          <li key={meeting.id}>
            {slotWords(meeting.slot, zone)} · {meeting.table.label} ·{' '}
            {sidesFor(meeting, organizationId).other?.name}
          </li>
        ))}
      </ul>
    </div>
  );
}
