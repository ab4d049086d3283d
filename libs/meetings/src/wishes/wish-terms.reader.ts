import type { Viewer } from '@app/identity';
import { Clock, NotFoundError } from '@app/kernel';
import { type EventRegistration, MatchmakingEventsReader, ParticipantRole } from '@app/matchmaking-events';
import { ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { MeetingTermsRepository } from './meeting-terms.repository.js';

/** What has to hold for a wish. */
@Injectable()
export class WishTermsReader {
  constructor(
    private readonly events: MatchmakingEventsReader,
    private readonly terms: MeetingTermsRepository,
    private readonly needs: ProcurementNeedsReader,
    private readonly clock: Clock,
  ) {}

  /** The limit of MUST wishes, and since when wishes cannot be changed any more, null while they can. */
  async of(eventId: string): Promise<{ closedSince: Date | null; mustWishesEach: number }> {
    const event = await this.events.findEvent(eventId);
    if (!event) throw new NotFoundError();
    const { wishesUntil, mustWishesEach } = await this.terms.ofEvent(eventId);
    const until = wishesUntil && wishesUntil < event.endsAt ? wishesUntil : event.endsAt;
    const closed = event.cancelledAt !== null || until <= this.clock.now();
    return { closedSince: closed ? until : null, mustWishesEach };
  }

  /** A wish is about a need of the buyer of the two: its own, or one that the supplier may see under the buyer's name. */
  async checkNeed(
    viewer: Viewer,
    needId: string,
    { from, to }: { from: EventRegistration; to: EventRegistration },
  ): Promise<void> {
    const buyer = from.role === ParticipantRole.BUYER ? from : to;
    const need = await this.needs.find(viewer, needId);
    const named = need !== null && (need.alias === null || buyer === from);
    if (!named || need.organizationId !== buyer.organizationId) throw new NotFoundError();
  }
}
