import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { fragmentsOf } from './operation-rule.js';
import { CostCount, type QueryCost } from './query-cost.js';

/** An operation that is about to be executed. */
export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The costs of operations; where no variable decides about a page size, a document is counted once. */
export class OperationCosts {
  private readonly constant = new WeakMap<OperationDefinitionNode, QueryCost>();

  of({ schema, document, operation, variables }: CostedOperation): QueryCost {
    const known = this.constant.get(operation);
    if (known !== undefined) return known;
    const cost = CostCount.of(schema, fragmentsOf(document), operation, variables);
    if (cost.constant) this.constant.set(operation, cost);
    return cost;
  }
}
