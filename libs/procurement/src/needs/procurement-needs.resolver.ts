import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { type Connection, keyOf } from '@app/kernel';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { MyProcurementNeedsArgs, ProcurementNeedsArgs } from './dto/procurement-needs.args.js';
import { ProcurementNeedConnectionType, ProcurementNeedType } from './procurement-need.type.js';
import { ProcurementNeedsReader } from './procurement-needs.reader.js';
import { ProcurementNeedsService } from './procurement-needs.service.js';

/** What buyers ask for. */
@Resolver(() => ProcurementNeedType)
export class ProcurementNeedsResolver {
  constructor(
    private readonly reader: ProcurementNeedsReader,
    private readonly needs: ProcurementNeedsService,
  ) {}

  @Query(() => ProcurementNeedType, {
    nullable: true,
    description: 'A need by its global id; null when the caller may not see it.',
  })
  @Access('once published its audience and staff; always the buyer’s members')
  procurementNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'Global id.' }) id: string,
  ): Promise<ProcurementNeedType | null> {
    return this.reader.find(viewer, keyOf(id, 'ProcurementNeed'));
  }

  @Query(() => ProcurementNeedConnectionType, {
    description: 'Open needs that the caller may see, the nearest reply deadline first.',
  })
  @Access('everyone: public needs; the others for their audience')
  procurementNeeds(
    @CurrentViewer() viewer: Viewer,
    @Args() args: ProcurementNeedsArgs,
  ): Promise<Connection<ProcurementNeedType>> {
    return this.needs.open(viewer, args);
  }

  @Query(() => ProcurementNeedConnectionType, {
    description: 'The acting organization’s needs with its drafts, newest first. Its members.',
  })
  @Access('members of the acting organization', 'SIGNED_IN')
  myProcurementNeeds(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MyProcurementNeedsArgs,
  ): Promise<Connection<ProcurementNeedType>> {
    return this.needs.own(viewer, keyOf(args.actingOrganizationId, 'Organization'), args);
  }
}
