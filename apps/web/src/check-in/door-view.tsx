import { Button, Form, Input, Popconfirm, Radio, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import type { EnumOf } from '../api/graphql.js';
import { DoorLog } from './door-log.js';
import { TicketReader } from './ticket-reader.js';
import { ROLES } from '../pages/events/registration-terms.js';
import { timeOf } from '../texts/format.js';
import { useReading, useTexts } from '../texts/locale.js';
import { ProblemNotice } from '../ui/answer.js';
import { Section } from '../ui/page.js';
import { useMessages } from '../ui/short-messages.js';
import { Mark } from '../ui/tags.js';
import { type Door, forgetDoor } from './door-store.js';
import type { Judged } from './judge.js';
import { stayOffline } from './stay-offline.js';
import { type DoorDesk, useDoor } from './use-door.js';

const MOST_SHOWN = 30;

interface AttendeeListProps {
  readonly desk: DoorDesk;
  readonly onPerson: (representativeId: string) => Promise<void>;
}

/** Who is expected, to be found by name or company. */
function AttendeeList({ desk, onPerson }: AttendeeListProps) {
  const t = useTexts();
  const [words, setWords] = useState('');
  const noted = new Set(desk.entries.map(({ representativeId }) => representativeId));
  const wanted = words.trim().toLowerCase();
  const found = desk.door.attendees.filter(({ name, company }) =>
    `${name} ${company}`.toLowerCase().includes(wanted),
  );
  return (
    <Section title={t('checkIn.way.name')}>
      <Input
        size="large"
        value={words}
        aria-label={t('checkIn.find')}
        placeholder={t('checkIn.find')}
        onChange={({ target }) => setWords(target.value)}
      />
      <ul className="rows door-rows">
        {found.slice(0, MOST_SHOWN).map(({ id, name, company, role, checkedInAt }) => (
          <li key={id} className="row-actions">
            <span>
              <strong>{name}</strong> {company} <Mark text={t(`oneRole.${role}`)} />
            </span>
            {checkedInAt || noted.has(id) ? (
              <Mark tone="good" text={t('registrations.present')} />
            ) : (
              <Button onClick={() => void onPerson(id)}>{t('checkIn.checkIn')}</Button>
            )}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="quiet">{t('checkIn.nobody')}</p>}
      {found.length > MOST_SHOWN && <p className="quiet">{t('checkIn.moreFound')}</p>}
    </Section>
  );
}

interface WalkInDraft {
  readonly companyName: string;
  readonly name: string;
  readonly jobTitle?: string;
  readonly role: EnumOf<'ParticipantRole'>;
}

/** Lets somebody in who comes without a registration; without a network it is sent later. */
function WalkInForm({ desk }: { desk: DoorDesk }) {
  const t = useTexts();
  const messages = useMessages();
  const [form] = Form.useForm<WalkInDraft>();
  const required = [{ required: true, message: t('form.required') }];
  const add = async ({ jobTitle, ...draft }: WalkInDraft) => {
    const id = crypto.randomUUID();
    await desk.noteWalkIn({ ...draft, id, jobTitle: jobTitle || null, evenIfFull: false });
    messages.success(t('checkIn.walkInNoted'));
    form.resetFields();
  };
  return (
    <Section title={t('checkIn.way.walkIn')}>
      <Form<WalkInDraft>
        form={form}
        layout="vertical"
        initialValues={{ role: 'VISITOR' }}
        onFinish={(draft) => void add(draft)}
      >
        <Form.Item name="companyName" label={t('checkIn.company')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="name" label={t('person.name')} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="jobTitle" label={t('person.jobTitle')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="role" label={t('register.role')}>
          <Radio.Group options={ROLES.map((value) => ({ value, label: t(`oneRole.${value}`) }))} />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {t('checkIn.letIn')}
        </Button>
      </Form>
    </Section>
  );
}

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
