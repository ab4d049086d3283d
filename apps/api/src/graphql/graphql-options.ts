import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { RequestContext } from '@app/identity';
import { DecimalScalar, LocalDateScalar } from '@app/kernel';
import { LOGGER, type PlatformLogger } from '@app/telemetry';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Inject, Injectable } from '@nestjs/common';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { noteContext } from '../logging/request-notes.js';
import { OperationMetrics } from '../metrics/operation-metrics.js';
import { OperationWatch } from '../metrics/operation-watch.plugin.js';
import { OperationAdmission } from '../security/operation-admission.js';
import { RefusalPause, refusalPausePlugin } from '../security/refusal-pause.js';
import { RequestRates } from '../security/request-rates.js';
import { SAFEGUARDS, type Safeguards } from '../security/safeguards.js';
import { costControlPlugin } from './cost-control.plugin.js';
import { errorFormattingPlugin } from './error-formatting.plugin.js';
import { formatEarlyError } from './format-error.js';
import { jsonStatusPlugin } from './json-status.plugin.js';
import { limitRules } from './limits/limit-rules.js';
import { OperationExecution } from './operation-execution.plugin.js';
import { RequestContextFactory } from './request-context.factory.js';

/** How the GraphQL front door is set up. */
@Injectable()
export class GraphqlOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  constructor(
    @Inject(SAFEGUARDS) private readonly safeguards: Safeguards,
    private readonly rates: RequestRates,
    @Inject(LOGGER) private readonly logger: PlatformLogger,
    private readonly contexts: RequestContextFactory,
    private readonly metrics: OperationMetrics,
    private readonly admission: OperationAdmission,
  ) {}

  createGqlOptions(): Omit<ApolloDriverConfig, 'driver'> {
    return {
      ...this.checks(),
      path: '/graphql',
      autoSchemaFile: true,
      sortSchema: true,
      graphiql: false,
      inheritResolversFromInterfaces: true,
      resolvers: { Decimal: DecimalScalar, LocalDate: LocalDateScalar },
      buildSchemaOptions: {
        numberScalarMode: 'integer',
        dateScalarMode: 'isoDate',
        orphanedTypes: [],
        // Apollo validates the schema too; NestJS would beside that run a whole introspection at every start.
        skipCheck: true,
      },
      context: async (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> =>
        noteContext(request, await this.contexts.create(request, reply)),
      // Nothing here is cached by hints, and the plugin would look at every field of every answer.
      plugins: [
        ApolloServerPluginCacheControlDisabled(),
        errorFormattingPlugin(this.logger, this.safeguards),
        jsonStatusPlugin(),
        costControlPlugin(this.safeguards.query, this.rates, this.admission),
        new OperationExecution(this.safeguards.operationMs, this.admission),
        new OperationWatch(this.metrics),
        ...(this.safeguards.refusalPause ? [refusalPausePlugin(new RefusalPause())] : []),
      ],
    };
  }

  /** What a request has to pass before anything is executed, and what it is told when it does not. */
  private checks() {
    const { query, validation, ...safeguards } = this.safeguards;
    return {
      parseOptions: Number.isFinite(query.tokens) ? { maxTokens: query.tokens } : {},
      validationRules: limitRules(query),
      // A caller learns from the first few; looking for more of them is work for nobody.
      validationOptions: { maxErrors: 10 },
      dangerouslyDisableValidation: validation ? undefined : (true as const),
      introspection: safeguards.introspection,
      hideSchemaDetailsFromClientErrors: !safeguards.suggestions,
      includeStacktraceInErrorResponses: !safeguards.masking,
      csrfPrevention: safeguards.csrfPrevention,
      allowBatchedHttpRequests: safeguards.batching,
      formatError: (formatted: GraphQLFormattedError, error: unknown) =>
        formatEarlyError(formatted, error, this.safeguards),
    };
  }
}
