import { Transactions } from '@app/database';
import { Clock, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { hashToken, isToken, newToken } from '../security/secret-token.js';
import type { Identifier } from '../users/identifier.js';
import { TrustedDevicesRepository } from './trusted-devices.repository.js';

const DAY_MS = 86_400_000;
/** A browser in which nobody signed in for so long is a strange one again. */
const DEVICE_TRUST_MS = 365 * DAY_MS;
/** A program that signs in anew each time, without cookies, must not fill the table. */
const MAX_DEVICES_OF_PERSON = 20;

/** What a browser keeps in its device cookie. */
export interface DeviceCookie {
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * Device cookies as OWASP describes them: a browser in which a person has once signed in is told apart from strangers,
 * so that strangers who guess can be made to wait without making the person wait.
 */
@Injectable()
export class TrustedDevicesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly devices: TrustedDevicesRepository,
    private readonly clock: Clock,
  ) {}

  /** A cookie for a browser that has none. Nobody trusts it until somebody signs in with it. */
  issueCookie(): DeviceCookie {
    return this.cookieWith(newToken());
  }

  /** The id of a browser that is trusted for the holder of an identifier; null for any other. */
  async findForIdentifier(token: string | null, identifier: Identifier): Promise<string | null> {
    if (!token || !isToken(token)) return null;
    return (await this.devices.findForIdentifier(hashToken(token), identifier, this.clock.now())) ?? null;
  }

  /** The id of a browser that is trusted for a person; null for any other. */
  async findForUser(token: string | null, userId: string): Promise<string | null> {
    if (!token || !isToken(token)) return null;
    return (await this.devices.findForUser(hashToken(token), userId, this.clock.now())) ?? null;
  }

  /**
   * Trusts a browser for a person who has just signed in there. The browser gets a new token, which serves everybody it
   * was trusted for: a token that somebody else had put into the browser is worth nothing afterwards.
   */
  async trustDevice(userId: string, presented: string | null): Promise<DeviceCookie> {
    const cookie = this.issueCookie();
    const tokenHash = hashToken(cookie.token);
    const now = this.clock.now();
    await this.transactions.run(async () => {
      if (presented) await this.devices.replaceToken(hashToken(presented), tokenHash);
      await this.devices.upsert({
        id: newId(),
        userId,
        tokenHash,
        createdAt: now,
        lastUsedAt: now,
        expiresAt: cookie.expiresAt,
      });
      await this.devices.removeOldest(userId, MAX_DEVICES_OF_PERSON);
    });
    return cookie;
  }

  /** Forgets all browsers of a person, or all but the one that asks. */
  async forgetDevices(userId: string, except: string | null = null): Promise<void> {
    await this.devices.removeAll(userId, except ? hashToken(except) : null);
  }

  private cookieWith(token: string): DeviceCookie {
    return { token, expiresAt: new Date(this.clock.now().getTime() + DEVICE_TRUST_MS) };
  }
}
