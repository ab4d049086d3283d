import { encodeGlobalId, type LoaderScope } from '@app/kernel';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { UserMembershipsLoader } from '../members/organization-members.loader.js';
import { OrganizationMemberType } from '../members/organization-member.type.js';
import { SessionType } from '../sessions/session.type.js';
import { Sessions } from '../sessions/sessions.service.js';
import { Access } from '../viewer/access.js';
import { CurrentViewer, Loaders } from '../viewer/request-context.js';
import { Viewer } from '../viewer/viewer.js';
import { UpdateProfileInput } from './dto/update-profile.input.js';
import { maySeeIdentifiers, maySeeMemberships, maySeeSessions } from './user.policy.js';
import { ProfileUpdatedPayload, UserIdentifierType, UserType } from './user.type.js';
import { UserIdentifiersLoader, UsersLoader } from './users.loader.js';
import { Users } from './users.service.js';

/** Persons, and what of a person who may see. */
@Resolver(() => UserType)
export class UsersResolver {
  constructor(
    private readonly usersService: Users,
    private readonly users: UsersLoader,
    private readonly identifiersLoader: UserIdentifiersLoader,
    private readonly membershipsLoader: UserMembershipsLoader,
    private readonly sessionsService: Sessions,
  ) {}

  @Query(() => UserType, {
    nullable: true,
    description: 'The signed-in person; null for a guest. For everyone.',
  })
  @Access('everyone; each sees themself')
  async me(@CurrentViewer() viewer: Viewer, @Loaders() loaders: LoaderScope): Promise<UserType | null> {
    return viewer.userId ? this.users.load(loaders, viewer.userId) : null;
  }

  @Mutation(() => ProfileUpdatedPayload, {
    description: 'Changes the viewer’s own name or language. For whoever is signed in.',
  })
  @Access('the person only', 'SIGNED_IN')
  async updateProfile(
    @Args('input', { description: 'What to change.' }) input: UpdateProfileInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ProfileUpdatedPayload> {
    return new ProfileUpdatedPayload(await this.usersService.updateProfile(viewer, input));
  }

  @ResolveField(() => ID, { description: 'Opaque global id.' })
  id(@Parent() user: UserType): string {
    return encodeGlobalId('User', user.id);
  }

  @ResolveField(() => [UserIdentifierType], {
    nullable: true,
    description: 'Numbers and addresses of the person; null for everybody but the person and staff.',
  })
  async identifiers(
    @Parent() user: UserType,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<UserIdentifierType[] | null> {
    return maySeeIdentifiers(viewer, user.id) ? this.identifiersLoader.load(loaders, user.id) : null;
  }

  @ResolveField(() => [OrganizationMemberType], {
    nullable: true,
    description: 'The organizations the person belongs to; null for everybody but the person and staff.',
  })
  async memberships(
    @Parent() user: UserType,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
  ): Promise<OrganizationMemberType[] | null> {
    return maySeeMemberships(viewer, user.id) ? this.membershipsLoader.load(loaders, user.id) : null;
  }

  @ResolveField(() => [SessionType], {
    nullable: true,
    description: 'Where the person is signed in, last used first; null for everybody but the person.',
  })
  async sessions(@Parent() user: UserType, @CurrentViewer() viewer: Viewer): Promise<SessionType[] | null> {
    return maySeeSessions(viewer, user.id) ? this.sessionsService.ofViewer(viewer) : null;
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description: 'Whether the viewer is platform staff; null for everybody but the viewer.',
  })
  staff(@Parent() user: UserType, @CurrentViewer() viewer: Viewer): boolean | null {
    return viewer.userId === user.id ? viewer.staff : null;
  }
}
