import { Button } from 'antd';
import { type DragEvent, useState } from 'react';
import { wallTime } from '../../../texts/format.js';
import { useTexts } from '../../../texts/locale.js';
import type { BoardMeeting } from './use-event-meetings.js';

/** A slot or a table of the board. */
export interface BoardSlot {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface BoardTable {
  readonly id: string;
  readonly label: string;
}

interface BoardProps {
  readonly slots: readonly BoardSlot[];
  readonly tables: readonly BoardTable[];
  readonly meetings: readonly BoardMeeting[];
  readonly zone: string;
  readonly onMove: (meeting: BoardMeeting) => void;
  readonly onOpen: (meeting: BoardMeeting) => void;
  /** A meeting was laid on a slot, perhaps on another meeting. */
  readonly onDrop: (meeting: BoardMeeting, slot: BoardSlot, onto: BoardMeeting | undefined) => void;
}

/** The two parties of a meeting in one line. */
export function pairOf({ buyer, supplier }: BoardMeeting): string {
  return [buyer?.name, supplier?.name].filter(Boolean).join(' × ');
}

/** When a slot is, by the clock of the venue. */
export function slotWords({ startsAt, endsAt }: BoardSlot, zone: string): string {
  const starts = wallTime(startsAt, zone);
  return `${starts.slice(5, 10)} ${starts.slice(11)}–${wallTime(endsAt, zone).slice(11)}`;
}

interface MeetingCardProps {
  readonly meeting: BoardMeeting;
  readonly onMove: () => void;
  readonly onOpen: () => void;
  readonly onDrag: (dragged: BoardMeeting | null) => void;
}

function MeetingOnBoard({ meeting, onMove, onOpen, onDrag }: MeetingCardProps) {
  const t = useTexts();
  const { state, locked } = meeting;
  return (
    <div
      className={`board-meeting board-${state.toLowerCase()}`}
      draggable={!locked}
      onDragStart={(event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', meeting.id);
        onDrag(meeting);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <span>{pairOf(meeting)}</span>
      <span className="quiet">
        {t(`meetingState.${state}`)}
        {locked && ` · ${t('board.locked')}`}
      </span>
      <span className="button-row">
        {!locked && (
          <Button size="small" aria-label={t('board.moveOf', { pair: pairOf(meeting) })} onClick={onMove}>
            {t('board.move')}
          </Button>
        )}
        <Button size="small" aria-label={t('board.openOf', { pair: pairOf(meeting) })} onClick={onOpen}>
          {t('board.open')}
        </Button>
      </span>
    </div>
  );
}

interface CellProps extends Pick<BoardProps, 'onMove' | 'onOpen' | 'onDrop'> {
  readonly slot: BoardSlot;
  readonly meeting: BoardMeeting | undefined;
  readonly dragged: BoardMeeting | null;
  readonly setDragged: (dragged: BoardMeeting | null) => void;
}

/** A table in a slot: empty or with a meeting, and where another one can be laid. */
function BoardCell({ slot, meeting, dragged, setDragged, onMove, onOpen, onDrop }: CellProps) {
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (dragged && dragged.id !== meeting?.id) onDrop(dragged, slot, meeting);
    setDragged(null);
  };
  return (
    <td
      className={dragged ? 'board-target' : undefined}
      onDragOver={(event) => dragged && event.preventDefault()}
      onDrop={drop}
    >
      {meeting && (
        <MeetingOnBoard
          meeting={meeting}
          onMove={() => onMove(meeting)}
          onOpen={() => onOpen(meeting)}
          onDrag={setDragged}
        />
      )}
    </td>
  );
}

/** Slots by tables: meetings are laid on another slot, or on a meeting to change places with it. */
export function MeetingBoard({ slots, tables, meetings, zone, onMove, onOpen, onDrop }: BoardProps) {
  const t = useTexts();
  const [dragged, setDragged] = useState<BoardMeeting | null>(null);
  const at = (slot: BoardSlot, table: BoardTable) =>
    meetings.find((meeting) => meeting.slot.id === slot.id && meeting.table.id === table.id);
  return (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={t('board.title')}>
      <table className="plain-table board">
        <thead>
          <tr>
            <th scope="col">{t('board.slot')}</th>
            {tables.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => (
            <tr key={slot.id}>
              <th scope="row">{slotWords(slot, zone)}</th>
              {tables.map((table) => (
                <BoardCell
                  key={table.id}
                  meeting={at(slot, table)}
                  {...{ slot, dragged, setDragged, onMove, onOpen, onDrop }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
