import type { RequestContext } from '@app/identity';
import { dataFile } from '@app/kernel';
import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { type GraphQLFormattedError, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import { existsSync, readFileSync } from 'node:fs';
import type { OperationMetrics } from './api-metrics.js';
import { noteOperation } from './observe-requests.js';

/** Name under which everything goes that has none of the known names. */
const OTHER = 'other';

/**
 * The names of operations that measurements and log may use. A caller names an operation freely, so only those of the
 * portal and those called like the field they ask for (`searchCapabilities`, `SearchCapabilities`) keep theirs.
 */
class OperationNames {
  private readonly known: ReadonlySet<string>;

  constructor(schema: GraphQLSchema, ofPortal: readonly string[] = namesOfPortal()) {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = roots.flatMap((root) => Object.keys(root?.getFields() ?? {}));
    this.known = new Set([...ofPortal, ...fields, ...fields.map(capitalised)]);
  }

  /** The name of an operation; one without a name that asks for a single field has that field's. */
  of({ name, selectionSet }: Pick<OperationDefinitionNode, 'name' | 'selectionSet'>): string {
    const given = name?.value ?? onlyField(selectionSet);
    return given !== undefined && this.known.has(given) ? given : OTHER;
  }
}

function onlyField({ selections }: OperationDefinitionNode['selectionSet']): string | undefined {
  const [first, second] = selections;
  return !second && first?.kind === Kind.FIELD ? first.name.value : undefined;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The operations that the portal sends, as its build noted them; none where it has not been built. */
function namesOfPortal(): readonly string[] {
  const path = dataFile(import.meta.url, 'dist/apps/web/operations.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as string[]) : [];
}

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
