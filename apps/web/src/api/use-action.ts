import type { CombinedError, TypedDocumentNode } from '@urql/core';
import { useCallback, useRef, useState } from 'react';
import { useMutation } from 'urql';
import type { TextKey } from '../texts/texts.js';

/** A problem to show: the API's own sentence, or one of ours when the API could not be reached. */
export interface Problem {
  readonly sentence?: string;
  readonly text?: TextKey;
  /** The API's code of an expected outcome. */
  readonly code?: string;
  /** Whether the person is not signed in, or not any more. */
  readonly signedOut?: boolean;
  /** Whether trying again may help. */
  readonly retry: boolean;
  /** Which inputs are meant, as paths of the operation's input. */
  readonly fields: readonly string[];
}

const ours = (text: TextKey): Problem => ({ text, retry: true, fields: [] });

/** The problem to show for a failed operation. */
export function problemOf({ networkError, graphQLErrors }: CombinedError): Problem {
  const [error] = graphQLErrors;
  if (error) {
    const { code, reason, fields } = error.extensions as {
      code?: string;
      reason?: string;
      fields?: string[];
    };
    if (!reason) return ours('error.server');
    return {
      sentence: error.message,
      signedOut: code === 'UNAUTHENTICATED',
      retry: false,
      fields: fields ?? [],
    };
  }
  return ours(networkError?.name === 'TimeoutError' ? 'error.slow' : 'error.network');
}

/** An expected error (`UserError`) with the sentence that the API wrote for the reader. */
interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

/** Whether a result is one of the API's `UserError`s. */
export function isRefusal(result: object): result is Refusal {
  return 'code' in result && 'message' in result;
}

export const problemOfRefusal = ({ code, message, fields }: Refusal): Problem => ({
  sentence: message,
  code,
  retry: false,
  fields: fields ?? [],
});

/** The payload of a successful mutation. */
type Payload<Data> = Exclude<NonNullable<Data[keyof Data]>, Refusal>;

/** A mutation with its state: busy while it runs, then a payload or a problem. */
interface Action<Data, Variables> {
  readonly run: (variables: Variables) => Promise<Payload<Data> | null>;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly forget: () => void;
}

/**
 * Runs a mutation with one field. Expected errors become problems in the reader's language. A mutation under way is not
 * sent a second time: a second click waits for the answer to the first.
 */
export function useAction<Data extends object, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
): Action<Data, Variables> {
  const [{ fetching }, mutate] = useMutation(document);
  const [problem, setProblem] = useState<Problem | null>(null);
  const underWay = useRef(new Map<string, Promise<Payload<Data> | null>>());
  const send = useCallback(
    async (variables: Variables) => {
      setProblem(null);
      const { data, error } = await mutate(variables);
      const [result] = Object.values(data ?? {}) as object[];
      if (error || !result) {
        setProblem(error ? problemOf(error) : { text: 'error.server', retry: true, fields: [] });
        return null;
      }
      if (isRefusal(result)) {
        setProblem(problemOfRefusal(result));
        return null;
      }
      return result as Payload<Data>;
    },
    [mutate],
  );
  const run = useCallback(
    (variables: Variables) => {
      const key = JSON.stringify(variables);
      const present = underWay.current.get(key);
      if (present) return present;
      const answer = send(variables).finally(() => underWay.current.delete(key));
      underWay.current.set(key, answer);
      return answer;
    },
    [send],
  );
  const forget = useCallback(() => setProblem(null), []);
  return { run, busy: fetching, problem, forget };
}
