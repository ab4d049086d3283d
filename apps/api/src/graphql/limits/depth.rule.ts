import type { FieldNode, ValidationRule } from 'graphql';
import type { Measure } from './fragments.js';
import { limitError } from './limit-error.js';
import { operationRule } from './operation-rule.js';

/** Levels below `__schema` and `__type`: what editors ask for, whose circles GraphQL's own rule cuts off. */
const INTROSPECTION_DEPTH = 16;

const deepest = (parts: readonly number[]): number => Math.max(0, ...parts);

/** Whether a field looks at the schema instead of at the platform. */
const looksAtSchema = (node: FieldNode): boolean =>
  node.name.value === '__schema' || node.name.value === '__type';

/** Depth of the platform's own fields: `{ me { name } }` has 2. */
const OWN_DEPTH: Measure = {
  field: (node, below) => (looksAtSchema(node) ? 0 : 1 + below),
  fragment: (_, below) => below,
  join: deepest,
};

const WHOLE_DEPTH: Measure = { ...OWN_DEPTH, field: (_, below) => 1 + below };

/** Refuses operations whose fields stand on more levels than a page of the portal needs. */
export function depthRule(max: number): ValidationRule {
  const whole = Math.max(max, INTROSPECTION_DEPTH);
  return operationRule((operation, fragments) => {
    if (fragments.measure(operation.selectionSet, OWN_DEPTH) > max)
      return limitError('QUERY_TOO_DEEP', { max }, operation);
    return fragments.measure(operation.selectionSet, WHOLE_DEPTH) > whole
      ? limitError('QUERY_TOO_DEEP', { max: whole }, operation)
      : null;
  });
}
