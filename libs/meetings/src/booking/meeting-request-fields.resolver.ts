import { Loaders } from '@app/identity';
import { encodeGlobalId, type LoaderScope } from '@app/kernel';
import { EventRegistrationsReader } from '@app/matchmaking-events';
import { OrganizationsLoader, OrganizationType } from '@app/organizations';
import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { MeetingRequest } from './meeting-request.entity.js';
import { MeetingLoader, MeetingSlotLoader } from './meeting.loaders.js';
import { MeetingRequestType, MeetingSlotType, MeetingType } from './meeting.type.js';

/** What a request shows beside its columns. */
@Resolver(() => MeetingRequestType)
export class MeetingRequestFieldsResolver {
  constructor(
    private readonly slots: MeetingSlotLoader,
    private readonly meetings: MeetingLoader,
    private readonly registrations: EventRegistrationsReader,
    private readonly organizations: OrganizationsLoader,
  ) {}

  @ResolveField(() => ID, { description: 'Id, for an answer.' })
  id(@Parent() request: MeetingRequest): string {
    return encodeGlobalId('MeetingRequest', request.id);
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'Who asks.' })
  from(@Parent() request: MeetingRequest, @Loaders() loaders: LoaderScope): Promise<OrganizationType | null> {
    return this.organizationOf(request.fromRegistrationId, loaders);
  }

  @ResolveField(() => OrganizationType, { nullable: true, description: 'Who is asked.' })
  to(@Parent() request: MeetingRequest, @Loaders() loaders: LoaderScope): Promise<OrganizationType | null> {
    return this.organizationOf(request.toRegistrationId, loaders);
  }

  @ResolveField(() => MeetingSlotType, { description: 'When.' })
  async slot(@Parent() request: MeetingRequest, @Loaders() loaders: LoaderScope): Promise<MeetingSlotType> {
    const slot = await this.slots.load(loaders, request.slotId);
    if (!slot) throw new Error('a request names a slot that is gone');
    return slot;
  }

  @ResolveField(() => MeetingType, {
    nullable: true,
    description: 'The meeting that is to take place then instead; null when a new one is asked for.',
  })
  async meeting(
    @Parent() { meetingId }: MeetingRequest,
    @Loaders() loaders: LoaderScope,
  ): Promise<MeetingType | null> {
    return meetingId ? this.meetings.load(loaders, meetingId) : null;
  }

  private async organizationOf(id: string, loaders: LoaderScope): Promise<OrganizationType | null> {
    const registration = await this.registrations.loadRegistration(loaders, id);
    return registration?.organizationId
      ? this.organizations.load(loaders, registration.organizationId)
      : null;
  }
}
