import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { ViewerResolver } from '../viewer/viewer-resolver.js';
import { GUEST, Viewer } from '../viewer/viewer.js';
import { hashToken, isToken } from '../tokens/secret-token.js';
import { SessionsRepository } from './sessions.repository.js';

/**
 * Finds the viewer behind a session token in one statement, memberships and staff flag included. Nothing is cached: a
 * session, a membership or a staff grant that was taken away is gone with the next request.
 */
@Injectable()
export class SessionViewerResolver extends ViewerResolver {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async resolve(token: string | null): Promise<Viewer> {
    if (!token || !isToken(token)) return GUEST;
    const holder = await this.sessions.holderOf(hashToken(token), this.clock.now());
    return holder ? new Viewer(holder.userId, holder.staff, holder.memberships, holder.sessionId) : GUEST;
  }
}
