import type { CombinedError } from '@urql/core';
import type { ReactNode } from 'react';
import { ErrorNotice } from './problem-notice.js';
import { Loading } from './loading.js';

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
