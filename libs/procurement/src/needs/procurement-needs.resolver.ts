import { Access, CurrentViewer, NodeRegistry, type Viewer } from '@app/identity';
import { type Connection, keyOf } from '@app/kernel';
import { Organization, OrganizationType } from '@app/organizations';
import type { OnModuleInit } from '@nestjs/common';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  MyProcurementNeedsArgs,
  OrganizationNeedsArgs,
  ProcurementNeedConnectionType,
  ProcurementNeedsArgs,
  ProcurementNeedType,
} from './procurement-need.graphql.js';
import { ProcurementNeedsReader } from './procurement-needs.reader.js';
import { NeedListsReader } from './need-lists.reader.js';

/** The needs of an organization. */
@Resolver(() => OrganizationType)
export class OrganizationNeedsResolver {
  constructor(private readonly lists: NeedListsReader) {}

  @ResolveField(() => ProcurementNeedConnectionType, {
    description:
      'What it asks for under its own name, newest first; drafts and needs under an alias for its members only.',
  })
  procurementNeeds(
    @Parent() organization: Organization,
    @CurrentViewer() viewer: Viewer,
    @Args() args: OrganizationNeedsArgs,
  ): Promise<Connection<ProcurementNeedType>> {
    return this.lists.listNeedsOfBuyer(viewer, organization.id, args);
  }
}

/** Queries for needs. */
@Resolver(() => ProcurementNeedType)
export class ProcurementNeedsResolver implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly needs: ProcurementNeedsReader,
    private readonly lists: NeedListsReader,
  ) {}

  onModuleInit(): void {
    this.nodes.register('ProcurementNeed', async (id, { loaders, viewer }) => {
      const need = await this.needs.loadNeed(loaders, id);
      return need && (await this.needs.canSeeNeed(viewer, need)) ? need : null;
    });
  }

  @Query(() => ProcurementNeedType, {
    nullable: true,
    description: 'A need by its global id; null when the caller may not see it.',
  })
  @Access('once published its audience and staff; always the buyer’s members')
  procurementNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Global id.' }) id: string,
  ): Promise<ProcurementNeedType | null> {
    return this.needs.findVisibleNeed(viewer, keyOf(id, 'ProcurementNeed'));
  }

  @Query(() => ProcurementNeedConnectionType, {
    description: 'Open needs that the caller may see, the nearest reply deadline first.',
  })
  @Access('everyone: public needs; the others for their audience')
  procurementNeeds(
    @CurrentViewer() viewer: Viewer,
    @Args() args: ProcurementNeedsArgs,
  ): Promise<Connection<ProcurementNeedType>> {
    return this.lists.listOpenNeeds(viewer, args);
  }

  @Query(() => ProcurementNeedConnectionType, {
    description: 'The acting organization’s needs with its drafts, newest first. Its members.',
  })
  @Access('members of the acting organization', 'SIGNED_IN')
  myProcurementNeeds(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MyProcurementNeedsArgs,
  ): Promise<Connection<ProcurementNeedType>> {
    return this.lists.listOwnNeeds(viewer, keyOf(args.actingOrganizationId, 'Organization'), args);
  }
}
