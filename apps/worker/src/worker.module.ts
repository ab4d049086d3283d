import { AuditModule } from '@app/audit';
import { DatabaseModule, type JobHandler, type RelayHandler } from '@app/database';
import { IdentityHousekeeping, IdentityModule } from '@app/identity';
import { KernelModule } from '@app/kernel';
import { MessageCleaning, MessageDelivery, NotificationsModule } from '@app/notifications';
import { OrganizationsModule } from '@app/organizations';
import { DocumentSources } from '@app/search';
import { TaxonomyModule } from '@app/taxonomy';
import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';

/** The consumers of domain events that this worker carries deliveries to. */
export const relayHandlers: Type<RelayHandler>[] = [];

/** The kinds of background work that this worker carries out. */
export const jobHandlers: Type<JobHandler>[] = [MessageDelivery, MessageCleaning, IdentityHousekeeping];

/** Where the libraries say which documents they have for search. */
@Global()
@Module({ providers: [DocumentSources], exports: [DocumentSources] })
class DocumentSourcesModule {}

/** The worker: indexing, jobs, timers, messages. This file is its table of contents. */
@Module({})
export class WorkerModule {
  static forRoot(options: { databaseUrl: string }): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        KernelModule,
        DatabaseModule.forRoot({ url: options.databaseUrl, runsJobs: true }),
        DocumentSourcesModule,
        AuditModule,
        TaxonomyModule,
        IdentityModule,
        NotificationsModule,
        OrganizationsModule,
      ],
    };
  }
}
