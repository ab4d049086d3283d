import { Kind, type ValidationRule } from 'graphql';
import { counting } from './fragments.js';
import { limitError } from './limit-error.js';
import { operationRule } from './operation-rule.js';

const ALIASES = counting((node) => (node.kind === Kind.FIELD && node.alias ? 1 : 0));

/** Refuses operations that ask for the same thing over and over under other names. */
export function aliasRule(max: number): ValidationRule {
  return operationRule((operation, fragments) =>
    fragments.measure(operation.selectionSet, ALIASES) > max
      ? limitError('QUERY_TOO_MANY_ALIASES', { max }, operation)
      : null,
  );
}
