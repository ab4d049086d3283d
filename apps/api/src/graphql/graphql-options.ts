import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { RequestContext } from '@app/identity';
import { DecimalScalar, LocalDateScalar, SETTINGS, type Settings } from '@app/kernel';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Inject, Injectable } from '@nestjs/common';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOGGER, type PlatformLogger } from '../logging/logger.js';
import { CompiledQueries } from './compiled-queries.plugin.js';
import { errorFormattingPlugin } from './error-formatting.plugin.js';
import { RequestContextFactory } from './request-context.factory.js';

/** How the GraphQL front door is set up. */
@Injectable()
export class GraphqlOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: PlatformLogger,
    private readonly contexts: RequestContextFactory,
  ) {}

  createGqlOptions(): Omit<ApolloDriverConfig, 'driver'> {
    return {
      path: '/graphql',
      autoSchemaFile: true,
      sortSchema: true,
      graphiql: false,
      introspection: !this.settings.production,
      hideSchemaDetailsFromClientErrors: this.settings.production,
      includeStacktraceInErrorResponses: false,
      csrfPrevention: true,
      allowBatchedHttpRequests: false,
      inheritResolversFromInterfaces: true,
      resolvers: { Decimal: DecimalScalar, LocalDate: LocalDateScalar },
      buildSchemaOptions: { numberScalarMode: 'integer', dateScalarMode: 'isoDate', orphanedTypes: [] },
      context: (request: FastifyRequest, reply: FastifyReply): Promise<RequestContext> =>
        this.contexts.create(request, reply),
      // Nothing here is cached by hints, and the plugin would look at every field of every answer.
      plugins: [
        ApolloServerPluginCacheControlDisabled(),
        errorFormattingPlugin(this.logger),
        new CompiledQueries(),
      ],
    };
  }
}
