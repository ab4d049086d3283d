import type { ValidationRule } from 'graphql';
import type { Measure } from './fragments.js';
import { limitError } from './limit-error.js';
import { operationRule } from './operation-rule.js';

/** Every field of the first level counts, also one that is asked for twice. */
const ROOT_FIELDS: Measure = {
  field: () => 1,
  fragment: (_, below) => below,
  join: (parts) => parts.reduce((total, part) => total + part, 0),
};

/** Refuses operations that are many requests in one: each root field is a use case of its own. */
export function rootFieldRule(max: number): ValidationRule {
  return operationRule((operation, fragments) =>
    fragments.measure(operation.selectionSet, ROOT_FIELDS) > max
      ? limitError('QUERY_TOO_MANY_ROOT_FIELDS', { max }, operation)
      : null,
  );
}
