import { decodeGlobalId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../viewer/request-context.js';
import { rememberNodeType } from './node.type.js';

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
  async find(globalId: string, request: RequestContext): Promise<object | null> {
    const { typeName, id } = decodeGlobalId(globalId);
    const found = await this.finders.get(typeName)?.(id, request);
    return found ? rememberNodeType(found, typeName) : null;
  }
}
