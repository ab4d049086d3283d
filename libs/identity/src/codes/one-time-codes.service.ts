import { Transactions } from '@app/database';
import { Clock, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { AttemptLimits } from '../attempts/attempt-limits.js';
import { CODE_TRIES_FROM_ADDRESS, CODE_TRIES_OF_DEVICE, type WindowRule } from '../attempts/attempt-rules.js';
import { callerKey } from '../attempts/network-address.js';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import type { Requester } from '../viewer/request-context.js';
import { TrustedDevices } from '../devices/trusted-devices.service.js';
import type { Identifier } from '../identifiers/identifier.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { hashToken } from '../tokens/secret-token.js';
import { randomCode, readCode } from './code-digits.js';
import { WrongCodeError } from './codes.errors.js';
import type { CodePurpose } from './one-time-code.entity.js';
import { OneTimeCodesRepository } from './one-time-codes.repository.js';

/** Minutes for which a code is good. */
export const CODE_MINUTES = 10;
/** How often a code may be tried. */
export const CODE_TRIES = 5;

/** A code somebody typed, for an identifier and a purpose. */
export interface TypedCode {
  readonly identifier: Identifier;
  readonly purpose: CodePurpose;
  readonly code: string;
  readonly requester: Requester;
}

/** One-time codes: made, sent by somebody else, and used once. */
@Injectable()
export class OneTimeCodes {
  constructor(
    private readonly transactions: Transactions,
    private readonly codes: OneTimeCodesRepository,
    private readonly hasher: PasswordHasher,
    private readonly limits: AttemptLimits,
    private readonly devices: TrustedDevices,
    private readonly clock: Clock,
  ) {}

  /** A new code, and what has to be kept of it; nothing is written yet, since hashing is slow. */
  async prepare(): Promise<{ code: string; codeHash: string }> {
    const code = randomCode();
    return { code, codeHash: await this.hasher.hash(code) };
  }

  /** Keeps a prepared code for an identifier and purpose; gives the end of its time. */
  async keep(
    identifier: Identifier,
    purpose: CodePurpose,
    codeHash: string,
    requester: { address: string; device: string },
  ): Promise<Date> {
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + CODE_MINUTES * 60_000);
    const { kind, value } = identifier;
    await this.codes.replace({
      id: newId(),
      kind,
      value,
      purpose,
      codeHash,
      deviceHash: hashToken(requester.device),
      caller: callerKey(requester.address),
      tries: 0,
      callerTries: 0,
      createdAt,
      expiresAt,
    });
    return expiresAt;
  }

  /**
   * Uses a typed code for work: in one transaction the try is counted, the code consumed and the work done. A wrong
   * code's try stays counted; work that throws leaves the code as it was.
   */
  async redeemFor<T>(
    typed: TypedCode,
    work: () => Promise<T>,
  ): Promise<T | WrongCodeError | TooManyAttemptsError> {
    const [rule, of] = await this.triesOf(typed);
    const verdict = await this.limits.take(rule, of);
    if (!verdict.allowed) return new TooManyAttemptsError(verdict);
    const result = await this.transactions.run(async () => {
      if (!(await this.fits(typed))) return new WrongCodeError();
      await this.codes.remove(typed.identifier, typed.purpose);
      return work();
    });
    if (!(result instanceof WrongCodeError)) await this.limits.giveBack(rule, of);
    return result;
  }

  /** Whose wrong codes count: those of a trusted device by itself, all others by their caller. */
  private async triesOf({ identifier, requester }: TypedCode): Promise<readonly [WindowRule, string]> {
    const deviceId = await this.devices.findForIdentifier(requester.device, identifier);
    if (deviceId) return [CODE_TRIES_OF_DEVICE, deviceId];
    return [CODE_TRIES_FROM_ADDRESS, callerKey(requester.address)];
  }

  private async fits({ identifier, purpose, code, requester }: TypedCode): Promise<boolean> {
    const asker = {
      deviceHash: requester.device ? hashToken(requester.device) : null,
      caller: callerKey(requester.address),
    };
    const limits = { tries: CODE_TRIES, now: this.clock.now() };
    const hash = await this.codes.takeTry(identifier, purpose, asker, limits);
    return this.hasher.verify(hash, readCode(code));
  }
}
