import { defineTexts, Outcome, OutcomeType } from '@app/kernel';
import { Field, Int } from '@nestjs/graphql';
import type { RefusedAttempt } from './attempt-limits.js';
import {
  CODE_TRIES_FROM_ADDRESS,
  CODES_FROM_ADDRESS,
  CODES_TO_IDENTIFIER,
  PASSWORDS_FROM_ADDRESS,
  PASSWORDS_OF_IDENTIFIER,
} from './attempt-rules.js';

defineTexts({
  TOO_MANY_ATTEMPTS: {
    zh: '尝试次数过多，请在 {wait} 分钟后再试。',
    en: 'Too many attempts. Please try again in {wait} min.',
  },
  PASSWORD_SIGN_IN_PAUSED: {
    zh: '该账号近期多次输错密码，密码登录暂停 {wait} 分钟。您可以现在用验证码登录；曾经登录过的浏览器不受影响。',
    en: 'Too many wrong passwords were tried for this account; signing in by password pauses for {wait} min. You can sign in with a code now. Browsers in which you signed in before are not affected.',
  },
  NETWORK_PASSWORDS_PAUSED: {
    zh: '您所在的网络输错密码次数过多，请在 {wait} 分钟后再试，或用验证码登录。',
    en: 'Too many wrong passwords came from your network. Please try again in {wait} min, or sign in with a code.',
  },
  CODES_PAUSED: {
    zh: '发往该手机号码或邮箱的验证码过多，请在 {wait} 分钟后再获取。您可以用密码登录，或在曾经登录过的浏览器中获取验证码。',
    en: 'Too many codes were sent to this number or address. Please ask again in {wait} min. You can sign in by password, or ask in a browser in which you signed in before.',
  },
  NETWORK_CODES_PAUSED: {
    zh: '您所在的网络获取或输错验证码次数过多，请在 {wait} 分钟后再试，或换一个网络。',
    en: 'Too many codes were asked for or mistyped from your network. Please try again in {wait} min, or from another network.',
  },
});

/** Scopes with a sentence of their own, which names the cause and another way to sign in. */
const SENTENCE_OF_SCOPE: ReadonlyMap<string, string> = new Map([
  [PASSWORDS_OF_IDENTIFIER.scope, 'PASSWORD_SIGN_IN_PAUSED'],
  [PASSWORDS_FROM_ADDRESS.scope, 'NETWORK_PASSWORDS_PAUSED'],
  [CODES_FROM_ADDRESS.scope, 'NETWORK_CODES_PAUSED'],
  [CODE_TRIES_FROM_ADDRESS.scope, 'NETWORK_CODES_PAUSED'],
  ...CODES_TO_IDENTIFIER.map(({ scope }) => [scope, 'CODES_PAUSED'] as const),
]);

@OutcomeType('TooManyAttemptsError', 'There were too many attempts; try again after a pause.')
export class TooManyAttemptsError extends Outcome {
  @Field(() => Int, { description: 'Seconds to wait before the next attempt.' })
  readonly retryAfterSeconds: number;

  constructor({ retryAfterSeconds, scope }: RefusedAttempt) {
    super(SENTENCE_OF_SCOPE.get(scope) ?? 'TOO_MANY_ATTEMPTS', { wait: waitInMinutes(retryAfterSeconds) });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Minutes to wait, at least one, for the sentence. */
function waitInMinutes(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 60));
}
