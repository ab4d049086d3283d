import type { CombinedError } from '@urql/core';
import { Alert, Button } from 'antd';
import { createContext, type ElementType, type ReactNode, Suspense, useContext, useState } from 'react';
import { type Problem, problemOf } from '../api/use-action.js';
import { useTexts } from '../texts/locale.js';

/** The dialog in which one signs in again over a page. Given by the frame of the portal, since its form tells problems too. */
export const SignInDialogContext = createContext<ElementType<SignInDialogProps> | null>(null);

export interface SignInDialogProps {
  readonly onSignedIn: () => void;
  readonly onClose: () => void;
}

interface SignedOutProps {
  readonly words: string;
  readonly onSignedIn: () => void;
}

/** Tells that the session has ended, and lets the person sign in again without leaving the page. */
function SignedOut({ words, onSignedIn }: SignedOutProps) {
  const t = useTexts();
  const SignInDialog = useContext(SignInDialogContext);
  const [open, setOpen] = useState(false);
  const [again, setAgain] = useState(false);
  if (again) {
    return (
      <Alert className="problem" type="info" showIcon role="status" title={t('account.signedInAgain')} />
    );
  }
  const signIn = (
    <Button size="small" onClick={() => setOpen(true)}>
      {t('account.signInAgain')}
    </Button>
  );
  const onDone = () => {
    setOpen(false);
    setAgain(true);
    onSignedIn();
  };
  return (
    <>
      <Alert className="problem" type="error" showIcon role="alert" title={words} action={signIn} />
      {open && SignInDialog && (
        <Suspense fallback={null}>
          <SignInDialog onSignedIn={onDone} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** Tells a problem, and offers to try again, or to sign in again, where that may help. */
export function ProblemNotice({ problem, onRetry }: { problem: Problem | null; onRetry?: () => void }) {
  const t = useTexts();
  if (!problem) return null;
  const words = problem.sentence ?? (problem.text ? t(problem.text) : '');
  if (problem.signedOut) return <SignedOut words={words} onSignedIn={() => onRetry?.()} />;
  const again = problem.retry && onRetry && (
    <Button size="small" onClick={onRetry}>
      {t('error.retry')}
    </Button>
  );
  return <Alert className="problem" type="error" showIcon role="alert" title={words} action={again} />;
}

/** Tells why something could not be read. */
export function ErrorNotice({ error, onRetry }: { error: CombinedError; onRetry: () => void }) {
  return <ProblemNotice problem={problemOf(error)} onRetry={onRetry} />;
}

/** The kind of placeholder shown while loading. */
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

interface AnswerProps<Data> {
  readonly data: Data | null | undefined;
  readonly error: CombinedError | undefined;
  readonly onRetry: () => void;
  readonly shape?: 'line' | 'card';
  readonly children: (data: Data) => ReactNode;
}

/** What was asked for once it is there; until then its shape, and a word when it does not come. */
export function Answer<Data>({ data, error, onRetry, shape, children }: AnswerProps<Data>) {
  if (data) return <>{children(data)}</>;
  if (error) return <ErrorNotice error={error} onRetry={onRetry} />;
  return <Loading shape={shape} lines={shape === 'card' ? 3 : 6} />;
}

interface EmptyStateProps {
  readonly title: string;
  /** What to do next. */
  readonly text?: string;
  readonly children?: ReactNode;
}

/** Nothing is here, and what to do about it. */
export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {text && <p className="empty-text">{text}</p>}
      {children && <div className="empty-actions">{children}</div>}
    </div>
  );
}
