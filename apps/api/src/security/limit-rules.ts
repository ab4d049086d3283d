import './limits.texts.js';
import { BadInputError, type DomainError, type TextParams } from '@app/kernel';
import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { counting, Fragments, type Measure } from './fragments.js';
import type { QueryLimits } from './safeguards.js';

/** A refusal by a limit, as GraphQL's validation reports it: the caller's sentence comes from the code. */
export function limitError(code: string, params: TextParams, node?: ASTNode): GraphQLError {
  return new GraphQLError(code, { nodes: node, originalError: new BadInputError(code, params) });
}

/** Looks at one operation with the document's fragments; gives what is wrong with it, or null. */
type OperationCheck = (operation: OperationDefinitionNode, fragments: Fragments) => GraphQLError | null;

const tables = new WeakMap<DocumentNode, Fragments>();

/** The fragments of a document, put in order once for all rules. */
export function fragmentsOf(document: DocumentNode): Fragments {
  let table = tables.get(document);
  if (!table) tables.set(document, (table = new Fragments(document)));
  return table;
}

/** A validation rule that checks each operation of a document. */
function operationRule(check: OperationCheck): ValidationRule {
  return (context: ValidationContext) => ({
    OperationDefinition(operation) {
      const error = check(operation, fragmentsOf(context.getDocument()));
      if (error) context.reportError(error);
    },
  });
}

const ALIASES = counting((node) => (node.kind === Kind.FIELD && node.alias ? 1 : 0));

/** Refuses operations that ask for the same thing over and over under other names. */
function aliasRule(max: number): ValidationRule {
  return operationRule((operation, fragments) =>
    fragments.measure(operation.selectionSet, ALIASES) > max
      ? limitError('QUERY_TOO_MANY_ALIASES', { max }, operation)
      : null,
  );
}

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
function depthRule(max: number): ValidationRule {
  const whole = Math.max(max, INTROSPECTION_DEPTH);
  return operationRule((operation, fragments) => {
    if (fragments.measure(operation.selectionSet, OWN_DEPTH) > max)
      return limitError('QUERY_TOO_DEEP', { max }, operation);
    return fragments.measure(operation.selectionSet, WHOLE_DEPTH) > whole
      ? limitError('QUERY_TOO_DEEP', { max: whole }, operation)
      : null;
  });
}

const DIRECTIVES = counting((node) => node.directives?.length ?? 0);

/** Refuses operations that are loaded with directives, each of which would be looked at. */
function directiveRule(max: number): ValidationRule {
  return operationRule((operation, fragments) => {
    const own = operation.directives?.length ?? 0;
    return own + fragments.measure(operation.selectionSet, DIRECTIVES) > max
      ? limitError('QUERY_TOO_MANY_DIRECTIVES', { max }, operation)
      : null;
  });
}

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
function repeatedFieldRule(max: number): ValidationRule {
  return (context: ValidationContext) => ({
    SelectionSet(selections) {
      const field = repeatedIn(selections, max);
      if (field !== undefined)
        context.reportError(limitError('QUERY_REPEATS_FIELD', { field, max }, selections));
    },
  });
}

/** Every field of the first level counts, also one that is asked for twice. */
const ROOT_FIELDS: Measure = {
  field: () => 1,
  fragment: (_, below) => below,
  join: (parts) => parts.reduce((total, part) => total + part, 0),
};

/** Refuses operations that are many requests in one: each root field is a use case of its own. */
function rootFieldRule(max: number): ValidationRule {
  return operationRule((operation, fragments) =>
    fragments.measure(operation.selectionSet, ROOT_FIELDS) > max
      ? limitError('QUERY_TOO_MANY_ROOT_FIELDS', { max }, operation)
      : null,
  );
}

/** The limits that a document alone decides. Each document is checked once, before anything of it is executed. */
export function limitRules(limits: QueryLimits): ValidationRule[] {
  const rules: readonly (readonly [rule: (max: number) => ValidationRule, max: number])[] = [
    [depthRule, limits.depth],
    [aliasRule, limits.aliases],
    [directiveRule, limits.directives],
    [rootFieldRule, limits.rootFields],
    [repeatedFieldRule, limits.repeats],
  ];
  return rules.filter(([, max]) => Number.isFinite(max)).map(([rule, max]) => rule(max));
}

/** How the parser says that it has stopped reading. */
const STOPPED_READING = /^Syntax Error: Document contains more (?:than|that) (\d+) tokens/;

/** The refusal behind a parser's error, when it is that the document is too long; otherwise null. */
export function tokenLimitRefusal(error: unknown): DomainError | null {
  const max = error instanceof GraphQLError ? STOPPED_READING.exec(error.message)?.[1] : undefined;
  return max === undefined ? null : new BadInputError('QUERY_TOO_LONG', { max });
}
