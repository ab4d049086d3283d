import { Clock, newId, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { type DeviceCookie, TrustedDevices } from '../devices/trusted-devices.service.js';
import type { Requester } from '../viewer/request-context.js';
import type { Viewer } from '../viewer/viewer.js';
import { hashToken, newToken } from '../tokens/secret-token.js';
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

/** A session that was opened for somebody who has just signed in, with the cookie of the browser that is now trusted. */
export interface SignedInSession extends OpenedSession {
  readonly device: DeviceCookie;
}

/** Where persons are signed in. */
@Injectable()
export class Sessions {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly devices: TrustedDevices,
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

  /** Signs a person in who has proved to be the person, and trusts the browser from now on. */
  async openTrusted(userId: string, { address, device }: Requester): Promise<SignedInSession> {
    const session = await this.open(userId, address);
    return { ...session, device: await this.devices.trustDevice(userId, device) };
  }

  /** The viewer's own live sessions. */
  ofViewer(viewer: Viewer): Promise<UserSession[]> {
    return this.sessions.liveOf(viewer.requireUserId(), this.clock.now());
  }

  /** Signs the viewer out here; gives how many sessions ended. */
  async endCurrent(viewer: Viewer): Promise<number> {
    if (!viewer.userId || !viewer.sessionId) return 0;
    return (await this.sessions.end(viewer.userId, viewer.sessionId)) ? 1 : 0;
  }

  /** Ends one of the viewer's sessions. Throws NOT_FOUND for anybody else's. */
  async endOne(viewer: Viewer, sessionId: string): Promise<number> {
    if (!(await this.sessions.end(viewer.requireUserId(), sessionId))) throw new NotFoundError();
    return 1;
  }

  /** Signs the viewer out everywhere; gives how many sessions ended. */
  endOwn(viewer: Viewer): Promise<number> {
    return this.endAll(viewer.requireUserId());
  }

  /**
   * Ends all sessions of a person, or all but one, and trusts no browser of the person any more, or only the one that
   * asks; gives how many sessions ended.
   */
  async endAll(
    userId: string,
    except: { sessionId: string | null; device: string | null } = { sessionId: null, device: null },
  ): Promise<number> {
    await this.devices.forgetDevices(userId, except.device);
    return this.sessions.endAll(userId, except.sessionId);
  }
}
