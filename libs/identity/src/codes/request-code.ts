import { Transactions } from '@app/database';
import { type Locale } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { AttemptLimits } from '../attempts/attempt-limits.js';
import {
  CODE_AGAIN,
  CODES_FROM_ADDRESS,
  CODES_OF_REQUESTER,
  CODES_TO_IDENTIFIER,
  type WindowRule,
} from '../attempts/attempt-rules.js';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import { callerKey } from '../attempts/network-address.js';
import { TrustedDevices } from '../devices/trusted-devices.service.js';
import type { Identifier } from '../identifiers/identifier.js';
import { MessageSender } from '../messages/message-sender.js';
import type { User } from '../users/user.entity.js';
import { UsersRepository } from '../users/users.repository.js';
import { CodeSentPayload } from './code-sent.type.js';
import { CodePurpose } from './one-time-code.entity.js';
import { CODE_MINUTES, OneTimeCodes } from './one-time-codes.service.js';

/** Who asks for a code, where it shall go and what for. */
export interface CodeWish {
  readonly identifier: Identifier;
  readonly purpose: CodePurpose;
  /** The browser that asks: the code is good there, and behind the same network address. */
  readonly requester: { readonly address: string; readonly device: string };
  /** Language of a receiver who is not known yet. */
  readonly locale: Locale;
}

/** Which message an identifier gets: a code only where the code can be of use. */
export function templateFor(purpose: CodePurpose, known: boolean): string {
  if (purpose === CodePurpose.REGISTER) return known ? 'MESSAGE_ACCOUNT_EXISTS' : 'MESSAGE_REGISTER_CODE';
  if (!known) return 'MESSAGE_NO_ACCOUNT';
  return purpose === CodePurpose.SIGN_IN ? 'MESSAGE_SIGN_IN_CODE' : 'MESSAGE_RESET_CODE';
}

/**
 * Sends a one-time code. The caller gets the same answer whether the identifier is known or not; only its holder reads
 * the difference in the message. A code that nobody was told is kept all the same, so that both ways do the same work.
 */
@Injectable()
export class RequestCode {
  constructor(
    private readonly transactions: Transactions,
    private readonly codes: OneTimeCodes,
    private readonly users: UsersRepository,
    private readonly messages: MessageSender,
    private readonly limits: AttemptLimits,
    private readonly devices: TrustedDevices,
  ) {}

  async run(wish: CodeWish): Promise<CodeSentPayload | TooManyAttemptsError> {
    const verdict = await this.limits.takeAll(await this.limitsOf(wish));
    if (!verdict.allowed) return new TooManyAttemptsError(verdict);
    const { code, codeHash } = await this.codes.prepare();
    return this.transactions.run(async () => {
      const expiresAt = await this.codes.keep(wish.identifier, wish.purpose, codeHash, wish.requester);
      await this.tell(wish, await this.users.byIdentifier(wish.identifier), code, expiresAt);
      return new CodeSentPayload(expiresAt, CODE_AGAIN.seconds);
    });
  }

  /**
   * What a wish counts against. A device that is trusted for the receiver has an allowance of its own, which strangers
   * cannot use up. All others count by receiver and network address first, and together by receiver last, since every
   * code is a message that somebody gets.
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

  private async tell(wish: CodeWish, user: User | null, code: string, expiresAt: Date): Promise<void> {
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
