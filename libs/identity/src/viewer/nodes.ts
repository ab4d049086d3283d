import { decodeGlobalId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { Field, ID, InterfaceType } from '@nestjs/graphql';
import type { RequestContext } from './request-context.js';

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

/** Finds a thing by its key if the request's viewer may see it. */
export type NodeFinder = (id: string, request: RequestContext) => Promise<object | null>;

/** Who can be asked for `node(id)`: every feature registers its types at start. */
@Injectable()
export class NodeRegistry {
  private readonly finders = new Map<string, NodeFinder>();

  /** Registers the finder of a GraphQL type. */
  register(typeName: string, finder: NodeFinder): void {
    this.finders.set(typeName, finder);
  }

  /** The thing behind an opaque id, or null when there is none for this viewer. */
  async findNode(globalId: string, request: RequestContext): Promise<object | null> {
    const { typeName, id } = decodeGlobalId(globalId);
    const found = await this.finders.get(typeName)?.(id, request);
    return found ? rememberNodeType(found, typeName) : null;
  }
}
