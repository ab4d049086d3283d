import { Button, Popconfirm } from 'antd';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { DeskFrame } from '../../../session/desk-frame.js';
import { QueueCaller, QueueStanding, useLooking, WaitWords } from './queue-caller.js';
import { DRAW_NUMBER, GIVE_BACK_NUMBER } from './queue.mutations.js';
import { OWN_QUEUES, type OwnNumber, type QueueTableData } from './queue.query.js';

interface PlaceProps {
  readonly table: QueueTableData;
  readonly organizationId: string;
  readonly refresh: () => void;
}

/** The own number at a table: whether it is called, how many are before it, giving it back. */
function OwnNumberCard({ number, table, organizationId, refresh }: PlaceProps & { number: OwnNumber }) {
  const t = useTexts();
  const giveBack = useAction(GIVE_BACK_NUMBER);
  const leave = async () => {
    const input = { actingOrganizationId: organizationId, numberId: number.id };
    if (await giveBack.run({ input })) refresh();
  };
  const called = number.state === 'CALLED';
  return (
    <div className={called ? 'own-number own-number-called' : 'own-number'}>
      <p className="big-number">{t('queue.ownNumber', { number: number.number })}</p>
      <p role="status">
        {called ? (
          t('queue.come', { table: table.label })
        ) : (
          <>
            {t('queue.ahead', { count: number.ahead ?? 0 })} ·{' '}
            <WaitWords minutes={number.expectedWaitMinutes ?? 0} />
          </>
        )}
      </p>
      <ProblemNotice problem={giveBack.problem} />
      <Popconfirm
        title={t('queue.giveBackSure')}
        okText={t('queue.giveBackYes')}
        cancelText={t('action.cancel')}
        onConfirm={() => void leave()}
      >
        <Button loading={giveBack.busy}>{t('queue.giveBack')}</Button>
      </Popconfirm>
    </div>
  );
}

function DrawButton({ table, organizationId, refresh }: PlaceProps) {
  const t = useTexts();
  const draw = useAction(DRAW_NUMBER);
  const take = async () => {
    const input = { actingOrganizationId: organizationId, queueTableId: table.id };
    if (await draw.run({ input })) refresh();
  };
  return (
    <>
      <ProblemNotice problem={draw.problem} />
      <Button
        type="primary"
        loading={draw.busy}
        aria-label={t('queue.drawAt', { table: table.label })}
        onClick={() => void take()}
      >
        {t('queue.draw')}
      </Button>
    </>
  );
}

function PlaceCard({ number, ...props }: PlaceProps & { number: OwnNumber | undefined }) {
  return (
    <li className="card">
      <QueueStanding table={props.table} />
      {number && <OwnNumberCard number={number} {...props} />}
      {!number && props.table.open && <DrawButton {...props} />}
    </li>
  );
}

interface OwnQueuesProps {
  readonly eventId: string;
  readonly organizationId: string;
}

interface PartsProps {
  readonly organizationId: string;
  readonly tables: readonly QueueTableData[];
  readonly numbers: readonly OwnNumber[];
  readonly refresh: () => void;
}

/** One's own tables, at which one calls, and those of others, at which one draws. */
function QueueParts({ tables, numbers, organizationId, refresh }: PartsProps) {
  const t = useTexts();
  const own = tables.filter(({ host }) => host?.id === organizationId);
  const others = tables.filter((table) => !own.includes(table));
  const live = numbers.filter(({ state }) => state === 'WAITING' || state === 'CALLED');
  return (
    <>
      {tables.length === 0 && <EmptyState title={t('queue.none')} text={t('queue.noneText')} />}
      {own.map(({ id, label }) => (
        <Section key={id} title={t('queue.ownTable', { table: label })}>
          <QueueCaller tableId={id} organizationId={organizationId} onChange={refresh} />
        </Section>
      ))}
      {others.length > 0 && (
        <ul className="cards section">
          {others.map((table) => (
            <PlaceCard
              key={table.id}
              number={live.find(({ queueTable }) => queueTable.id === table.id)}
              {...{ table, organizationId, refresh }}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function OwnQueues({ eventId, organizationId }: OwnQueuesProps) {
  const [{ data, error }, ask] = useQuery({
    query: OWN_QUEUES,
    variables: { organizationId, eventId },
    requestPolicy: 'cache-and-network',
  });
  useLooking(ask);
  const refresh = () => ask({ requestPolicy: 'network-only' });
  return (
    <Answer data={data} error={error} onRetry={refresh} shape="card">
      {({ matchmakingEvent, queueTables, myQueueNumbers }) => (
        <div className="event-desk">
          <h2>{matchmakingEvent?.title}</h2>
          <QueueParts
            tables={queueTables}
            numbers={myQueueNumbers.edges.map(({ node }) => node)}
            {...{ organizationId, refresh }}
          />
        </div>
      )}
    </Answer>
  );
}

/** Queue tables as a participant has them on the phone: drawing a number, and calling at one's own table. */
export function OwnQueuesPage() {
  const t = useTexts();
  const { id: eventId = '' } = useParams();
  return (
    <DeskFrame title={t('queue.title')} lead={t('queue.text')} form>
      {({ id }) => <OwnQueues eventId={eventId} organizationId={id} />}
    </DeskFrame>
  );
}

export { OwnQueuesPage as Component };
