import { AuditModule } from '@app/audit';
import { CapabilitiesModule, DeriveCapabilitiesJob, RenewCapabilitiesJob } from '@app/capabilities';
import { DatabaseModule, type JobHandler, type RelayHandler } from '@app/database';
import {
  AlertDigests,
  DiscoveryModule,
  ForgetAskedQueriesJob,
  NameKeysJob,
  SavedSearchAlerts,
} from '@app/discovery';
import { IdentityHousekeeping, IdentityModule } from '@app/identity';
import { KernelModule } from '@app/kernel';
import { MatchingModule, LearnVectorsJob } from '@app/matching';
import {
  FactContactCleaning,
  FactRequestNotices,
  FittingNeedDigests,
  FittingNeedNotices,
  SupplyResponseNotices,
  SupplyResponsesModule,
} from '@app/supply-responses';
import {
  EventNotices,
  ExpirePlaceOfferJob,
  MatchmakingEventsModule,
  RegistrationNotices,
} from '@app/matchmaking-events';
import {
  ChaseOutcomesJob,
  CloseDeadRunsJob,
  MeetingNotices,
  QueueNotices,
  MeetingsModule,
  RemindOfMeetingsJob,
  RunSchedulingJob,
  SchedulingNotices,
} from '@app/meetings';
import {
  MessageCleaningJob,
  MessageDeliveryJob,
  NotificationCleaningJob,
  NotificationsModule,
} from '@app/notifications';
import { ClaimNotices, ImportListJob, OrganizationsModule, ResumeImportsJob } from '@app/organizations';
import { NeedInvitationNotices, ProcurementModule } from '@app/procurement';
import {
  IndexConsumer,
  MaintainIndexesJob,
  RebuildIndexesJob,
  ReconcileIndexesJob,
  SearchModule,
} from '@app/search';
import { TaxonomyModule } from '@app/taxonomy';
import { TelemetryModule } from '@app/telemetry';
import { type DynamicModule, Module, type Type } from '@nestjs/common';

/** The consumers of domain events that this worker carries deliveries to. */
export const relayHandlers: Type<RelayHandler>[] = [
  IndexConsumer,
  SupplyResponseNotices,
  FactRequestNotices,
  NeedInvitationNotices,
  FittingNeedNotices,
  ClaimNotices,
  EventNotices,
  RegistrationNotices,
  MeetingNotices,
  QueueNotices,
  SchedulingNotices,
  SavedSearchAlerts,
];

/** The kinds of background work that this worker carries out. */
export const jobHandlers: Type<JobHandler>[] = [
  MessageDeliveryJob,
  MessageCleaningJob,
  NotificationCleaningJob,
  FactContactCleaning,
  AlertDigests,
  FittingNeedDigests,
  IdentityHousekeeping,
  ImportListJob,
  ResumeImportsJob,
  DeriveCapabilitiesJob,
  RenewCapabilitiesJob,
  ExpirePlaceOfferJob,
  RunSchedulingJob,
  CloseDeadRunsJob,
  ChaseOutcomesJob,
  RemindOfMeetingsJob,
  RebuildIndexesJob,
  MaintainIndexesJob,
  ReconcileIndexesJob,
  LearnVectorsJob,
  NameKeysJob,
  ForgetAskedQueriesJob,
];

/** The worker: indexing, jobs, timers, messages. This file is its table of contents. */
@Module({})
export class WorkerModule {
  static forRoot(options: { databaseUrl: string }): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        KernelModule,
        DatabaseModule.forRoot({ url: options.databaseUrl, runsJobs: true }),
        TelemetryModule.forRoot('worker'),
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
        DiscoveryModule,
      ],
    };
  }
}
