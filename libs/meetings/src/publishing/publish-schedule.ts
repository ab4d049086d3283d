import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { newId } from '@app/kernel';
import { OwnEventsService } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingBooking } from '../booking/meeting-booking.js';
import type { Meeting } from '../booking/meeting.entity.js';
import { SchedulingActiveError } from '../scheduling/scheduling.errors.js';
import { type Publication, publicationOf } from './publication.js';
import { PublicationBook } from './publication-book.js';
import { NothingToPublishError } from './publishing.errors.js';
import { schedulePublished } from './publishing.events.js';
import { PublishSchedulePayload, type PublishScheduleResult } from './publishing.results.js';

/** An event whose schedule is published; the caller acts for `organizationId`. */
export interface SchedulePublication {
  readonly eventId: string;
  readonly organizationId: string;
}

/** Those who organize an event publish its provisional schedule: meetings get their seats, and participants are told once. */
@Injectable()
export class PublishSchedule {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly book: PublicationBook,
    private readonly booking: MeetingBooking,
    private readonly events: DomainEvents,
  ) {}

  /**
   * Publishes what can be beside what was agreed meanwhile, in one transaction under the keys of the seats; the rest stays
   * provisional and is reported. Twice at once is one after the other, and the second finds nothing to publish.
   */
  publish(viewer: Viewer, { eventId, organizationId }: SchedulePublication): Promise<PublishScheduleResult> {
    return this.booking.orRefused<PublishScheduleResult>(() =>
      this.transactions.run(async () => {
        const event = await this.own.shareEvent(viewer, { id: eventId, organizationId });
        if (await this.book.isBeingScheduled(eventId)) return new SchedulingActiveError();
        const { facts, dropped } = await this.book.open(eventId);
        if (facts.provisional.length + dropped.length === 0) return new NothingToPublishError();
        const publication = publicationOf(facts);
        const moved = publication.publishable.filter(({ meeting }) => meeting.replacesId).length;
        await this.book.write(publication, { dropped, standing: facts.standing });
        await this.tell(eventId, publication, dropped);
        return new PublishSchedulePayload(event, {
          published: publication.publishable.length - moved,
          moved,
          cancelled: dropped.length,
          obstructed: publication.obstructed,
        });
      }),
    );
  }

  /** One event for each participant whose meetings have changed, so that each is told once. */
  private async tell(
    eventId: string,
    { publishable }: Publication,
    dropped: readonly Meeting[],
  ): Promise<void> {
    const changed = [...publishable.map(({ meeting }) => meeting), ...dropped];
    const concerned = new Set(
      changed.flatMap((meeting) => [meeting.buyerRegistrationId, meeting.supplierRegistrationId]),
    );
    const publicationId = newId();
    await this.events.record(
      ...Array.from(concerned, (registrationId) =>
        schedulePublished({ registrationId, eventId, publicationId }),
      ),
    );
  }
}
