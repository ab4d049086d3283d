import { Access, CurrentRequest, NodeRegistry, NodeType, type RequestContext } from '@app/identity';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';

/** Finds anything by its global id. */
@Resolver()
export class NodeResolver {
  constructor(private readonly nodes: NodeRegistry) {}

  @Query(() => NodeType, {
    nullable: true,
    description: 'Anything that has a global id; null when the viewer may not see it.',
  })
  @Access('everyone; each type’s own policy decides')
  async node(
    @Args('id', { type: () => ID, description: 'Opaque global id.' }) id: string,
    @CurrentRequest() request: RequestContext,
  ): Promise<NodeType | null> {
    return (await this.nodes.findNode(id, request)) as NodeType | null;
  }
}
