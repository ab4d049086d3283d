import { Access, CurrentLocale, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf, type Locale } from '@app/kernel';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { MeetingStandInsService } from './meeting-stand-ins.service.js';
import { MeetingScheduleFilesService } from './meeting-schedule-files.service.js';
import {
  ExportMeetingScheduleInput,
  ExportMeetingSchedulePayload,
  NameMeetingStandInInput,
  NameMeetingStandInResult,
} from './meeting-participation.graphql.js';

/** Schedules on paper and in tables. */
@Resolver()
export class MeetingFilesResolver {
  constructor(private readonly files: MeetingScheduleFilesService) {}

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
    return this.files.exportSchedule(
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

/** Who sits in a meeting instead of whom. */
@Resolver()
export class StandInsResolver {
  constructor(private readonly standIns: MeetingStandInsService) {}

  @Mutation(() => NameMeetingStandInResult, {
    description:
      'Sends another of one’s own registered representatives into a meeting, at the same time and table. Owners and editors of one of the two.',
  })
  @Access('owners and editors of the acting organization, which meets', 'SIGNED_IN')
  nameMeetingStandIn(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Where, and who.' }) input: NameMeetingStandInInput,
  ): Promise<NameMeetingStandInResult> {
    return this.standIns.nameStandIn(viewer, {
      id: keyOf(input.meetingId, 'Meeting'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      representativeId: keyOf(input.representativeId, 'EventRepresentative'),
    });
  }
}
