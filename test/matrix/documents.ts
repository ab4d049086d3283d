import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLUnionType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isUnionType,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** Whether a field can be asked for without saying more. */
function needsArguments(field: Field): boolean {
  return field.args.some((arg) => arg.type.toString().endsWith('!') && arg.defaultValue === undefined);
}

function isThing(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node');
}

/** The selection of everything that a value shows of itself; of other things only which they are. */
export function selectionOf(type: GraphQLOutputType, depth = 4): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (isUnionType(named) || isInterfaceType(named)) return '{ __typename ... on Node { id } }';
  if (!isObjectType(named)) return '';
  if (isThing(named)) return '{ __typename id }';
  return allFieldsOf(named, depth);
}

/** All fields of a type that can be asked for without arguments. */
export function allFieldsOf(type: GraphQLObjectType, depth = 4): string {
  if (depth === 0) return '{ __typename }';
  const fields = Object.values(type.getFields())
    .filter((field) => !needsArguments(field))
    .map((field) => `${field.name} ${selectionOf(field.type, depth - 1)}`);
  return `{ __typename ${fields.join(' ')} }`;
}

/** The document of an operation with variables for all its arguments. */
export function documentOf(
  kind: 'query' | 'mutation',
  field: Field,
  selection = rootSelection(field),
): string {
  const variables = field.args.map((arg) => `$${arg.name}: ${variableType(arg)}`).join(', ');
  const args = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const head = variables ? `${kind}(${variables})` : kind;
  return `${head} { answer: ${field.name}${args ? `(${args})` : ''} ${selection} }`;
}

/** What has a default may be left out. */
function variableType({ type, defaultValue }: GraphQLArgument): string {
  return String(defaultValue === undefined ? type : getNullableType(type));
}

/** Of a result which it is; of a list or a thing enough to tell what is in it. */
function rootSelection(field: Field): string {
  const type = getNamedType(field.type);
  if (isUnionType(type) && type.name.endsWith('Result')) return outcomeSelection(type);
  if (type.name.endsWith('Payload')) return '{ __typename }';
  if (isObjectType(type) && type.name.endsWith('Connection'))
    return `{ totalCount edges { node ${selectionOf(nodeOf(type), 2)} } }`;
  return selectionOf(getNullableType(field.type), type.name === 'SearchPage' ? 4 : 2);
}

function outcomeSelection(type: GraphQLUnionType): string {
  const refusals = type
    .getTypes()
    .filter((member) => member.getInterfaces().some(({ name }) => name === 'UserError'));
  return `{ __typename ${refusals.map(({ name }) => `... on ${name} { code }`).join(' ')} }`;
}

function nodeOf(connection: GraphQLObjectType): GraphQLOutputType {
  const edge = getNamedType(connection.getFields()['edges']!.type) as GraphQLObjectType;
  return edge.getFields()['node']!.type;
}

/** The fields of a root type by name. */
export function operationsOf(
  schema: GraphQLSchema,
  kind: 'query' | 'mutation' | 'subscription',
): Record<string, Field> {
  const root = {
    query: 'getQueryType',
    mutation: 'getMutationType',
    subscription: 'getSubscriptionType',
  } as const;
  return schema[root[kind]]()?.getFields() ?? {};
}
