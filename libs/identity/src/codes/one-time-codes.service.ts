import { Transactions } from '@app/database';
import { Clock, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { AttemptLimits } from '../attempts/attempt-limits.js';
import { CODE_TRIES_FROM_ADDRESS } from '../attempts/attempt-rules.js';
import { callerKey } from '../attempts/network-address.js';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import type { Identifier } from '../identifiers/identifier.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { randomCode, readCode } from './code-digits.js';
import { WrongCodeError } from './codes.errors.js';
import type { CodePurpose } from './one-time-code.entity.js';
import { OneTimeCodesRepository } from './one-time-codes.repository.js';

/** Minutes for which a code is good. */
export const CODE_MINUTES = 10;
/** How often a code may be tried. */
export const CODE_TRIES = 5;

/** A code somebody typed, for an identifier and a purpose, from a network address. */
export interface TypedCode {
  readonly identifier: Identifier;
  readonly purpose: CodePurpose;
  readonly code: string;
  readonly address: string;
}

/** One-time codes: made, sent by somebody else, and used once. */
@Injectable()
export class OneTimeCodes {
  constructor(
    private readonly transactions: Transactions,
    private readonly codes: OneTimeCodesRepository,
    private readonly hasher: PasswordHasher,
    private readonly limits: AttemptLimits,
    private readonly clock: Clock,
  ) {}

  /** A new code, and what has to be kept of it; nothing is written yet, since hashing is slow. */
  async prepare(): Promise<{ code: string; codeHash: string }> {
    const code = randomCode();
    return { code, codeHash: await this.hasher.hash(code) };
  }

  /** Keeps a prepared code for an identifier and purpose; gives the end of its time. */
  async keep(identifier: Identifier, purpose: CodePurpose, codeHash: string): Promise<Date> {
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + CODE_MINUTES * 60_000);
    const { kind, value } = identifier;
    await this.codes.replace({ id: newId(), kind, value, purpose, codeHash, tries: 0, createdAt, expiresAt });
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
    const caller = callerKey(typed.address);
    const verdict = await this.limits.take(CODE_TRIES_FROM_ADDRESS, caller);
    if (!verdict.allowed) return new TooManyAttemptsError(verdict.retryAfterSeconds);
    const result = await this.transactions.run(async () => {
      if (!(await this.fits(typed))) return new WrongCodeError();
      await this.codes.remove(typed.identifier, typed.purpose);
      return work();
    });
    if (!(result instanceof WrongCodeError)) await this.limits.giveBack(CODE_TRIES_FROM_ADDRESS, caller);
    return result;
  }

  private async fits({ identifier, purpose, code }: TypedCode): Promise<boolean> {
    const hash = await this.codes.takeTry(identifier, purpose, { tries: CODE_TRIES, now: this.clock.now() });
    return this.hasher.verify(hash, readCode(code));
  }
}
