import type { ValidationRule } from 'graphql';
import { counting } from './fragments.js';
import { limitError } from './limit-error.js';
import { operationRule } from './operation-rule.js';

const DIRECTIVES = counting((node) => node.directives?.length ?? 0);

/** Refuses operations that are loaded with directives, each of which would be looked at. */
export function directiveRule(max: number): ValidationRule {
  return operationRule((operation, fragments) => {
    const own = operation.directives?.length ?? 0;
    return own + fragments.measure(operation.selectionSet, DIRECTIVES) > max
      ? limitError('QUERY_TOO_MANY_DIRECTIVES', { max }, operation)
      : null;
  });
}
