import { Access, CurrentLocale, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import { keyOf, type LoaderScope, type Locale } from '@app/kernel';
import { EventNumbersType } from '@app/matchmaking-events';
import { ConceptVocabulary } from '@app/taxonomy';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConceptGapsLoader } from './event-report.loaders.js';
import { ConceptGapType, ExportEventReportInput, ExportEventReportPayload } from './event-report.graphql.js';
import { EventReportService } from './event-report.service.js';

/** What a report adds to the numbers of an event. */
@Resolver(() => EventNumbersType)
export class EventReportResolver {
  constructor(
    private readonly gaps: ConceptGapsLoader,
    private readonly report: EventReportService,
  ) {}

  @ResolveField(() => [ConceptGapType], {
    name: 'gaps',
    description: 'What its needs name, those that no supplier there offers first; at most 60.',
  })
  conceptGaps(
    @Parent() { eventKey }: EventNumbersType,
    @Loaders() loaders: LoaderScope,
  ): Promise<ConceptGapType[]> {
    return this.gaps.load(loaders, eventKey);
  }

  @Mutation(() => ExportEventReportPayload, {
    description:
      'The report of an event as a file, which is logged. Owners and editors of those who organize it.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  exportEventReport(
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
    @Args('input', { description: 'Which.' }) input: ExportEventReportInput,
  ): Promise<ExportEventReportPayload> {
    const which = {
      eventId: keyOf(input.eventId, 'MatchmakingEvent'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      kind: input.kind,
    };
    return this.report.exportReport(viewer, which, locale);
  }
}

/** Names of what is sought. */
@Resolver(() => ConceptGapType)
export class ConceptGapFieldsResolver {
  constructor(private readonly vocabulary: ConceptVocabulary) {}

  @ResolveField(() => String, { description: 'Name of the concept.' })
  name(@Parent() { conceptId }: ConceptGapType, @CurrentLocale() locale: Locale): string {
    return this.vocabulary.name(conceptId, locale);
  }

  @ResolveField(() => [String], { description: 'Chains, as fields of use that the needs name.' })
  chains(@Parent() { chainIds }: ConceptGapType, @CurrentLocale() locale: Locale): string[] {
    return chainIds.map((id) => this.vocabulary.name(id, locale));
  }
}
