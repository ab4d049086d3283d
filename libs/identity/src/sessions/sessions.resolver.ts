import { encodeGlobalId, keyOf } from '@app/kernel';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '../viewer/access.js';
import { CurrentRequest, CurrentViewer, type RequestContext } from '../viewer/request-context.js';
import { Viewer } from '../viewer/viewer.js';
import { EndedSessionsPayload, EndSessionInput, SessionType } from './sessions.graphql.js';
import { Sessions } from './sessions.service.js';
import { maySeeSessions } from '../users/user.policy.js';
import { UserType } from '../users/users.graphql.js';

/** How sessions end. */
@Resolver(() => SessionType)
export class SessionsResolver {
  constructor(private readonly sessions: Sessions) {}

  @Mutation(() => EndedSessionsPayload, {
    description: 'Signs out here. For everyone; a guest ends nothing.',
  })
  @Access('everyone')
  async signOut(@CurrentRequest() request: RequestContext): Promise<EndedSessionsPayload> {
    request.setSessionCookie(null);
    return new EndedSessionsPayload(await this.sessions.endCurrentSession(request.viewer));
  }

  @Mutation(() => EndedSessionsPayload, {
    description: 'Signs out everywhere, here too. Requires sign-in.',
  })
  @Access('the person only', 'SIGNED_IN')
  async signOutEverywhere(@CurrentRequest() request: RequestContext): Promise<EndedSessionsPayload> {
    request.setSessionCookie(null);
    return new EndedSessionsPayload(await this.sessions.endOwnSessions(request.viewer));
  }

  @Mutation(() => EndedSessionsPayload, {
    description: 'Ends one of the viewer’s own sessions. Requires sign-in.',
  })
  @Access('the person only', 'SIGNED_IN')
  async endSession(
    @Args('input', { description: 'The session.' }) { sessionId }: EndSessionInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<EndedSessionsPayload> {
    return new EndedSessionsPayload(await this.sessions.endSession(viewer, keyOf(sessionId, 'Session')));
  }

  @ResolveField(() => ID, { description: 'Opaque global id.' })
  id(@Parent() session: SessionType): string {
    return encodeGlobalId('Session', session.id);
  }

  @ResolveField(() => Boolean, { description: 'Whether this request came with it.' })
  current(@Parent() session: SessionType, @CurrentViewer() viewer: Viewer): boolean {
    return session.id === viewer.sessionId;
  }
}

/** Where a person is signed in. */
@Resolver(() => UserType)
export class UserSessionsResolver {
  constructor(private readonly sessionsService: Sessions) {}

  @ResolveField(() => [SessionType], {
    nullable: true,
    description: 'Where the person is signed in, last used first; null for everybody but the person.',
  })
  async sessions(@Parent() user: UserType, @CurrentViewer() viewer: Viewer): Promise<SessionType[] | null> {
    return maySeeSessions(viewer, user.id) ? this.sessionsService.findOwnSessions(viewer) : null;
  }
}
