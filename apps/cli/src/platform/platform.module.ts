import { AuditModule } from '@app/audit';
import { CapabilitiesModule } from '@app/capabilities';
import { DatabaseModule } from '@app/database';
import { IdentityModule } from '@app/identity';
import { type Clock, KernelModule } from '@app/kernel';
import { MatchingModule } from '@app/matching';
import { MatchmakingEventsModule } from '@app/matchmaking-events';
import { MeetingsModule } from '@app/meetings';
import { NotificationsModule } from '@app/notifications';
import { OrganizationsModule } from '@app/organizations';
import { ProcurementModule } from '@app/procurement';
import { SearchModule } from '@app/search';
import { SupplyResponsesModule } from '@app/supply-responses';
import { TaxonomyModule } from '@app/taxonomy';
import { type DynamicModule, Module } from '@nestjs/common';

/** Every library's services, for commands that work on the platform itself. */
@Module({})
export class PlatformModule {
  static forRoot(options: { databaseUrl: string; clock?: Clock }): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        options.clock ? KernelModule.with(options.clock) : KernelModule,
        DatabaseModule.forRoot({ url: options.databaseUrl, runsJobs: false, poolSize: 5 }),
        SearchModule,
        AuditModule,
        TaxonomyModule,
        IdentityModule,
        NotificationsModule,
        OrganizationsModule,
        CapabilitiesModule,
        ProcurementModule,
        MatchmakingEventsModule,
        MeetingsModule,
        MatchingModule,
        SupplyResponsesModule,
      ],
    };
  }
}
