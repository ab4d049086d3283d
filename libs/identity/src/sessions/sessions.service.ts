import { Clock, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../viewer/viewer.js';
import { hashToken, newToken } from './secret-token.js';
import { longestSessionEnd, sessionEnd } from './session-times.js';
import { SessionsRepository } from './sessions.repository.js';
import type { UserSession } from './user-session.entity.js';

/** A session that was just opened; the token is to be had here and never again. */
export interface OpenedSession {
  readonly token: string;
  /** When it ends unless it is used. */
  readonly expiresAt: Date;
  /** When it ends however much it is used. */
  readonly cookieExpiresAt: Date;
}

/** Where persons are signed in. */
@Injectable()
export class Sessions {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {}

  /** Signs a person in at a network address. */
  async open(userId: string, address: string): Promise<OpenedSession> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = sessionEnd(now, now);
    const session = {
      id: newId(),
      userId,
      tokenHash: hashToken(token),
      address,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
    };
    await this.sessions.insert(session);
    return { token, expiresAt, cookieExpiresAt: longestSessionEnd(now) };
  }

  /** The viewer's own live sessions. */
  ofViewer(viewer: Viewer): Promise<UserSession[]> {
    return this.sessions.liveOf(this.userOf(viewer), this.clock.now());
  }

  /** Signs the viewer out here; gives how many sessions ended. */
  async endCurrent(viewer: Viewer): Promise<number> {
    if (!viewer.userId || !viewer.sessionId) return 0;
    return (await this.sessions.end(viewer.userId, viewer.sessionId)) ? 1 : 0;
  }

  /** Ends one of the viewer's sessions. Throws NOT_FOUND for anybody else's. */
  async endOne(viewer: Viewer, sessionId: string): Promise<number> {
    if (!(await this.sessions.end(this.userOf(viewer), sessionId))) throw new NotFoundError();
    return 1;
  }

  /** Signs the viewer out everywhere; gives how many sessions ended. */
  endOwn(viewer: Viewer): Promise<number> {
    return this.endAll(this.userOf(viewer));
  }

  /** Ends all sessions of a person, or all but one; gives how many. */
  endAll(userId: string, except: string | null = null): Promise<number> {
    return this.sessions.endAll(userId, except);
  }

  private userOf(viewer: Viewer): string {
    if (!viewer.userId) throw new UnauthenticatedError();
    return viewer.userId;
  }
}
