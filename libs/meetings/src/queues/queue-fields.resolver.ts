import { Loaders } from '@app/identity';
import { Clock, encodeGlobalId, type LoaderScope } from '@app/kernel';
import { EventRegistrationsReader, ParticipantRole } from '@app/matchmaking-events';
import { OrganizationsReader, OrganizationType } from '@app/organizations';
import { ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { QueueNumber, QueueTable } from './queue-table.entity.js';
import { expectedWait, paceOf } from './wait-estimate.js';
import { QueueAheadLoader, QueueStandingLoader, QueueTableLoader } from './queue.loaders.js';
import { QueueNumberType, QueueTableType } from './queue.graphql.js';

/** What a queue table shows beside its columns. */
@Resolver(() => QueueTableType)
export class QueueTableFieldsResolver {
  constructor(
    private readonly registrations: EventRegistrationsReader,
    private readonly organizations: OrganizationsReader,
    private readonly standing: QueueStandingLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ID, { description: 'Id, for a number.' })
  id(@Parent() place: QueueTable): string {
    return encodeGlobalId('QueueTable', place.id);
  }

  @ResolveField(() => OrganizationType, {
    nullable: true,
    description: 'Whose table it is; null without a profile.',
  })
  async host(@Parent() place: QueueTable, @Loaders() loaders: LoaderScope): Promise<OrganizationType | null> {
    const registration = await this.registrations.loadRegistration(loaders, place.registrationId);
    return registration?.organizationId
      ? this.organizations.loadOrganization(loaders, registration.organizationId)
      : null;
  }

  @ResolveField(() => ParticipantRole, {
    description: 'The side of whose table it is; the other side draws.',
  })
  async hostRole(@Parent() place: QueueTable, @Loaders() loaders: LoaderScope): Promise<ParticipantRole> {
    const registration = await this.registrations.loadRegistration(loaders, place.registrationId);
    if (!registration) throw new Error('a queue table names a registration that is gone');
    return registration.role;
  }

  @ResolveField(() => Int, { nullable: true, description: 'The number that is called; null between two.' })
  async calledNumber(@Parent() place: QueueTable, @Loaders() loaders: LoaderScope): Promise<number | null> {
    return (await this.standing.load(loaders, place.id))?.called ?? null;
  }

  @ResolveField(() => Int, { description: 'How many wait.' })
  async waiting(@Parent() place: QueueTable, @Loaders() loaders: LoaderScope): Promise<number> {
    return (await this.standing.load(loaders, place.id))?.waiting ?? 0;
  }

  @ResolveField(() => Int, {
    description: 'How long somebody who draws now is expected to wait, in minutes.',
  })
  async expectedWaitMinutes(@Parent() place: QueueTable, @Loaders() loaders: LoaderScope): Promise<number> {
    const standing = await this.standing.load(loaders, place.id);
    return expectedWait(paceOf(place, standing, this.clock.now()), standing?.waiting ?? 0);
  }
}

/** What a call number shows beside its columns. */
@Resolver(() => QueueNumberType)
export class QueueNumberFieldsResolver {
  constructor(
    private readonly registrations: EventRegistrationsReader,
    private readonly organizations: OrganizationsReader,
    private readonly tables: QueueTableLoader,
    private readonly standing: QueueStandingLoader,
    private readonly line: QueueAheadLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ID, { description: 'Id, for a change.' })
  id(@Parent() number: QueueNumber): string {
    return encodeGlobalId('QueueNumber', number.id);
  }

  @ResolveField(() => QueueTableType, { description: 'At which table.' })
  async queueTable(@Parent() number: QueueNumber, @Loaders() loaders: LoaderScope): Promise<QueueTableType> {
    return this.present(number, loaders);
  }

  @ResolveField(() => OrganizationType, {
    nullable: true,
    description: 'Who drew it; null without a profile.',
  })
  async participant(
    @Parent() number: QueueNumber,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationType | null> {
    const registration = await this.registrations.loadRegistration(loaders, number.registrationId);
    return registration?.organizationId
      ? this.organizations.loadOrganization(loaders, registration.organizationId)
      : null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The name of who drew it: of the organization, or what a walk-in said at the door.',
  })
  async participantName(
    @Parent() number: QueueNumber,
    @Loaders() loaders: LoaderScope,
  ): Promise<string | null> {
    const registration = await this.registrations.loadRegistration(loaders, number.registrationId);
    const organization = await this.participant(number, loaders);
    return organization?.name ?? registration?.companyName ?? null;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'How many wait before it; null when it does not wait.',
  })
  async ahead(@Parent() number: QueueNumber, @Loaders() loaders: LoaderScope): Promise<number | null> {
    return (await this.line.load(loaders, number.id))?.ahead ?? null;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'How long it is expected to wait yet, in minutes; null when it does not wait.',
  })
  async expectedWaitMinutes(
    @Parent() number: QueueNumber,
    @Loaders() loaders: LoaderScope,
  ): Promise<number | null> {
    const [ahead, place, standing] = await Promise.all([
      this.line.load(loaders, number.id),
      this.present(number, loaders),
      this.standing.load(loaders, number.queueTableId),
    ]);
    return ahead ? expectedWait(paceOf(place, standing, this.clock.now()), ahead.ahead) : null;
  }

  private async present({ queueTableId }: QueueNumber, loaders: LoaderScope): Promise<QueueTable> {
    const place = await this.tables.load(loaders, queueTableId);
    if (!place) throw new Error('a number names a table that is gone');
    return place;
  }
}
