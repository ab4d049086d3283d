import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useClient } from 'urql';
import { DoorView } from './door-view.js';
import { ActingFor } from '../session/desk-frame.js';
import { timeOf } from '../texts/format.js';
import { useReading, useTexts } from '../texts/locale.js';
import { EmptyState, Loading } from '../ui/answer.js';
import { PageTitle, Section, usePageHead } from '../ui/page.js';
import { type Door, storedDoor, storedDoors } from './door-store.js';
import { fetchDoor } from './door-sync.js';

interface PrepareProps {
  readonly eventId: string;
  readonly organizationId: string;
  readonly onReady: (door: Door) => void;
}

/** Names this device and fetches the list for it. */
function PrepareDoor({ eventId, organizationId, onReady }: PrepareProps) {
  const t = useTexts();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const prepare = async ({ device }: { device: string }) => {
    setBusy(true);
    setFailed(false);
    try {
      onReady(await fetchDoor(client, { eventId, organizationId, device }));
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };
  return (
    <Section title={t('checkIn.prepare')}>
      <p className="quiet">{t('checkIn.prepareText')}</p>
      <Form layout="vertical" onFinish={(values: { device: string }) => void prepare(values)}>
        <Form.Item
          name="device"
          label={t('checkIn.device')}
          extra={t('checkIn.deviceHint')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        {failed && <p className="fault">{t('checkIn.prepareFailed')}</p>}
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('checkIn.prepareNow')}
        </Button>
      </Form>
    </Section>
  );
}

/** The doors that this device was prepared for. */
function Doors() {
  const { t, locale } = useReading();
  const [doors, setDoors] = useState<readonly Door[] | null>(null);
  useEffect(() => void storedDoors().then(setDoors), []);
  if (!doors) return <Loading />;
  if (doors.length === 0)
    return (
      <EmptyState title={t('checkIn.none')} text={t('checkIn.noneText')}>
        <Link to="/desk/events">
          <Button type="primary">{t('desk.events')}</Button>
        </Link>
      </EmptyState>
    );
  return (
    <ul className="cards section">
      {doors.map(({ eventId, title, device, fetchedAt }) => (
        <li key={eventId} className="card">
          <Link className="card-title" to={`/desk/check-in/${eventId}`}>
            {title}
          </Link>
          <p className="card-details">
            {device} · {t('checkIn.fetched', { time: timeOf(fetchedAt, locale) })}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Check-in for one event from the copy on this device; works offline and without a session. */
function DoorOf({ eventId }: { eventId: string }) {
  const [door, setDoor] = useState<Door | null | undefined>();
  useEffect(() => void storedDoor(eventId).then(setDoor), [eventId]);
  if (door === undefined) return <Loading />;
  if (door) return <DoorView first={door} onForgotten={() => setDoor(null)} />;
  return (
    <ActingFor>
      {({ id }) => <PrepareDoor eventId={eventId} organizationId={id} onReady={setDoor} />}
    </ActingFor>
  );
}

/** Check-in at the door, with or without a network. */
export function CheckInPage() {
  const t = useTexts();
  const { id } = useParams();
  usePageHead({ title: t('checkIn.title'), unlisted: true });
  return (
    <div className="page page-form">
      <PageTitle title={t('checkIn.title')} above={<Link to="/desk">← {t('desk.title')}</Link>} />
      {id ? <DoorOf key={id} eventId={id} /> : <Doors />}
    </div>
  );
}

export { CheckInPage as Component };
