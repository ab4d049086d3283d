import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from './fragments.js';
import { fragmentsOf } from './limit-rules.js';

/** What a value costs that comes with the thing it belongs to. */
const PLAIN = 1;
/** A root field of Query: at least one statement. */
const QUERY = 10;
/** A use case that writes: a transaction, events, and what follows from them. */
const MUTATION = 50;

/**
 * Fields that compute: by measured processor time compared with a plain list's 2 ms, which costs 10. A match takes 50 to 150 ms,
 * half a second where every character of its text names another thing.
 */
export const COMPUTING: Readonly<Record<string, number>> = {
  'Query.search': 50,
  'Query.brochureReading': 300,
  'Query.matchesForWords': 500,
  'ProcurementNeed.matches': 1000,
  'Capability.matchingNeeds': 1000,
  'Organization.matchingNeeds': 1500,
  'CollectedNeed.suggestions': 1000,
  'Query.match': 50,
};

/** Arguments whose every character makes a field dearer, and by how much. */
export const BY_LENGTH: Readonly<Record<string, { readonly argument: string; readonly each: number }>> = {
  'Query.matchesForWords': { argument: 'text', each: 1 },
  'Query.search': { argument: 'text', each: 10 },
};

/** A field of this weight is dear: it computes for longer than a list takes altogether. */
export const DEAR = 500;

/** What a field costs by itself, without what is selected below it. */
export function weightOf(typeName: string, fieldName: string): number {
  const computing = COMPUTING[`${typeName}.${fieldName}`];
  if (computing !== undefined) return computing;
  if (typeName === 'Mutation') return MUTATION;
  return typeName === 'Query' ? QUERY : PLAIN;
}

/** Arguments that say how many items a list gives. */
const SIZE_ARGUMENTS = ['first', 'pageSize'] as const;
/** Items of a list that does not say how many it has: certificates of a company, lines of a need. */
const UNKNOWN_LIST = 10;
/** No list gives more; a greater wish is refused where its argument is checked. */
const LONGEST_LIST = 500;
/** What a look at the schema costs, however much of it is asked for: it is kept ready. */
const INTROSPECTION = 200;

type Variables = Readonly<Record<string, unknown>>;

/** What an operation costs, and whether that is so with whatever variables. */
export interface QueryCost {
  readonly cost: number;
  /** What it computes matches for, or what takes as long; 0 for most operations. */
  readonly dear: number;
  readonly constant: boolean;
}

/**
 * Counts the values that an operation asks for before anything is executed: every field counts its weight, every list
 * as many times what is selected of an item as the page holds (`first: 20` of needs with five fields: about 100).
 * Fragments are counted once for each page size they stand under, so that counting itself cannot be made slow.
 */
export class CostCount {
  private constant = true;
  private computes = false;
  private readonly known = new Map<string, number>();

  private constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    private readonly operation: OperationDefinitionNode,
    private readonly variables: Variables,
    /** Whether nothing counts but what is computed. */
    private readonly onlyDear = false,
  ) {}

  /** The cost of an operation with its variables. */
  static of(
    schema: GraphQLSchema,
    fragments: Fragments,
    operation: OperationDefinitionNode,
    variables: Variables,
  ): QueryCost {
    const count = new CostCount(schema, fragments, operation, variables);
    const cost = count.whole();
    if (!count.computes) return { cost, dear: 0, constant: count.constant };
    const computing = new CostCount(schema, fragments, operation, variables, true);
    return { cost, dear: computing.whole(), constant: count.constant && computing.constant };
  }

  private whole(): number {
    const { schema, operation } = this;
    return this.ofSelections(operation.selectionSet, schema.getRootType(operation.operation), null);
  }

  private ofSelections(
    { selections }: SelectionSetNode,
    type: GraphQLNamedType | null | undefined,
    pageSize: number | null,
  ): number {
    return selections.reduce((cost, node) => cost + this.ofSelection(node, type, pageSize), 0);
  }

  private ofSelection(
    node: SelectionNode,
    type: GraphQLNamedType | null | undefined,
    pageSize: number | null,
  ): number {
    if (node.kind === Kind.FIELD) return this.ofField(node, type, pageSize);
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(node.name.value, pageSize);
    const inner = node.typeCondition ? this.schema.getType(node.typeCondition.name.value) : type;
    return this.ofSelections(node.selectionSet, inner, pageSize);
  }

  private ofFragment(name: string, pageSize: number | null): number {
    const key = `${name} ${pageSize}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return 0;
    this.known.set(key, 0);
    const type = this.schema.getType(fragment.typeCondition.name.value);
    const cost = this.ofSelections(fragment.selectionSet, type, pageSize);
    this.known.set(key, cost);
    return cost;
  }

  private ofField(
    node: FieldNode,
    type: GraphQLNamedType | null | undefined,
    pageSize: number | null,
  ): number {
    const name = node.name.value;
    if (name === '__schema' || name === '__type') return this.onlyDear ? 0 : INTROSPECTION;
    if (!isObjectType(type) && !isInterfaceType(type)) return 0;
    const field = type.getFields()[name];
    if (!field) return 0;
    const own = this.ownCost(type.name, node);
    const below = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(below)) return own;
    const size = this.sizeOf(field, node);
    const list = isListType(getNullableType(field.type));
    const times = list ? (size ?? pageSize ?? UNKNOWN_LIST) : 1;
    return own + times * this.ofSelections(node.selectionSet, below, list ? null : size);
  }

  /** The length of a text counts where its time is counted: with what is computed in threads, or with everything. */
  private ownCost(typeName: string, node: FieldNode): number {
    const weight = weightOf(typeName, node.name.value);
    const isDear = weight >= DEAR;
    if (isDear) this.computes = true;
    if (this.onlyDear) return isDear ? weight + this.lengthCost(typeName, node) : 0;
    return isDear ? weight : weight + this.lengthCost(typeName, node);
  }

  /** How many items a field is asked for; null when it has no such argument. */
  private sizeOf(field: GraphQLField<unknown, unknown>, node: FieldNode): number | null {
    const argument = field.args.find(({ name }) => SIZE_ARGUMENTS.some((size) => size === name));
    if (!argument) return null;
    const given = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
    const asked =
      given?.kind === Kind.INT
        ? Number(given.value)
        : given?.kind === Kind.VARIABLE
          ? this.valueOf(given.name.value)
          : undefined;
    const size = Number(asked ?? argument.defaultValue ?? UNKNOWN_LIST);
    return Number.isFinite(size) ? Math.min(Math.max(size, 0), LONGEST_LIST) : LONGEST_LIST;
  }

  /** What the length of a text adds that is computed with. */
  private lengthCost(typeName: string, { name, arguments: given }: FieldNode): number {
    const rule = BY_LENGTH[`${typeName}.${name.value}`];
    const value = rule && given?.find((argument) => argument.name.value === rule.argument)?.value;
    if (!value) return 0;
    const text =
      value.kind === Kind.STRING
        ? value.value
        : value.kind === Kind.VARIABLE
          ? this.valueOf(value.name.value)
          : undefined;
    return typeof text === 'string' ? Math.ceil(text.length * rule.each) : 0;
  }

  private valueOf(variable: string): unknown {
    this.constant = false;
    const declared = this.operation.variableDefinitions?.find(
      (node) => node.variable.name.value === variable,
    );
    const given = declared?.defaultValue;
    const byDefault = given?.kind === Kind.INT || given?.kind === Kind.STRING ? given.value : undefined;
    return this.variables[variable] ?? byDefault;
  }
}

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
