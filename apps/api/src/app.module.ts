import { AuditModule } from '@app/audit';
import { CapabilitiesModule } from '@app/capabilities';
import { DatabaseModule } from '@app/database';
import { DiscoveryModule } from '@app/discovery';
import { AudienceGuard, IdentityModule } from '@app/identity';
import { KernelModule } from '@app/kernel';
import { MatchingModule } from '@app/matching';
import { MatchmakingEventsModule } from '@app/matchmaking-events';
import { MeetingsModule } from '@app/meetings';
import { NotificationsModule } from '@app/notifications';
import { OrganizationsModule } from '@app/organizations';
import { ProcurementModule } from '@app/procurement';
import { SearchModule } from '@app/search';
import { SupplyResponsesModule } from '@app/supply-responses';
import { TaxonomyModule } from '@app/taxonomy';
import { TelemetryModule } from '@app/telemetry';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { AuditDetailResolver, AuditLogResolver } from './audit/audit-log.resolver.js';
import { FactAnswersController } from './pages/fact-answers.controller.js';
import { GraphqlExceptionFilter, UserErrorResolver } from './graphql/graphql-exception.filter.js';
import { GraphqlOptions } from './graphql/graphql-options.js';
import { NodeResolver } from './graphql/node.resolver.js';
import { RequestContextFactory } from './graphql/request-context.factory.js';
import { HealthController } from './observation/health.controller.js';
import { HttpMetrics, OperationMetrics } from './observation/api-metrics.js';
import type { Safeguards } from './security/safeguards.js';
import { SecurityModule } from './security/security.module.js';
import { UnsubscribeController } from './pages/unsubscribe.controller.js';

@Global()
@Module({
  providers: [RequestContextFactory, HttpMetrics, OperationMetrics],
  exports: [RequestContextFactory, HttpMetrics, OperationMetrics],
})
class EdgeModule {}

/** The API: GraphQL over HTTP, the health pages and the portal. This file is its table of contents. */
@Module({})
export class AppModule {
  static forRoot(options: { databaseUrl: string; poolSize?: number; safeguards: Safeguards }): DynamicModule {
    return {
      module: AppModule,
      imports: [
        KernelModule,
        DatabaseModule.forRoot({
          url: options.databaseUrl,
          runsJobs: false,
          poolSize: options.poolSize,
          statementMs: options.safeguards.statementMs,
        }),
        TelemetryModule.forRoot('api'),
        SecurityModule.with(options.safeguards),
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
        DiscoveryModule,
        MatchingModule,
        SupplyResponsesModule,
        EdgeModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({ driver: ApolloDriver, useClass: GraphqlOptions }),
      ],
      controllers: [HealthController, FactAnswersController, UnsubscribeController],
      providers: [
        NodeResolver,
        AuditLogResolver,
        AuditDetailResolver,
        UserErrorResolver,
        { provide: APP_GUARD, useClass: AudienceGuard },
        { provide: APP_FILTER, useClass: GraphqlExceptionFilter },
      ],
    };
  }
}
