import { EventDeliveries, EventRelay, Jobs, RelayRunner } from '@app/database';
import { reportProblem } from '@app/kernel';
import { EmbeddingLoop } from '@app/search';
import { LOGGER, NestLogs, type PlatformLogger, Readiness } from '@app/telemetry';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { jobHandlers, relayHandlers, WorkerModule } from './worker.module.js';

/** A running worker: stop it and it finishes what it holds. */
export interface RunningWorker {
  readonly context: INestApplicationContext;
  stop(): Promise<void>;
}

/** Relays look once a second; a batch of changes takes seconds. Beyond this they are taken for stuck. */
const STILL_SECONDS = 120;

/** Starts carrying events and jobs on a database. */
export async function startWorker(options: { databaseUrl: string }): Promise<RunningWorker> {
  const context = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  context.useLogger(new NestLogs(context.get<PlatformLogger>(LOGGER)));
  const deliveries = context.get(EventDeliveries);
  const relays = relayHandlers.map(
    (handler) => new EventRelay(deliveries, context.get(handler, { strict: false })),
  );
  const runner = new RelayRunner(relays, options.databaseUrl, (error) => reportProblem('event relay', error));
  const jobs = context.get(Jobs);
  for (const handler of jobHandlers) await context.get(handler, { strict: false }).start(jobs);
  await runner.start();
  const embedding = context.get(EmbeddingLoop, { strict: false });
  embedding.startLoop();
  requireMovement(context.get(Readiness), runner);
  return {
    context,
    stop: async () => {
      await Promise.all([runner.stop(), embedding.stopLoop()]);
      await context.close();
    },
  };
}

/** A worker whose relays stand still is not ready: restarting it is the cure. */
function requireMovement(readiness: Readiness, runner: RelayRunner): void {
  readiness.addCheck('events', () =>
    runner.stillSeconds < STILL_SECONDS
      ? Promise.resolve()
      : Promise.reject(new Error(`the event relays stand still for ${runner.stillSeconds} s`)),
  );
}
