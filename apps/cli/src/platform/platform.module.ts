import { AuditModule } from '@app/audit';
import { DatabaseModule } from '@app/database';
import { IdentityModule } from '@app/identity';
import { KernelModule } from '@app/kernel';
import { NotificationsModule } from '@app/notifications';
import { OrganizationsModule } from '@app/organizations';
import { DocumentSources } from '@app/search';
import { TaxonomyModule } from '@app/taxonomy';
import { type DynamicModule, Global, Module } from '@nestjs/common';

/** Where the libraries say which documents they have for search. */
@Global()
@Module({ providers: [DocumentSources], exports: [DocumentSources] })
class DocumentSourcesModule {}

/** Every library's services, for commands that work on the platform itself. */
@Module({})
export class PlatformModule {
  static forRoot(options: { databaseUrl: string }): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        KernelModule,
        DatabaseModule.forRoot({ url: options.databaseUrl, runsJobs: false, poolSize: 5 }),
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
