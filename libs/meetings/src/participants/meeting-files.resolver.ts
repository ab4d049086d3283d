import { Access, CurrentLocale, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf, type Locale } from '@app/kernel';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ExportMeetingSchedule } from './export-meeting-schedule.js';
import { ExportMeetingScheduleInput, ExportMeetingSchedulePayload } from './meeting-file.types.js';

/** Schedules on paper and in tables. */
@Resolver()
export class MeetingFilesResolver {
  constructor(private readonly files: ExportMeetingSchedule) {}

  @Mutation(() => ExportMeetingSchedulePayload, {
    description:
      'Published meetings as a file: everybody’s for owners and editors of organizers, which is logged; one’s own for members of a participant.',
  })
  @Access('owners and editors of organizers, members of a participant', 'SIGNED_IN')
  exportMeetingSchedule(
    @CurrentViewer() viewer: Viewer,
    @CurrentLocale() locale: Locale,
    @Args('input', { description: 'Which.' }) input: ExportMeetingScheduleInput,
  ): Promise<ExportMeetingSchedulePayload> {
    return this.files.export(
      viewer,
      {
        eventId: keyOf(input.eventId, 'MatchmakingEvent'),
        organizationId: keyOf(input.actingOrganizationId, 'Organization'),
        kind: input.kind,
      },
      locale,
    );
  }
}
