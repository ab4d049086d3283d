import { EventDeliveries, EventRelay, Jobs, RelayRunner } from '@app/database';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { jobHandlers, relayHandlers, WorkerModule } from './worker.module.js';

/** A running worker: stop it and it finishes what it holds. */
export interface RunningWorker {
  readonly context: INestApplicationContext;
  stop(): Promise<void>;
}

/** Starts carrying events and jobs on a database. */
export async function startWorker(options: { databaseUrl: string }): Promise<RunningWorker> {
  const context = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const deliveries = context.get(EventDeliveries);
  const relays = relayHandlers.map(
    (handler) => new EventRelay(deliveries, context.get(handler, { strict: false })),
  );
  const runner = new RelayRunner(relays, options.databaseUrl, (error) => {
    console.error(`event relay: ${error instanceof Error ? error.message : String(error)}`);
  });
  const jobs = context.get(Jobs);
  for (const handler of jobHandlers) await context.get(handler, { strict: false }).start(jobs);
  await runner.start();
  return {
    context,
    stop: async () => {
      await runner.stop();
      await context.close();
    },
  };
}
