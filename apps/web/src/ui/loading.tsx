import { useTexts } from '../texts/locale.js';

/** The shape of what is about to come. */
export function Loading({ lines = 4, shape = 'line' }: { lines?: number; shape?: 'line' | 'card' }) {
  const t = useTexts();
  return (
    <div className="loading" role="status">
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className={`loading-${shape}`} aria-hidden="true" />
      ))}
    </div>
  );
}
