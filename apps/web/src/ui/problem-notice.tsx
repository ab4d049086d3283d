import type { CombinedError } from '@urql/core';
import { Alert, Button } from 'antd';
import { type Problem, problemOf } from '../api/problem.js';
import { useTexts } from '../texts/locale.js';

/** Tells a problem, and offers to try again where that may help. */
export function ProblemNotice({ problem, onRetry }: { problem: Problem | null; onRetry?: () => void }) {
  const t = useTexts();
  if (!problem) return null;
  const words = problem.sentence ?? (problem.text ? t(problem.text) : '');
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
