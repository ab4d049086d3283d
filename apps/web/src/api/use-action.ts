import type { TypedDocumentNode } from '@urql/core';
import { useCallback, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { isRefusal, type Problem, problemOf, problemOfRefusal, type Refusal } from './problem.js';

/** What a mutation gives when it did what was wanted. */
export type Payload<Data> = Exclude<NonNullable<Data[keyof Data]>, Refusal>;

/** A mutation as something a person does: busy while it runs, and either its payload or a problem to be told. */
export interface Action<Data, Variables> {
  readonly run: (variables: Variables) => Promise<Payload<Data> | null>;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly forget: () => void;
}

/**
 * Runs a mutation with one field; its expected refusals become problems in the reader's language. What is under way is not
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
