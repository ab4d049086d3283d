import { DatabaseModule, type JobHandler, type RelayHandler } from '@app/database';
import { KernelModule } from '@app/kernel';
import { type DynamicModule, Module, type Type } from '@nestjs/common';

/** The consumers of domain events that this worker carries deliveries to. */
export const relayHandlers: Type<RelayHandler>[] = [];

/** The kinds of background work that this worker carries out. */
export const jobHandlers: Type<JobHandler>[] = [];

/** The worker: indexing, jobs, timers, messages. This file is its table of contents. */
@Module({})
export class WorkerModule {
  static forRoot(options: { databaseUrl: string }): DynamicModule {
    return {
      module: WorkerModule,
      imports: [KernelModule, DatabaseModule.forRoot({ url: options.databaseUrl, runsJobs: true })],
    };
  }
}
