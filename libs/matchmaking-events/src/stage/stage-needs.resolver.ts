import { Access, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { encodeGlobalId, keyOf, type LoaderScope } from '@app/kernel';
import { PublicLinks } from '@app/notifications';
import { ProcurementNeedsReader, ProcurementNeedType } from '@app/procurement';
import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import QRCode from 'qrcode';
import { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventType } from '../events/matchmaking-event.graphql.js';
import { StageNeedsLoader, StageNeedsService } from './stage-needs.service.js';
import { AnnounceNeedOnStageInput, AnnounceNeedOnStageResult, StageNeedType } from './stage-need.graphql.js';

/** Needs on stage. */
@Resolver(() => MatchmakingEventType)
export class EventStageResolver {
  constructor(
    private readonly staged: StageNeedsLoader,
    private readonly service: StageNeedsService,
  ) {}

  @ResolveField(() => [StageNeedType], {
    description: 'Needs announced at it, in the order of announcement.',
  })
  stageNeeds(@Parent() event: MatchmakingEvent, @Loaders() loaders: LoaderScope): Promise<StageNeedType[]> {
    return this.staged.load(loaders, event.id);
  }

  @Mutation(() => AnnounceNeedOnStageResult, {
    description: 'Announces a need at an event. Owners and editors of those who organize the event.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  announceNeedOnStage(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Which need where.' }) input: AnnounceNeedOnStageInput,
  ): Promise<AnnounceNeedOnStageResult> {
    return this.service.announceNeed(viewer, {
      id: keyOf(input.eventId, 'MatchmakingEvent'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      needId: keyOf(input.needId, 'ProcurementNeed'),
    });
  }
}

/** What an announcement shows beside its columns. */
@Resolver(() => StageNeedType)
export class StageNeedFieldsResolver {
  constructor(
    private readonly needs: ProcurementNeedsReader,
    private readonly service: StageNeedsService,
    private readonly links: PublicLinks,
  ) {}

  @ResolveField(() => ProcurementNeedType, {
    nullable: true,
    description: 'The need, if the viewer may see it.',
  })
  need(
    @Parent() { needId }: StageNeedType,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ProcurementNeedType | null> {
    return this.needs.findVisibleNeed(viewer, needId);
  }

  @ResolveField(() => String, {
    description: 'The link in the QR code: the need, where suppliers answer it.',
  })
  url(@Parent() staged: StageNeedType): string {
    return this.links.linkTo(`/needs/${encodeGlobalId('ProcurementNeed', staged.needId)}?stage=${staged.id}`);
  }

  @ResolveField(() => String, { description: 'The QR code as SVG.' })
  qrSvg(@Parent() staged: StageNeedType): Promise<string> {
    return QRCode.toString(this.url(staged), { type: 'svg', errorCorrectionLevel: 'M' });
  }

  @ResolveField(() => Int, {
    nullable: true,
    description:
      'Suppliers that have answered since; for members of the buyer only. Who organizes the event is not told, since anybody may announce a public need.',
  })
  answers(
    @Parent() staged: StageNeedType,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<number | null> {
    return this.service.countAnswers(viewer, staged, loaders);
  }
}
