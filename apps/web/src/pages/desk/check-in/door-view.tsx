import { Button, Popconfirm, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { type Door, forgetDoor } from '../../../check-in/door-store.js';
import type { Judged } from '../../../check-in/judge.js';
import { stayOffline } from '../../../check-in/stay-offline.js';
import { type DoorDesk, useDoor } from '../../../check-in/use-door.js';
import { timeOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Section } from '../../../ui/section.js';
import { AttendeeList } from './attendee-list.js';
import { DoorLog } from './door-log.js';
import { TicketReader } from './ticket-reader.js';
import { WalkInForm } from './walk-in-form.js';

const WAYS = ['ticket', 'name', 'walkIn'] as const;

const TONES: Readonly<Record<Judged['verdict'], string>> = {
  WELCOME: 'good',
  UNPROVEN: 'warn',
  DUPLICATE: 'warn',
  PASSED_ON: 'bad',
  NOT_A_TICKET: 'bad',
};

/** What the device says of the last person, large enough to be read at arm's length. */
function VerdictSign({ judged }: { judged: Judged | null }) {
  const { t, locale } = useReading();
  return (
    <div className={`verdict verdict-${judged ? TONES[judged.verdict] : 'none'}`} role="status">
      {judged ? (
        <>
          <p className="verdict-word">{t(`verdict.${judged.verdict}`)}</p>
          <p>
            {judged.attendee && `${judged.attendee.name} · ${judged.attendee.company}`}
            {judged.before && ` ${t('checkIn.before', { time: timeOf(judged.before, locale) })}`}
          </p>
        </>
      ) : (
        <p>{t('checkIn.ready')}</p>
      )}
    </div>
  );
}

function came({ door, entries }: DoorDesk): number {
  const noted = new Set(entries.map(({ representativeId }) => representativeId));
  return door.attendees.filter(({ id, checkedInAt }) => checkedInAt || noted.has(id)).length;
}

function DoorState({ desk, offline }: { desk: DoorDesk; offline: boolean | null }) {
  const { t, locale } = useReading();
  const { door, unsent, reached, problem, sync } = desk;
  return (
    <div className="section">
      <h2>{door.title}</h2>
      <p className="door-state">
        <span className={`tag tag-${reached ? 'good' : 'warn'}`}>
          {t(reached ? 'checkIn.online' : 'checkIn.offline')}
        </span>
        {offline !== null && (
          <span className={offline ? 'tag' : 'tag tag-warn'}>
            {t(offline ? 'checkIn.keeps' : 'checkIn.notKept')}
          </span>
        )}
        <span>{door.device}</span>
        <span>{t('checkIn.came', { came: came(desk), expected: door.attendees.length })}</span>
        <span>{t('checkIn.unsent', { count: unsent })}</span>
      </p>
      <p className="quiet">{t('checkIn.fetched', { time: timeOf(door.fetchedAt, locale) })}</p>
      <ProblemNotice problem={problem} />
      <p className="button-row">
        <Button size="small" onClick={() => void sync()}>
          {t('checkIn.syncNow')}
        </Button>
      </p>
    </div>
  );
}

/** Takes the list off the device once the event is over. */
function ForgetDoor({ eventId, onForgotten }: { eventId: string; onForgotten: () => void }) {
  const t = useTexts();
  const forget = async () => {
    await forgetDoor(eventId);
    onForgotten();
  };
  return (
    <Section title={t('checkIn.end')}>
      <p className="quiet">{t('checkIn.forgetText')}</p>
      <Popconfirm title={t('checkIn.forgetSure')} onConfirm={() => void forget()}>
        <Button danger>{t('checkIn.forget')}</Button>
      </Popconfirm>
    </Section>
  );
}

/** Whether the page is kept on this device; null while it is not known. */
function useStayOffline(): boolean | null {
  const [offline, setOffline] = useState<boolean | null>(null);
  useEffect(() => {
    void stayOffline().then(setOffline);
  }, []);
  return offline;
}

/** The work at an event's door on this device. */
export function DoorView({ first, onForgotten }: { first: Door; onForgotten: () => void }) {
  const t = useTexts();
  const desk = useDoor(first);
  const [way, setWay] = useState<(typeof WAYS)[number]>('ticket');
  const [judged, setJudged] = useState<Judged | null>(null);
  const offline = useStayOffline();
  return (
    <div className="event-desk door" data-offline={offline ?? undefined}>
      <DoorState desk={desk} offline={offline} />
      <Segmented
        block
        value={way}
        aria-label={t('checkIn.ways')}
        options={WAYS.map((value) => ({ value, label: t(`checkIn.way.${value}`) }))}
        onChange={setWay}
      />
      {way !== 'walkIn' && <VerdictSign judged={judged} />}
      {way === 'ticket' && (
        <TicketReader onTicket={async (token) => setJudged(await desk.noteTicket(token))} />
      )}
      {way === 'name' && (
        <AttendeeList desk={desk} onPerson={async (id) => setJudged(await desk.notePerson(id))} />
      )}
      {way === 'walkIn' && <WalkInForm desk={desk} />}
      <DoorLog desk={desk} />
      <ForgetDoor eventId={first.eventId} onForgotten={onForgotten} />
    </div>
  );
}
