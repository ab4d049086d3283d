import type { RequestContext } from '@app/identity';
import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { noteOperation } from '../logging/request-notes.js';
import type { OperationMetrics } from './operation-metrics.js';
import { OperationNames, OTHER } from './operation-names.js';

type Answering = GraphQLRequestContextWillSendResponse<RequestContext>;

/** Measures every operation and notes for the log what it was. Stands after the plugin that formats errors, whose codes it reads. */
export class OperationWatch implements ApolloServerPlugin<RequestContext> {
  private names: OperationNames | undefined;

  constructor(private readonly metrics: OperationMetrics) {}

  serverWillStart({ schema }: { schema: GraphQLSchema }): Promise<void> {
    this.names = new OperationNames(schema);
    return Promise.resolve();
  }

  requestDidStart(): Promise<{ willSendResponse(answering: Answering): Promise<void> }> {
    const started = performance.now();
    return Promise.resolve({
      willSendResponse: (answering) => {
        this.note(answering, (performance.now() - started) / 1000);
        return Promise.resolve();
      },
    });
  }

  private note({ operation, response, contextValue }: Answering, seconds: number): void {
    const name = operation && this.names ? this.names.of(operation) : OTHER;
    const errors = response.body.kind === 'single' ? codesOf(response.body.singleResult.errors) : [];
    this.metrics.observe({ operation: name, type: operation?.operation ?? 'none', seconds, errors });
    noteOperation(contextValue, { operation: name, errors });
  }
}

function codesOf(errors: readonly GraphQLFormattedError[] = []): string[] {
  return errors.map(({ extensions }) => String(extensions?.['code'] ?? 'INTERNAL_SERVER_ERROR'));
}
