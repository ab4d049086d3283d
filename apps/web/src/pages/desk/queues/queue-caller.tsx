import { Button } from 'antd';
import { useQuery } from 'urql';
import { useAction } from '../../../api/use-action.js';
import { languageOf, useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Mark } from '../../../ui/tags.js';
import { CALL_NEXT, FINISH_NUMBER, RECALL_NUMBER } from './queue.mutations.js';
import { type LineNumber, QUEUE_LINE } from './queue.query.js';
import { useLooking } from './use-looking.js';

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

/** Calls the numbers of one table: the next, again, nobody came, the talk is over. */
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
