import { channel } from 'node:diagnostics_channel';

/** Something went wrong outside of any request: the connection of a timer, a message that nobody waits for. */
export interface Problem {
  /** Which part of the platform says so. */
  readonly area: string;
  readonly error: unknown;
}

const problems = channel('lianqiao.problem');

/** Tells the log of the process; where there is none, standard error. */
export function reportProblem(area: string, error: unknown): void {
  if (problems.hasSubscribers) problems.publish({ area, error } satisfies Problem);
  else console.error(`${area}: ${error instanceof Error ? error.message : String(error)}`);
}

/** Listens to problems of this process; gives what stops the listening. */
export function onProblem(listener: (problem: Problem) => void): () => void {
  const heard = (message: unknown) => listener(message as Problem);
  problems.subscribe(heard);
  return () => {
    problems.unsubscribe(heard);
  };
}
