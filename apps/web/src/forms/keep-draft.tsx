import { Button } from 'antd';
import { Fragment, type ReactNode, useMemo, useState } from 'react';
import { keptDrafts } from './kept-drafts.js';
import { useViewer } from '../session/viewer.js';
import { useTexts } from '../texts/locale.js';

/** What a form does with its draft. */
export interface DraftOfForm<Values> {
  /** What was typed before and never sent; null where there is nothing. */
  readonly values: Partial<Values> | null;
  /** Stores the current values; call it on every change. */
  readonly keep: (values: object) => void;
  /** To be called when the form was sent. */
  readonly forget: () => void;
}

interface KeepDraftProps<Values> {
  /** The form: its page, and the thing that it changes. */
  readonly name: string;
  readonly children: (draft: DraftOfForm<Values>) => ReactNode;
}

/**
 * Keeps what is typed into a form until it is sent: over a reload, the way back, an ended session and registration, in the
 * same browser. Says so when there was something, and lets it be discarded.
 */
export function KeepDraft<Values>({ name, children }: KeepDraftProps<Values>) {
  const t = useTexts();
  const { person } = useViewer();
  const personId = person?.id ?? null;
  const [round, setRound] = useState(0);
  const [found, setFound] = useState(() => keptDrafts.find(personId, name));
  const draft = useMemo<DraftOfForm<Values>>(
    () => ({
      values: found ? (found.values as Partial<Values>) : null,
      keep: (values) => keptDrafts.keep(personId, name, values),
      forget: () => keptDrafts.forget(personId, name),
    }),
    [found, personId, name],
  );
  const discard = () => {
    draft.forget();
    setFound(null);
    setRound(round + 1);
  };
  return (
    <>
      {found && (
        <div className="remark remark-row" role="status">
          <p>{t('draft.restored')}</p>
          <Button onClick={discard}>{t('draft.discard')}</Button>
        </div>
      )}
      <Fragment key={round}>{children(draft)}</Fragment>
    </>
  );
}
