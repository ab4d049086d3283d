import { reportProblem } from '@app/kernel';
import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import PgBoss from 'pg-boss';
import { ClientMutations, Transactions } from './transactions.js';
import { DATABASE_URL, databaseGone, dataSourceOptions } from './data-source.js';
import { DomainEvents } from './events/domain-events.js';
import { EventDeliveries } from './events/event-deliveries.js';
import { Jobs } from './events/jobs.js';
import { DatabaseFacts } from './events/database-facts.js';

/** How a process takes part in the database. */
export interface DatabaseModuleOptions {
  /** Connection string of the server, embedded or external. */
  readonly url: string;
  /** Whether this process carries out jobs and timers (the worker) or only orders them. */
  readonly runsJobs: boolean;
  readonly poolSize?: number;
  /** Time after which the server ends a statement, in milliseconds; without it statements may take as long as they like. */
  readonly statementMs?: number;
}

const services = [Transactions, DomainEvents, EventDeliveries, ClientMutations, Jobs, DatabaseFacts];

/** The connection, transactions, domain events and jobs, for everybody. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly jobs: Jobs) {}

  static forRoot(options: DatabaseModuleOptions): DynamicModule {
    const boss = {
      provide: PgBoss,
      useFactory: async () => {
        const started = new PgBoss({
          connectionString: options.url,
          schema: 'pgboss',
          max: 3,
          supervise: options.runsJobs,
          schedule: options.runsJobs,
          application_name: 'lianqiao-jobs',
        });
        started.on('error', (error) => reportProblem('jobs', error));
        await started.start();
        return started;
      },
    };
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(options.url, options.poolSize, options.statementMs),
          autoLoadEntities: true,
          // A server that is just coming back is waited for; what is wrong for good is told at once.
          toRetry: databaseGone,
          retryAttempts: 6,
          retryDelay: 500,
        }),
      ],
      providers: [boss, { provide: DATABASE_URL, useValue: options.url }, ...services],
      exports: [...services, DATABASE_URL],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.jobs.stopJobs();
  }
}
