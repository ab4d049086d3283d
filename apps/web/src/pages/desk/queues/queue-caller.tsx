import { Button } from 'antd';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { useAction } from '../../../api/use-action.js';
import { languageOf, useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { Mark } from '../../../ui/tags.js';
import { CALL_NEXT, FINISH_NUMBER, RECALL_NUMBER } from './queue.mutations.js';
import { type LineNumber, QUEUE_LINE, type QueueTableData } from './queue.query.js';

/** Polling interval while a queue page is open. */
const LOOK_EVERY_MS = 4000;

/** Polls while the page is visible, so that it shows the current number. */
export function useLooking(ask: (options: { requestPolicy: 'network-only' }) => void): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) ask({ requestPolicy: 'network-only' });
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [ask]);
}

interface CallerProps {
  readonly tableId: string;
  /** Whose table it is, or who organizes. */
  readonly organizationId: string;
  readonly onChange: () => void;
}

function useCalling({ tableId, organizationId }: CallerProps, refresh: () => void) {
  const next = useAction(CALL_NEXT);
  const recall = useAction(RECALL_NUMBER);
  const finish = useAction(FINISH_NUMBER);
  const acting = { actingOrganizationId: organizationId };
  const then = (did: Promise<unknown>) => void did.then(refresh);
  return {
    busy: next.busy || recall.busy || finish.busy,
    problem: next.problem ?? recall.problem ?? finish.problem,
    next: () => {
      recall.forget();
      finish.forget();
      then(next.run({ input: { ...acting, queueTableId: tableId } }));
    },
    recall: (numberId: string) => then(recall.run({ input: { ...acting, numberId } })),
    finish: (numberId: string, skipped: boolean) =>
      then(finish.run({ input: { ...acting, numberId, skipped } })),
  };
}

type Calling = ReturnType<typeof useCalling>;

function Name({ number: { participantName } }: { number: LineNumber }) {
  const t = useTexts();
  const name = participantName ?? t('queue.walkIn');
  return <span lang={languageOf(name)}>{name}</span>;
}

function CalledNumber({ number, calling }: { number: LineNumber; calling: Calling }) {
  const t = useTexts();
  return (
    <>
      <p className="big-number">
        {t('queue.nowCalled', { number: number.number })} · <Name number={number} />{' '}
        <span className="quiet">{t('queue.calls', { count: number.calls })}</span>
      </p>
      <p className="button-row">
        <Button type="primary" disabled={calling.busy} onClick={() => calling.finish(number.id, false)}>
          {t('queue.done')}
        </Button>
        <Button disabled={calling.busy} onClick={() => calling.recall(number.id)}>
          {t('queue.recall')}
        </Button>
        <Button disabled={calling.busy} onClick={() => calling.finish(number.id, true)}>
          {t('queue.skip')}
        </Button>
      </p>
    </>
  );
}

function LineRow({ number, calling, free }: { number: LineNumber; calling: Calling; free: boolean }) {
  const t = useTexts();
  return (
    <li>
      <Mark tone={number.state === 'SKIPPED' ? 'warn' : 'plain'} text={t(`queueState.${number.state}`)} />{' '}
      <strong>{number.number}</strong> <Name number={number} />
      {number.state === 'SKIPPED' && free && (
        <Button
          size="small"
          disabled={calling.busy}
          aria-label={t('queue.recallOf', { number: number.number })}
          onClick={() => calling.recall(number.id)}
        >
          {t('queue.recall')}
        </Button>
      )}
    </li>
  );
}

function Line({ numbers, calling }: { numbers: readonly LineNumber[]; calling: Calling }) {
  const t = useTexts();
  const called = numbers.find(({ state }) => state === 'CALLED');
  const others = numbers.filter((number) => number !== called);
  const waits = others.some(({ state }) => state === 'WAITING');
  return (
    <>
      {called && <CalledNumber number={called} calling={calling} />}
      {!called && waits && (
        <Button type="primary" disabled={calling.busy} onClick={calling.next}>
          {t('queue.next')}
        </Button>
      )}
      {!called && !waits && <p className="quiet">{t('queue.empty')}</p>}
      <ProblemNotice problem={calling.problem} />
      <ul className="rows">
        {others.map((number) => (
          <LineRow key={number.id} number={number} calling={calling} free={!called} />
        ))}
      </ul>
    </>
  );
}

/** Buttons to call the numbers of one table: next, again, skip, finished. */
export function QueueCaller(props: CallerProps) {
  const [{ data, error }, ask] = useQuery({
    query: QUEUE_LINE,
    variables: { queueTableId: props.tableId },
    requestPolicy: 'network-only',
  });
  useLooking(ask);
  const refresh = () => {
    ask({ requestPolicy: 'network-only' });
    props.onChange();
  };
  const calling = useCalling(props, refresh);
  return (
    <Answer data={data?.queueNumbers} error={error} onRetry={refresh}>
      {({ edges }) => <Line numbers={edges.map(({ node }) => node)} calling={calling} />}
    </Answer>
  );
}

/** How long somebody waits, in words. */
export function WaitWords({ minutes }: { minutes: number }) {
  const t = useTexts();
  return <>{minutes > 0 ? t('queue.wait', { count: minutes }) : t('queue.noWait')}</>;
}

/** Summary of a queue table: owner, called number, number waiting. */
export function QueueStanding({ table }: { table: QueueTableData }) {
  const t = useTexts();
  const { label, host, open, calledNumber, waiting, expectedWaitMinutes } = table;
  const name = host?.name ?? t('queue.walkIn');
  return (
    <>
      <p className="card-above">
        <Mark tone="strong" text={label} />
        <Mark tone={open ? 'good' : 'plain'} text={t(open ? 'queue.isOpen' : 'queue.isClosed')} />
      </p>
      <p className="card-title" lang={languageOf(name)}>
        {name}
      </p>
      <p className="big-number" role="status">
        {calledNumber === null ? t('queue.nobodyCalled') : t('queue.nowCalled', { number: calledNumber })}
      </p>
      <p className="quiet">
        {t('queue.waiting', { count: waiting })} · <WaitWords minutes={expectedWaitMinutes} />
      </p>
    </>
  );
}
