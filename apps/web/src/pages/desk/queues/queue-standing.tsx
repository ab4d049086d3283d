import { languageOf, useTexts } from '../../../texts/locale.js';
import { Mark } from '../../../ui/tags.js';
import type { QueueTableData } from './queue.query.js';

/** How long somebody waits, in words. */
export function WaitWords({ minutes }: { minutes: number }) {
  const t = useTexts();
  return <>{minutes > 0 ? t('queue.wait', { count: minutes }) : t('queue.noWait')}</>;
}

/** A queue table at a glance: whose it is, what is called, how many wait. */
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
