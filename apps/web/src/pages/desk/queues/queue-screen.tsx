import { Button } from 'antd';
import { useEffect } from 'react';
import { languageOf, useTexts } from '../../../texts/locale.js';
import type { QueueTableData } from './queue.query.js';

interface ScreenProps {
  readonly title: string;
  readonly tables: readonly QueueTableData[];
  readonly onClose: () => void;
}

/** What is called now, over the whole screen of the hall; Escape or the button ends it. */
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
