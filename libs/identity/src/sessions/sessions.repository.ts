import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { MoreThan, Not } from 'typeorm';
import type { Membership } from '../viewer/viewer.js';
import { IDLE_MS, LONGEST_MS, SEEN_STEP_MS, UserSession } from './session.entity.js';

/** Who is behind a session, as one statement finds it. */
export interface SessionHolder {
  readonly sessionId: string;
  readonly userId: string;
  readonly staff: boolean;
  readonly memberships: Membership[];
}

/** Every query on sessions. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly transactions: Transactions) {}

  async insertSession(session: UserSession): Promise<void> {
    await this.sessions.insert(session);
  }

  /** The holder of a live session with staff flag and memberships; its use is noted, which lets its end slide. */
  async findHolder(tokenHash: string, now: Date): Promise<SessionHolder | null> {
    const [holder] = await this.transactions.query<SessionHolder>(
      `with live as (
         select id, user_id, created_at, last_seen_at from user_session where token_hash = $1 and expires_at > $2),
       seen as (
         update user_session s
            set last_seen_at = $2,
                expires_at = least($2::timestamptz + make_interval(secs => $3), s.created_at + make_interval(secs => $4))
           from live where s.id = live.id and live.last_seen_at <= $2::timestamptz - make_interval(secs => $5))
       select live.id as "sessionId", live.user_id as "userId",
              exists (select from platform_staff p where p.user_id = live.user_id) as staff,
              coalesce((select json_agg(json_build_object('organizationId', m.organization_id, 'role', m.role))
                          from organization_member m where m.user_id = live.user_id), '[]') as memberships
         from live`,
      [tokenHash, now, IDLE_MS / 1000, LONGEST_MS / 1000, SEEN_STEP_MS / 1000],
    );
    return holder ?? null;
  }

  /** The live sessions of a person, the one used last first. */
  findLive(userId: string, now: Date): Promise<UserSession[]> {
    return this.sessions.find({
      where: { userId, expiresAt: MoreThan(now) },
      order: { lastSeenAt: 'DESC', id: 'DESC' },
    });
  }

  /** Ends one session of a person; false when there is none. */
  async deleteSession(userId: string, sessionId: string): Promise<boolean> {
    return ((await this.sessions.delete({ id: sessionId, userId })).affected ?? 0) > 0;
  }

  /** Ends all sessions of a person, or all but one; gives how many. */
  async deleteSessions(userId: string, except: string | null): Promise<number> {
    const others = except ? { id: Not(except) } : {};
    return (await this.sessions.delete({ userId, ...others })).affected ?? 0;
  }

  private get sessions() {
    return this.transactions.manager.getRepository(UserSession);
  }
}
