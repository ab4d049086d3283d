import { encodeGlobalId, type LoaderScope } from '@app/kernel';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '../viewer/access.js';
import { CurrentViewer, Loaders } from '../viewer/request-context.js';
import { Viewer } from '../viewer/viewer.js';
import { ProfileUpdatedPayload, UpdateProfileInput, UserIdentifierType, UserType } from './users.graphql.js';
import { maySeeIdentifiers } from './user.policy.js';
import { Users } from './users.service.js';

/** Persons and their own fields. */
@Resolver(() => UserType)
export class UsersResolver {
  constructor(private readonly users: Users) {}

  @Query(() => UserType, {
    nullable: true,
    description: 'The signed-in person; null for a guest. For everyone.',
  })
  @Access('everyone; each sees themself')
  async me(@CurrentViewer() viewer: Viewer, @Loaders() loaders: LoaderScope): Promise<UserType | null> {
    return viewer.userId ? this.users.loadUser(loaders, viewer.userId) : null;
  }

  @Mutation(() => ProfileUpdatedPayload, {
    description: 'Changes the viewer’s own name or language. Requires sign-in.',
  })
  @Access('the person only', 'SIGNED_IN')
  async updateProfile(
    @Args('input', { description: 'What to change.' }) input: UpdateProfileInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ProfileUpdatedPayload> {
    return new ProfileUpdatedPayload(await this.users.updateProfile(viewer, input));
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
    return maySeeIdentifiers(viewer, user.id) ? this.users.loadIdentifiers(loaders, user.id) : null;
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description: 'Whether the viewer is platform staff; null for everybody but the viewer.',
  })
  staff(@Parent() user: UserType, @CurrentViewer() viewer: Viewer): boolean | null {
    return viewer.userId === user.id ? viewer.staff : null;
  }
}
