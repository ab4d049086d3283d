import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { keyOf } from '@app/kernel';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { SetMeetingTermsInput } from './dto/meeting-wish.input.js';
import { SetMeetingTermsPayload } from './meeting-wish.results.js';
import { SetMeetingTerms } from './set-meeting-terms.js';

/** The organizers' terms for meetings. */
@Resolver()
export class MeetingTermsResolver {
  constructor(private readonly terms: SetMeetingTerms) {}

  @Mutation(() => SetMeetingTermsPayload, {
    description:
      'Says until when wishes are taken and how many meetings each gets. Owners and editors of organizers.',
  })
  @Access('owners and editors of the acting organization, which organizes the event', 'SIGNED_IN')
  setMeetingTerms(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The terms.' }) input: SetMeetingTermsInput,
  ): Promise<SetMeetingTermsPayload> {
    return this.terms.set(viewer, {
      eventId: keyOf(input.eventId, 'MatchmakingEvent'),
      organizationId: keyOf(input.actingOrganizationId, 'Organization'),
      wishesUntil: input.wishesUntil ?? null,
      mostPerBuyer: input.mostPerBuyer ?? null,
      mostPerSupplier: input.mostPerSupplier ?? null,
      leastEach: input.leastEach ?? null,
      mustWishesEach: input.mustWishesEach,
    });
  }
}
