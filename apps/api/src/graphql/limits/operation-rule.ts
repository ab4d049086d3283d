import type { DocumentNode, OperationDefinitionNode, ValidationContext, ValidationRule } from 'graphql';
import type { GraphQLError } from 'graphql';
import { Fragments } from './fragments.js';

/** Looks at one operation with the document's fragments; gives what is wrong with it, or null. */
export type OperationCheck = (
  operation: OperationDefinitionNode,
  fragments: Fragments,
) => GraphQLError | null;

const tables = new WeakMap<DocumentNode, Fragments>();

/** The fragments of a document, put in order once for all rules. */
export function fragmentsOf(document: DocumentNode): Fragments {
  let table = tables.get(document);
  if (!table) tables.set(document, (table = new Fragments(document)));
  return table;
}

/** A validation rule that checks each operation of a document. */
export function operationRule(check: OperationCheck): ValidationRule {
  return (context: ValidationContext) => ({
    OperationDefinition(operation) {
      const error = check(operation, fragmentsOf(context.getDocument()));
      if (error) context.reportError(error);
    },
  });
}
