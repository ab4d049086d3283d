import { Field, ID, InterfaceType } from '@nestjs/graphql';

const typeNames = new WeakMap<object, string>();

/** Remembers under which GraphQL type a thing was found, since an entity does not know. */
export function rememberNodeType<T extends object>(node: T, typeName: string): T {
  typeNames.set(node, typeName);
  return node;
}

/** Anything with an opaque global id. */
@InterfaceType('Node', {
  description: 'A thing with a global id.',
  resolveType: (node: object) => typeNames.get(node),
})
export abstract class NodeType {
  @Field(() => ID, { description: 'Opaque global id.' })
  readonly id!: string;
}
