import { Select } from 'antd';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { ReasonButton } from '../../../ui/reason-button.js';
import { useMessages } from '../../../ui/short-messages.js';
import { Mark } from '../../../ui/tags.js';
import { slotWords } from '../meetings/meeting-board.js';
import { CANCEL_MEETING, NAME_STAND_IN } from '../meetings/meeting.mutations.js';
import { ProposeTime } from './propose-time.js';

export const OWN_MEETINGS = graphql(`
  query OwnMeetings($eventId: ID!, $organizationId: ID!) {
    matchmakingEvent(id: $eventId) {
      id
      title
      schedule {
        zone
      }
      meetingSlots {
        id
        startsAt
        endsAt
      }
    }
    myEventRegistrations(actingOrganizationId: $organizationId, eventId: $eventId, first: 20) {
      edges {
        node {
          id
          state
          representatives {
            id
            name
          }
        }
      }
    }
    myMeetings(eventId: $eventId, actingOrganizationId: $organizationId, first: 100) {
      edges {
        node {
          id
          state
          locked
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
          buyerPerson {
            id
            name
          }
          supplierPerson {
            id
            name
          }
        }
      }
    }
  }
`);

type OwnMeetings = ResultOf<typeof OWN_MEETINGS>;
export type OwnMeeting = OwnMeetings['myMeetings']['edges'][number]['node'];

/** A representative who can sit in a meeting. */
type MeetingPerson = NonNullable<OwnMeeting['buyerPerson']>;

/** Only the own representatives can be chosen. */
export function ownPeople({ myEventRegistrations }: OwnMeetings): readonly MeetingPerson[] {
  return myEventRegistrations.edges
    .filter(({ node }) => node.state === 'CONFIRMED')
    .flatMap(({ node }) => node.representatives);
}

interface RowProps {
  readonly meeting: OwnMeeting;
  readonly zone: string;
  readonly organizationId: string;
  /** Who of the own organization can sit there. */
  readonly people: readonly MeetingPerson[];
  readonly refresh: () => void;
  /** The other side was asked for another time. */
  readonly onProposed: () => void;
}

/** A meeting as one side sees it: who the other is, and who sits on which side. */
export function sidesFor(meeting: OwnMeeting, organizationId: string) {
  const buying = meeting.buyer?.id === organizationId;
  return {
    other: buying ? meeting.supplier : meeting.buyer,
    own: buying ? meeting.buyerPerson : meeting.supplierPerson,
    theirs: buying ? meeting.supplierPerson : meeting.buyerPerson,
  };
}

/** Chooses who of the own representatives comes to a meeting. */
function StandInSelect({ meeting, organizationId, people, refresh }: Omit<RowProps, 'zone' | 'onProposed'>) {
  const t = useTexts();
  const messages = useMessages();
  const name = useAction(NAME_STAND_IN);
  const { other, own } = sidesFor(meeting, organizationId);
  const send = async (representativeId: string) => {
    const input = { actingOrganizationId: organizationId, meetingId: meeting.id, representativeId };
    if (!(await name.run({ input }))) return;
    messages.success(t('schedule.standInNamed'));
    refresh();
  };
  return (
    <>
      <p className="stand-in">
        <span className="quiet">{t('schedule.standIn')}</span>{' '}
        <Select
          aria-label={t('schedule.standInFor', { name: other?.name ?? '' })}
          value={own?.id}
          loading={name.busy}
          options={people.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(id: string) => void send(id)}
        />
      </p>
      <ProblemNotice problem={name.problem} />
    </>
  );
}

/** What can still be done about a meeting: another time, or none. */
function MeetingSteps({ meeting, zone, organizationId, refresh, onProposed }: Omit<RowProps, 'people'>) {
  const t = useTexts();
  const cancel = useAction(CANCEL_MEETING);
  const { id, slot, locked } = meeting;
  const coming = Date.parse(slot.startsAt) > Date.now();
  const name = sidesFor(meeting, organizationId).other?.name ?? '';
  const leave = async (reason: string) => {
    const input = { actingOrganizationId: organizationId, meetingId: id, reason };
    if (await cancel.run({ input })) refresh();
  };
  return (
    <>
      <span className="button-row">
        {!locked && coming && (
          <ProposeTime meetingId={id} {...{ name, organizationId, zone }} onProposed={onProposed} />
        )}
        <ReasonButton label={t('schedule.cancel')} question={t('schedule.cancelReason')} onReason={leave} />
      </span>
      <ProblemNotice problem={cancel.problem} />
    </>
  );
}

/** One of the organization's own meetings, with what can be done about it. */
export function OwnMeetingRow(props: RowProps) {
  const t = useTexts();
  const { meeting, zone, organizationId, people } = props;
  const { state, slot, table, cancellationReason } = meeting;
  const { other, own, theirs } = sidesFor(meeting, organizationId);
  const nobody = t('schedule.nobody');
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
      <p className="quiet">
        {t('schedule.persons', { own: own?.name ?? nobody, other: theirs?.name ?? nobody })}
      </p>
      {state === 'PUBLISHED' && people.length > 1 && <StandInSelect {...props} />}
      <div className="row-actions">
        <span>
          <Mark tone={state === 'PUBLISHED' ? 'good' : 'plain'} text={t(`meetingState.${state}`)} />
          {cancellationReason && <span className="quiet">{cancellationReason}</span>}
        </span>
        {state === 'PUBLISHED' && <MeetingSteps {...props} />}
      </div>
    </li>
  );
}
