import { Kind, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql';
import { limitError } from './limit-error.js';

/** The name that a selection asks for more often than allowed, if there is one. */
function repeatedIn(selections: SelectionSetNode, max: number): string | undefined {
  const asked = new Map<string, number>();
  for (const node of selections.selections) {
    if (node.kind === Kind.INLINE_FRAGMENT) continue;
    const name = node.kind === Kind.FIELD ? (node.alias ?? node.name).value : `...${node.name.value}`;
    const times = (asked.get(name) ?? 0) + 1;
    if (times > max) return name;
    asked.set(name, times);
  }
  return undefined;
}

/**
 * Refuses selections that repeat the same field. It would be carried out once, but comparing every pair of equal fields
 * is what makes validation slow.
 */
export function repeatedFieldRule(max: number): ValidationRule {
  return (context: ValidationContext) => ({
    SelectionSet(selections) {
      const field = repeatedIn(selections, max);
      if (field !== undefined)
        context.reportError(limitError('QUERY_REPEATS_FIELD', { field, max }, selections));
    },
  });
}
