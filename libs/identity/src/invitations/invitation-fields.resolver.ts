import { Clock, encodeGlobalId, type LoaderScope } from '@app/kernel';
import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { UserIdentifiersLoader, UsersLoader } from '../users/users.loader.js';
import { UserType } from '../users/user.type.js';
import { CurrentViewer, Loaders } from '../viewer/request-context.js';
import { Viewer } from '../viewer/viewer.js';
import { Invitation, InvitationState } from './invitation.entity.js';
import { maySeeInvitation } from './invitation.policy.js';
import { InvitationType } from './invitation.type.js';

/** The fields of an invitation that depend on who is looking, and when. */
@Resolver(() => InvitationType)
export class InvitationFieldsResolver {
  constructor(
    private readonly users: UsersLoader,
    private readonly identifiers: UserIdentifiersLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ID, { description: 'Opaque global id.' })
  id(@Parent() invitation: Invitation): string {
    return encodeGlobalId('Invitation', invitation.id);
  }

  @ResolveField(() => ID, { description: 'The organization’s global id.' })
  organizationId(@Parent() invitation: Invitation): string {
    return encodeGlobalId('Organization', invitation.organizationId);
  }

  @ResolveField(() => InvitationState, { description: 'Where it stands now.' })
  state(@Parent() invitation: Invitation): InvitationState {
    return invitation.stateAt(this.clock.now());
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'The number or address that was invited; null for somebody who only holds the link, which may have been passed on.',
  })
  async invitedIdentifier(
    @Parent() invitation: Invitation,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<string | null> {
    const own = viewer.userId ? await this.identifiers.load(loaders, viewer.userId) : [];
    return maySeeInvitation(viewer, invitation, own) ? invitation.value : null;
  }

  @ResolveField(() => UserType, {
    nullable: true,
    description: 'Who invites; null when the person has left the platform.',
  })
  async invitedBy(
    @Parent() invitation: Invitation,
    @Loaders() loaders: LoaderScope,
  ): Promise<UserType | null> {
    return invitation.invitedById ? this.users.load(loaders, invitation.invitedById) : null;
  }
}
