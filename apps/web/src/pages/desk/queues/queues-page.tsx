import { Button } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { DrawFor } from './draw-for.js';
import { EventDeskFrame, type EventDeskProps } from '../events/event-desk-frame.js';
import { OpenTableForm } from './open-table-form.js';
import { QueueCaller } from './queue-caller.js';
import { CLOSE_QUEUE_TABLE } from './queue.mutations.js';
import { QUEUE_TABLES, type QueueTableData } from './queue.query.js';
import { QueueScreen } from './queue-screen.js';
import { QueueStanding } from './queue-standing.js';
import { useLooking } from './use-looking.js';

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
