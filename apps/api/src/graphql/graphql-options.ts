import type { RequestContext } from '@app/identity';
import { DecimalScalar, LocalDateScalar } from '@app/kernel';
import { LOGGER, type PlatformLogger } from '@app/telemetry';
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Inject, Injectable } from '@nestjs/common';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { noteContext } from '../observation/observe-requests.js';
import { OperationMetrics } from '../observation/api-metrics.js';
import { OperationWatch } from '../observation/operation-watch.plugin.js';
import { limitRules } from '../security/limit-rules.js';
import { OperationAdmission } from '../security/operation-admission.js';
import { RefusalPause, refusalPausePlugin } from '../security/refusal-pause.js';
import { RequestRates } from '../security/request-rates.js';
import { SAFEGUARDS, type Safeguards } from '../security/safeguards.js';
import { costControlPlugin } from './cost-control.plugin.js';
import { errorFormattingPlugin, formatEarlyError } from './format-error.js';
import { OperationExecution } from './operation-execution.plugin.js';
import { RequestContextFactory } from './request-context.factory.js';

/** Errors that say that the document or its variables cannot be executed. */
const OF_THE_DOCUMENT = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/** Whether a client asks for plain JSON by name, and for nothing newer. */
function wantsPlainJson(accept: string | undefined): boolean {
  return (
    accept !== undefined &&
    /\bapplication\/json\b/.test(accept) &&
    !/graphql-response\+json|\*\/\*/.test(accept)
  );
}

/**
 * Status 200 for documents that cannot be executed, where the client asks for `application/json`: intermediaries may
 * have put an error of their own into that form, so a client of it must not conclude from the status (GraphQL over
 * HTTP, section 6.4.1). With `application/graphql-response+json`, or without a wish, it is 400.
 */
function jsonStatusPlugin(): ApolloServerPlugin<RequestContext> {
  const listener: GraphQLRequestListener<RequestContext> = {
    async willSendResponse({ request, response, errors }) {
      if (response.http.status !== 400 || !wantsPlainJson(request.http?.headers.get('accept'))) return;
      if (errors?.every(({ extensions }) => OF_THE_DOCUMENT.has(String(extensions['code']))))
        response.http.status = 200;
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}

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
