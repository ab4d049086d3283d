import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf } from '@app/kernel';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { NameStandIn } from './name-stand-in.js';
import { NameMeetingStandInInput, NameMeetingStandInResult } from './stand-in.results.js';

/** Who sits in a meeting instead of whom. */
@Resolver()
export class StandInsResolver {
  constructor(private readonly standIns: NameStandIn) {}

  @Mutation(() => NameMeetingStandInResult, {
    description:
      'Sends another of one’s own registered representatives into a meeting, at the same time and table. Owners and editors of one of the two.',
  })
  @Access('owners and editors of the acting organization, which meets', 'SIGNED_IN')
  nameMeetingStandIn(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'Where, and who.' }) input: NameMeetingStandInInput,
  ): Promise<NameMeetingStandInResult> {
    return this.standIns.name(viewer, {
      id: keyOf(input.meetingId, 'Meeting'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      representativeId: keyOf(input.representativeId, 'EventRepresentative'),
    });
  }
}
