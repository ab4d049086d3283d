import { Injectable } from '@nestjs/common';
import { AttemptLimits, type AttemptVerdict, callerKey } from '../security/attempt-limits.js';
import {
  PASSWORDS_FROM_ADDRESS,
  PASSWORDS_OF_DEVICE,
  PASSWORDS_OF_IDENTIFIER,
  PASSWORDS_OF_PAIR,
} from '../security/attempt-rules.js';
import { TooManyAttemptsError } from '../security/attempts.texts.js';
import { PasswordHasher } from '../security/password-hasher.js';

/** A password somebody typed, and what it is to be measured against. */
export interface TypedPassword {
  /** Whose password is being tried: an identifier or a person's id. */
  readonly of: string;
  readonly address: string;
  /** The device that is trusted for this person, if it is one. */
  readonly deviceId: string | null;
  readonly password: string;
  /** Null when there is no such person. */
  readonly hash: string | null;
}

/**
 * Checks passwords against guessing. Each try is counted before it is made. A trusted device counts by itself, so that
 * nobody else's failures reach it; everybody else counts by the pair of person and network address, by the address, and
 * by the person. Wrong passwords lead to growing pauses; the right one wipes out those of the device or the pair.
 */
@Injectable()
export class PasswordCheckService {
  constructor(
    private readonly limits: AttemptLimits,
    private readonly hasher: PasswordHasher,
  ) {}

  /** Whether the password is right, or that it was not even tried. */
  async checkPassword(typed: TypedPassword): Promise<boolean | TooManyAttemptsError> {
    const byDevice = await this.checkByDevice(typed);
    if (byDevice !== undefined) return byDevice;
    const caller = callerKey(typed.address);
    const pair = `${typed.of} ${caller}`;
    const verdict = await this.takeAttempts(typed.of, caller, pair);
    if (!verdict.allowed) return new TooManyAttemptsError(verdict);
    const right = await this.hasher.verify(typed.hash, typed.password);
    if (right) {
      await this.limits.forgetAttempts(PASSWORDS_OF_PAIR, pair);
      await this.limits.giveBackAttempt(PASSWORDS_OF_IDENTIFIER, typed.of);
      await this.limits.giveBackAttempt(PASSWORDS_FROM_ADDRESS, caller);
    }
    return right;
  }

  /** A try of a trusted device; undefined when there is none, or it failed so often that it counts as unknown. */
  private async checkByDevice({ deviceId, hash, password }: TypedPassword): Promise<boolean | undefined> {
    if (!deviceId) return undefined;
    const verdict = await this.limits.takeAttemptWithPause(PASSWORDS_OF_DEVICE, deviceId);
    if (!verdict.allowed) return undefined;
    const right = await this.hasher.verify(hash, password);
    if (right) await this.limits.forgetAttempts(PASSWORDS_OF_DEVICE, deviceId);
    return right;
  }

  /** The pair counts first: guesses during a pause must not lengthen the pauses of others. */
  private async takeAttempts(of: string, caller: string, pair: string): Promise<AttemptVerdict> {
    const ofPair = await this.limits.takeAttemptWithPause(PASSWORDS_OF_PAIR, pair);
    if (!ofPair.allowed) return ofPair;
    const fromAddress = await this.limits.takeAttempt(PASSWORDS_FROM_ADDRESS, caller);
    if (!fromAddress.allowed) return fromAddress;
    return this.limits.takeAttemptWithPause(PASSWORDS_OF_IDENTIFIER, of);
  }
}
