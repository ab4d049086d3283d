import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import { useMessages } from '../../../ui/short-messages.js';
import { graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { EmptyState, ErrorNotice, Loading, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { EventDeskFrame, type EventDeskProps } from '../events/event-desk-frame.js';
import { type BoardSlot, MeetingBoard } from './meeting-board.js';
import { MeetingDialog, MoveDialog } from './meeting-dialogs.js';
import { RESCHEDULE_MEETING, SWAP_MEETINGS } from './meeting.mutations.js';
import { PublishSchedule } from './publish-schedule.js';
import { ScheduleFiles } from './schedule-files.js';
import { Scheduler } from './scheduler.js';
import { TermsForm } from './terms-form.js';
import { type BoardMeeting, useEventMeetings } from './use-event-meetings.js';

const BOARD = graphql(`
  query MeetingBoard($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      meetingSlots {
        id
        startsAt
        endsAt
      }
      meetingTables {
        id
        label
      }
    }
  }
`);

/** Moves or swaps meetings; keeps the rule that forbids it, if any. */
function useMoves(organizationId: string, then: () => Promise<void>) {
  const t = useTexts();
  const messages = useMessages();
  const reschedule = useAction(RESCHEDULE_MEETING);
  const swap = useAction(SWAP_MEETINGS);
  const move = async (meeting: BoardMeeting, slot: BoardSlot, onto: BoardMeeting | undefined) => {
    reschedule.forget();
    swap.forget();
    const target = { actingOrganizationId: organizationId, meetingId: meeting.id };
    const done = onto
      ? await swap.run({ input: { ...target, otherMeetingId: onto.id } })
      : slot.id !== meeting.slot.id && (await reschedule.run({ input: { ...target, slotId: slot.id } }));
    if (!done) return;
    await then();
    messages.success(t('board.moved'));
  };
  return { move, problem: reschedule.problem ?? swap.problem };
}

interface BoardSectionProps extends EventDeskProps {
  readonly meetings: readonly BoardMeeting[];
  readonly reload: () => Promise<void>;
}

function BoardSection({ event, organizationId, meetings, reload }: BoardSectionProps) {
  const t = useTexts();
  const [{ data }] = useQuery({ query: BOARD, variables: { id: event.id } });
  const { move, problem } = useMoves(organizationId, reload);
  const [moving, setMoving] = useState<BoardMeeting | null>(null);
  const [opened, setOpened] = useState<BoardMeeting | null>(null);
  const { zone } = event.schedule;
  const grid = data?.matchmakingEvent;
  if (!grid) return <Loading />;
  return (
    <Section title={t('board.title')}>
      <p className="quiet">{t('board.text')}</p>
      <ProblemNotice problem={problem} />
      <MeetingBoard
        slots={grid.meetingSlots}
        tables={grid.meetingTables}
        meetings={meetings}
        zone={zone}
        onMove={setMoving}
        onOpen={setOpened}
        onDrop={(meeting, slot, onto) => void move(meeting, slot, onto)}
      />
      {opened && (
        <MeetingDialog
          meeting={opened}
          {...{ organizationId, zone }}
          onDone={reload}
          onClose={() => setOpened(null)}
        />
      )}
      {moving && (
        <MoveDialog
          meeting={moving}
          slots={grid.meetingSlots}
          meetings={meetings}
          zone={zone}
          onMove={(slot, onto) => {
            setMoving(null);
            void move(moving, slot, onto);
          }}
          onClose={() => setMoving(null)}
        />
      )}
    </Section>
  );
}

function Meetings(props: EventDeskProps) {
  const t = useTexts();
  const { event, organizationId, refresh } = props;
  const { meetings, error, reload } = useEventMeetings(event.id);
  const provisional = meetings?.filter(({ state }) => state === 'PROVISIONAL').length ?? 0;
  const ended = useCallback(() => {
    void reload();
  }, [reload]);
  return (
    <>
      <TermsForm {...props} refresh={refresh} />
      <Scheduler {...props} refresh={ended} />
      {error && <ErrorNotice error={error} onRetry={() => void reload()} />}
      {provisional > 0 && (
        <PublishSchedule
          eventId={event.id}
          organizationId={organizationId}
          provisional={provisional}
          onPublished={reload}
        />
      )}
      {meetings?.length === 0 && <EmptyState title={t('board.none')} text={t('board.noneText')} />}
      {meetings && meetings.length > 0 && <BoardSection {...props} meetings={meetings} reload={reload} />}
      {meetings && meetings.length > 0 && (
        <ScheduleFiles
          eventId={event.id}
          organizationId={organizationId}
          title={t('meetingFiles.title')}
          text={t('meetingFiles.text')}
          kinds={['BY_PARTICIPANT_PDF', 'BY_TABLE_PDF', 'SCHEDULE_XLSX']}
        />
      )}
    </>
  );
}

/** The meetings of an event: terms, the scheduler, and the board of slots and tables. */
export function MeetingsPage() {
  return <EventDeskFrame>{(props) => <Meetings {...props} />}</EventDeskFrame>;
}

export { MeetingsPage as Component };
