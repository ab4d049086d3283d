import { Button, Modal } from 'antd';
import { useMessages } from '../../../app/short-messages.js';
import type { EnumOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { ReasonButton } from '../../../ui/reason-button.js';
import { pairOf, slotWords } from './meeting-board.js';
import { CANCEL_MEETING, RECORD_ATTENDANCE } from './meeting.mutations.js';
import type { BoardMeeting } from './use-event-meetings.js';

interface MeetingDialogProps {
  readonly meeting: BoardMeeting;
  readonly organizationId: string;
  readonly zone: string;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

/** Sides that did not come, with the words for it. */
const ATTENDANCE = [
  { text: 'board.held', absent: [] },
  { text: 'board.buyerAbsent', absent: ['BUYER'] },
  { text: 'board.supplierAbsent', absent: ['SUPPLIER'] },
  { text: 'board.bothAbsent', absent: ['BUYER', 'SUPPLIER'] },
] as const satisfies readonly { text: string; absent: readonly EnumOf<'ParticipantRole'>[] }[];

/** What organizers note about a meeting: who came, or that it does not take place. */
export function MeetingDialog({ meeting, organizationId, zone, onDone, onClose }: MeetingDialogProps) {
  const t = useTexts();
  const messages = useMessages();
  const record = useAction(RECORD_ATTENDANCE);
  const cancel = useAction(CANCEL_MEETING);
  const { id, state, slot, table } = meeting;
  const target = { actingOrganizationId: organizationId, meetingId: id };
  const close = async (done: object | null) => {
    if (!done) return;
    await onDone();
    messages.success(t('saved'));
    onClose();
  };
  const attend = async (absent: readonly EnumOf<'ParticipantRole'>[]) =>
    close(await record.run({ input: { ...target, absent: [...absent] } }));
  const leave = async (reason: string) => close(await cancel.run({ input: { ...target, reason } }));
  return (
    <Modal open title={pairOf(meeting)} footer={null} onCancel={onClose}>
      <p>
        {slotWords(slot, zone)} · {table.label} · {t(`meetingState.${state}`)}
      </p>
      {state !== 'PROVISIONAL' && (
        <>
          <p className="quiet">{t('board.attendanceText')}</p>
          <p className="button-row" role="group" aria-label={t('board.attendance')}>
            {ATTENDANCE.map(({ text, absent }) => (
              <Button key={text} disabled={record.busy} onClick={() => void attend(absent)}>
                {t(text)}
              </Button>
            ))}
          </p>
        </>
      )}
      {(state === 'PUBLISHED' || state === 'PROVISIONAL') && (
        <p className="button-row">
          <ReasonButton label={t('board.cancel')} question={t('board.cancelReason')} onReason={leave} />
        </p>
      )}
      <ProblemNotice problem={record.problem ?? cancel.problem} />
    </Modal>
  );
}
