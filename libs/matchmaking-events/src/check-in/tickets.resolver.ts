import { Loaders } from '@app/identity';
import { encodeGlobalId, type LoaderScope } from '@app/kernel';
import { GraphQLISODateTime, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import QRCode from 'qrcode';
import type { EventRepresentative } from '../registration/event-registration.entity.js';
import { EventRegistrationType, EventRepresentativeType } from '../registration/event-registration.type.js';
import { RegistrationState } from '../registration/registration.enums.js';
import { EventRegistrationsLoader } from '../registration/registration.loaders.js';
import { AttendanceLoader, TicketKeysLoader } from './check-in.loaders.js';
import { CheckInResultType, EventTicketType } from './check-in.type.js';
import { writeTicket } from './ticket-token.js';

/** Tickets of representatives, and whether they came. */
@Resolver(() => EventRepresentativeType)
export class TicketsResolver {
  constructor(
    private readonly registrations: EventRegistrationsLoader,
    private readonly keys: TicketKeysLoader,
    private readonly attendance: AttendanceLoader,
  ) {}

  @ResolveField(() => EventRegistrationType, { description: 'The registration.' })
  async registration(
    @Parent() person: EventRepresentative,
    @Loaders() loaders: LoaderScope,
  ): Promise<EventRegistrationType> {
    const registration = await this.registrations.load(loaders, person.registrationId);
    if (!registration) throw new Error(`representative ${person.id} has no registration`);
    return registration;
  }

  @ResolveField(() => EventTicketType, {
    nullable: true,
    description: 'The ticket, once the organization has a place.',
  })
  async ticket(
    @Parent() person: EventRepresentative,
    @Loaders() loaders: LoaderScope,
  ): Promise<EventTicketType | null> {
    const registration = await this.registrations.load(loaders, person.registrationId);
    const key = await this.keys.load(loaders, person.eventId);
    if (!key || registration?.state !== RegistrationState.CONFIRMED) return null;
    const { id: representativeId, eventId, ticketSerial: serial } = person;
    return { token: writeTicket({ eventId, representativeId, serial }, key.privateKey) };
  }

  @ResolveField(() => GraphQLISODateTime, { nullable: true, description: 'When the person came.' })
  async checkedInAt(
    @Parent() person: EventRepresentative,
    @Loaders() loaders: LoaderScope,
  ): Promise<Date | null> {
    return (await this.attendance.load(loaders, person.id))?.at ?? null;
  }

  @ResolveField(() => Int, {
    description: 'How often devices noted the person; more than one are duplicates.',
  })
  async checkIns(@Parent() person: EventRepresentative, @Loaders() loaders: LoaderScope): Promise<number> {
    return (await this.attendance.load(loaders, person.id))?.entries ?? 0;
  }
}

/** The QR code of a ticket. */
@Resolver(() => EventTicketType)
export class TicketFieldsResolver {
  @ResolveField(() => String, { description: 'The QR code as SVG.' })
  qrSvg(@Parent() { token }: EventTicketType): Promise<string> {
    return QRCode.toString(token, { type: 'svg', errorCorrectionLevel: 'M' });
  }
}

/** Whom an entry speaks of. */
@Resolver(() => CheckInResultType)
export class CheckInResultFieldsResolver {
  @ResolveField(() => ID, { nullable: true, description: 'The representative.' })
  representativeId(@Parent() { representativeKey }: CheckInResultType): string | null {
    return representativeKey && encodeGlobalId('EventRepresentative', representativeKey);
  }
}
