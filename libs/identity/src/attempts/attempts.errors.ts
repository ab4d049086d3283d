import { Outcome, OutcomeType } from '@app/kernel';
import { Field, Int } from '@nestjs/graphql';
import type { RefusedAttempt } from './attempt-limits.js';
import {
  CODE_TRIES_FROM_ADDRESS,
  CODES_FROM_ADDRESS,
  CODES_TO_IDENTIFIER,
  PASSWORDS_FROM_ADDRESS,
  PASSWORDS_OF_IDENTIFIER,
} from './attempt-rules.js';

/** Where the reader has another way in, or the reason lies elsewhere, the sentence says so. */
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
