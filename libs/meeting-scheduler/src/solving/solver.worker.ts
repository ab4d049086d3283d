import { parentPort, workerData } from 'node:worker_threads';
import { compileProblem } from '../problem/slot-model.js';
import type { MeetingProblem } from '../problem/meeting-problem.js';
import { runStage, type SolverStage } from './run-stage.js';

/** Entry of a solver's thread. Nothing here may import the kernel: a thread has no use for Nest and GraphQL. */
const { problem, stop } = workerData as { problem: MeetingProblem; stop: Int32Array };
const model = compileProblem(problem);
const port = parentPort;
port?.on('message', ({ stage, ticket }: { stage: SolverStage; ticket: number }) => {
  const stopped = () => Atomics.load(stop, 0) >= ticket;
  runStage(model, stage, { stopped, onProgress: (progress) => port.postMessage({ progress, ticket }) }).then(
    (outcome) => port.postMessage({ outcome, ticket }),
    (error: unknown) =>
      port.postMessage({ error: error instanceof Error ? error.message : String(error), ticket }),
  );
});
