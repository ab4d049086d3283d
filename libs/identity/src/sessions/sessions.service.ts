import { Clock, newId, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type DeviceCookie, TrustedDevicesService } from './trusted-devices.service.js';
import { hashToken, isToken, newToken } from '../security/secret-token.js';
import type { Requester } from '../viewer/request-context.js';
import { GUEST, Viewer, ViewerResolver } from '../viewer/viewer.js';
import { longestSessionEnd, sessionEnd, type UserSession } from './session.entity.js';
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
    const holder = await this.sessions.findHolder(hashToken(token), this.clock.now());
    return holder ? new Viewer(holder.userId, holder.staff, holder.memberships, holder.sessionId) : GUEST;
  }
}

/** A session that was just opened. Only this object contains the token. */
export interface OpenedSession {
  readonly token: string;
  /** When it ends unless it is used. */
  readonly expiresAt: Date;
  /** When it ends however much it is used. */
  readonly cookieExpiresAt: Date;
}

/** A session that was opened for somebody who has just signed in, with the cookie of the browser that is now trusted. */
export interface SignedInSession extends OpenedSession {
  readonly device: DeviceCookie;
}

/** Where persons are signed in. */
@Injectable()
export class Sessions {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly devices: TrustedDevicesService,
    private readonly clock: Clock,
  ) {}

  /** Signs a person in at a network address. */
  async openSession(userId: string, address: string): Promise<OpenedSession> {
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
    await this.sessions.insertSession(session);
    return { token, expiresAt, cookieExpiresAt: longestSessionEnd(now) };
  }

  /** Signs a person in who has proved to be the person, and trusts the browser from now on. */
  async openTrustedSession(userId: string, { address, device }: Requester): Promise<SignedInSession> {
    const session = await this.openSession(userId, address);
    return { ...session, device: await this.devices.trustDevice(userId, device) };
  }

  /** The viewer's own live sessions. */
  findOwnSessions(viewer: Viewer): Promise<UserSession[]> {
    return this.sessions.findLive(viewer.requireUserId(), this.clock.now());
  }

  /** Signs the viewer out here; gives how many sessions ended. */
  async endCurrentSession(viewer: Viewer): Promise<number> {
    if (!viewer.userId || !viewer.sessionId) return 0;
    return (await this.sessions.deleteSession(viewer.userId, viewer.sessionId)) ? 1 : 0;
  }

  /** Ends one of the viewer's sessions. Throws NOT_FOUND for anybody else's. */
  async endSession(viewer: Viewer, sessionId: string): Promise<number> {
    if (!(await this.sessions.deleteSession(viewer.requireUserId(), sessionId))) throw new NotFoundError();
    return 1;
  }

  /** Signs the viewer out everywhere; gives how many sessions ended. */
  endOwnSessions(viewer: Viewer): Promise<number> {
    return this.endAllSessions(viewer.requireUserId());
  }

  /**
   * Ends all sessions of a person, or all but one, and trusts no browser of the person any more, or only the one that
   * asks; gives how many sessions ended.
   */
  async endAllSessions(
    userId: string,
    except: { sessionId: string | null; device: string | null } = { sessionId: null, device: null },
  ): Promise<number> {
    await this.devices.forgetDevices(userId, except.device);
    return this.sessions.deleteSessions(userId, except.sessionId);
  }
}
