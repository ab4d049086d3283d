import { Transactions } from '@app/database';
import { Clock, type Locale, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { CodeSentPayload } from './authentication.graphql.js';
import { WrongCodeError } from './authentication.texts.js';
import { AttemptLimits, callerKey } from '../security/attempt-limits.js';
import {
  CODE_AGAIN,
  CODE_TRIES_FROM_ADDRESS,
  CODE_TRIES_OF_DEVICE,
  CODES_FROM_ADDRESS,
  CODES_OF_REQUESTER,
  CODES_TO_IDENTIFIER,
  type WindowRule,
} from '../security/attempt-rules.js';
import { TooManyAttemptsError } from '../security/attempts.texts.js';
import { PasswordHasher } from '../security/password-hasher.js';
import { hashToken } from '../security/secret-token.js';
import { TrustedDevicesService } from '../sessions/trusted-devices.service.js';
import type { Identifier } from '../users/identifier.js';
import { MessageSender } from '../users/identity.ports.js';
import type { User } from '../users/user.entity.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Requester } from '../viewer/request-context.js';
import { CodePurpose } from './one-time-code.entity.js';
import { OneTimeCodesRepository } from './one-time-codes.repository.js';

/** How many digits a one-time code has. */
const CODE_DIGITS = 6;

/** Six random digits, each code as likely as any other. */
export function randomCode(): string {
  return String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
}

/** A code as a person typed it: full-width digits and blanks are understood. */
export function readCode(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '');
}

const CODE_MINUTES = 10;
/** Tries of a code before it is worth nothing. */
const CODE_TRIES = 5;

/** A code that a person typed. */
interface TypedCode {
  readonly identifier: Identifier;
  readonly purpose: CodePurpose;
  readonly code: string;
  readonly requester: Requester;
}

interface CodeWish {
  readonly identifier: Identifier;
  readonly purpose: CodePurpose;
  /** The browser that asks. The code is good in this browser and behind the same network address. */
  readonly requester: { readonly address: string; readonly device: string };
  /** Language of the message when the receiver is not known yet. */
  readonly locale: Locale;
}

/** One-time codes: sends them to a number or address and redeems them once. */
@Injectable()
export class OneTimeCodesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly codes: OneTimeCodesRepository,
    private readonly users: UsersRepository,
    private readonly hasher: PasswordHasher,
    private readonly messages: MessageSender,
    private readonly limits: AttemptLimits,
    private readonly devices: TrustedDevicesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a code. The answer is the same for known and unknown identifiers; only the message differs, and only the
   * holder of the identifier reads it. A code is stored even when the message contains none, so that both cases cost
   * the same work.
   */
  async sendCode(wish: CodeWish): Promise<CodeSentPayload | TooManyAttemptsError> {
    const verdict = await this.limits.takeAttempts(await this.limitsOf(wish));
    if (!verdict.allowed) return new TooManyAttemptsError(verdict);
    const code = randomCode();
    // Hashing is slow: it happens before the transaction.
    const codeHash = await this.hasher.hash(code);
    return this.transactions.run(async () => {
      const expiresAt = await this.storeCode(wish, codeHash);
      await this.sendMessage(wish, await this.users.findByIdentifier(wish.identifier), code, expiresAt);
      return new CodeSentPayload(expiresAt, CODE_AGAIN.seconds);
    });
  }

  /**
   * Runs `work` if the code is right. One transaction counts the try, consumes the code and does the work. The try of a
   * wrong code stays counted; when `work` throws, the code can be used again.
   */
  async redeemCode<T>(
    typed: TypedCode,
    work: () => Promise<T>,
  ): Promise<T | WrongCodeError | TooManyAttemptsError> {
    const [rule, counted] = await this.triesOf(typed);
    const verdict = await this.limits.takeAttempt(rule, counted);
    if (!verdict.allowed) return new TooManyAttemptsError(verdict);
    const result = await this.transactions.run(async () => {
      if (!(await this.isRight(typed))) return new WrongCodeError();
      await this.codes.deleteCodes(typed.identifier, typed.purpose);
      return work();
    });
    if (!(result instanceof WrongCodeError)) await this.limits.giveBackAttempt(rule, counted);
    return result;
  }

  /** Wrong codes of a trusted device count for the device, all others for the caller's network address. */
  private async triesOf({ identifier, requester }: TypedCode): Promise<readonly [WindowRule, string]> {
    const deviceId = await this.devices.findForIdentifier(requester.device, identifier);
    if (deviceId) return [CODE_TRIES_OF_DEVICE, deviceId];
    return [CODE_TRIES_FROM_ADDRESS, callerKey(requester.address)];
  }

  private async isRight({ identifier, purpose, code, requester }: TypedCode): Promise<boolean> {
    const asker = {
      deviceHash: requester.device ? hashToken(requester.device) : null,
      caller: callerKey(requester.address),
    };
    const limits = { tries: CODE_TRIES, now: this.clock.now() };
    const hash = await this.codes.takeTry(identifier, purpose, asker, limits);
    return this.hasher.verify(hash, readCode(code));
  }

  /**
   * The limits that a wish counts against. A device that is trusted for the receiver has an allowance of its own, which
   * strangers cannot use up. All others count by receiver and network address first, and together by receiver last,
   * since every code is a message to somebody.
   */
  private async limitsOf({
    identifier,
    purpose,
    requester,
  }: CodeWish): Promise<(readonly [WindowRule, string])[]> {
    const { value } = identifier;
    const caller = callerKey(requester.address);
    const deviceId = await this.devices.findForIdentifier(requester.device, identifier);
    const asker = `${value} ${deviceId ?? caller}`;
    const own = [
      [CODE_AGAIN, `${asker} ${purpose}`] as const,
      ...CODES_OF_REQUESTER.map((rule) => [rule, asker] as const),
    ];
    if (deviceId) return own;
    return [
      ...own,
      [CODES_FROM_ADDRESS, caller],
      ...CODES_TO_IDENTIFIER.map((rule) => [rule, value] as const),
    ];
  }

  private async storeCode({ identifier, purpose, requester }: CodeWish, codeHash: string): Promise<Date> {
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + CODE_MINUTES * 60_000);
    const { kind, value } = identifier;
    await this.codes.replaceCode({
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

  private async sendMessage(wish: CodeWish, user: User | null, code: string, expiresAt: Date): Promise<void> {
    const template = templateFor(wish.purpose, user !== null);
    await this.messages.send({
      to: wish.identifier,
      template,
      params: template.endsWith('_CODE') ? { code, minutes: CODE_MINUTES } : {},
      locale: user?.locale ?? wish.locale,
      uselessAfter: expiresAt,
    });
  }
}

/** The message for an identifier: it contains a code only where the code is of use. */
function templateFor(purpose: CodePurpose, known: boolean): string {
  if (purpose === CodePurpose.REGISTER) return known ? 'MESSAGE_ACCOUNT_EXISTS' : 'MESSAGE_REGISTER_CODE';
  if (!known) return 'MESSAGE_NO_ACCOUNT';
  return purpose === CodePurpose.SIGN_IN ? 'MESSAGE_SIGN_IN_CODE' : 'MESSAGE_RESET_CODE';
}
