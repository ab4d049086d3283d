import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useAction } from '../../../api/use-action.js';
import { languageOf, useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState, ProblemNotice } from '../../../ui/answer.js';
import { EventDeskFrame, type EventDeskProps } from '../events/event-desk-frame.js';
import { DrawFor } from './draw-for.js';
import { OpenTableForm } from './open-table-form.js';
import { QueueCaller, QueueStanding, useLooking } from './queue-caller.js';
import { CLOSE_QUEUE_TABLE } from './queue.mutations.js';
import { QUEUE_TABLES, type QueueTableData } from './queue.query.js';

interface ScreenProps {
  readonly title: string;
  readonly tables: readonly QueueTableData[];
  readonly onClose: () => void;
}

/** The called numbers on a full screen for the hall; Escape or the button closes it. */
export function QueueScreen({ title, tables, onClose }: ScreenProps) {
  const t = useTexts();
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onClose();
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [onClose]);
  return (
    <div
      className="big-screen queue-screen"
      role="dialog"
      aria-modal="true"
      aria-label={t('queue.screenTitle')}
    >
      <p className="big-screen-title" lang={languageOf(title)}>
        {title}
      </p>
      <ul className="queue-screen-tables" aria-live="polite">
        {tables.map(({ id, label, host, calledNumber, waiting }) => (
          <li key={id}>
            <span className="queue-screen-label">{label}</span>
            <span className="queue-screen-number">{calledNumber ?? '–'}</span>
            <span className="queue-screen-host" lang={languageOf(host?.name ?? '')}>
              {host?.name}
            </span>
            <span>{t('queue.waiting', { count: waiting })}</span>
          </li>
        ))}
      </ul>
      <Button size="large" onClick={onClose} autoFocus>
        {t('queue.screenClose')}
      </Button>
    </div>
  );
}

interface CardProps {
  readonly table: QueueTableData;
  readonly eventId: string;
  readonly organizationId: string;
  readonly refresh: () => void;
}

/** A table as the organizers have it: they can call there themselves, and end the drawing. */
function TableCard({ table, eventId, organizationId, refresh }: CardProps) {
  const t = useTexts();
  const close = useAction(CLOSE_QUEUE_TABLE);
  const [calling, setCalling] = useState(false);
  const stop = async () => {
    const input = { actingOrganizationId: organizationId, queueTableId: table.id };
    if (await close.run({ input })) refresh();
  };
  return (
    <li className="card">
      <QueueStanding table={table} />
      <p className="button-row">
        <Button
          aria-pressed={calling}
          aria-label={t('queue.callAt', { table: table.label })}
          onClick={() => setCalling(!calling)}
        >
          {t('queue.call')}
        </Button>
        {table.open && <DrawFor {...{ table, eventId, organizationId }} onDrawn={refresh} />}
        {table.open && (
          <Button loading={close.busy} onClick={() => void stop()}>
            {t('queue.close')}
          </Button>
        )}
      </p>
      <ProblemNotice problem={close.problem} />
      {calling && <QueueCaller tableId={table.id} organizationId={organizationId} onChange={refresh} />}
    </li>
  );
}

function Queues(props: EventDeskProps) {
  const t = useTexts();
  const { event, organizationId } = props;
  const [{ data, error }, ask] = useQuery({
    query: QUEUE_TABLES,
    variables: { organizationId, eventId: event.id },
    requestPolicy: 'cache-and-network',
  });
  useLooking(ask);
  const [onScreen, setOnScreen] = useState(false);
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const tables = data?.queueTables ?? [];
  return (
    <>
      <Answer data={data?.queueTables} error={error} onRetry={refresh} shape="card">
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('queue.none')} text={t('queue.noneText')} />
          ) : (
            <>
              <p className="button-row">
                <Button onClick={() => setOnScreen(true)}>{t('queue.screen')}</Button>
              </p>
              <ul className="cards section">
                {all.map((table) => (
                  <TableCard key={table.id} eventId={event.id} {...{ table, organizationId, refresh }} />
                ))}
              </ul>
            </>
          )
        }
      </Answer>
      <OpenTableForm {...props} refresh={refresh} />
      {onScreen && <QueueScreen title={event.title} tables={tables} onClose={() => setOnScreen(false)} />}
    </>
  );
}

/** The organizers' queue tables: opening them, calling, the screen in the hall. */
export function QueuesPage() {
  return <EventDeskFrame>{(props) => <Queues {...props} />}</EventDeskFrame>;
}

export { QueuesPage as Component };
