import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { fragmentsOf } from './operation-rule.js';
import { CostCount } from './query-cost.js';

/** An operation that is about to be executed. */
export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The costs of operations; where no variable decides about a page size, a document is counted once. */
export class OperationCosts {
  private readonly constant = new WeakMap<OperationDefinitionNode, number>();

  of({ schema, document, operation, variables }: CostedOperation): number {
    const known = this.constant.get(operation);
    if (known !== undefined) return known;
    const { cost, constant } = CostCount.of(schema, fragmentsOf(document), operation, variables);
    if (constant) this.constant.set(operation, cost);
    return cost;
  }
}
