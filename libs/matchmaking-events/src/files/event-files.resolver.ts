import { Access, CurrentLocale, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf, type Locale } from '@app/kernel';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ExportEventFileInput, ExportEventFileResult } from './event-file.graphql.js';
import { EventFilesService } from './event-files.service.js';

/** Lists and badges of an event, as files. */
@Resolver()
export class EventFilesResolver {
  constructor(private readonly files: EventFilesService) {}

  @Mutation(() => ExportEventFileResult, {
    description:
      'A list or badges of an event as a file; it is logged. Owners and editors of those who organize the event.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  exportEventFile(
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
    @Args('input', { description: 'Which.' }) input: ExportEventFileInput,
  ): Promise<ExportEventFileResult> {
    const id = keyOf(input.eventId, 'MatchmakingEvent');
    const organizationId = keyOf(input.actingOrganizationId, 'Organization');
    return this.files.exportFile(viewer, { id, organizationId, kind: input.kind }, locale);
  }
}
