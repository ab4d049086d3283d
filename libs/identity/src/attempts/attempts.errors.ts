import { Outcome, OutcomeType } from '@app/kernel';
import { Field, Int } from '@nestjs/graphql';

@OutcomeType('TooManyAttemptsError', 'There were too many attempts; try again after a pause.')
export class TooManyAttemptsError extends Outcome {
  @Field(() => Int, { description: 'Seconds to wait before the next attempt.' })
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super('TOO_MANY_ATTEMPTS', { wait: waitInMinutes(retryAfterSeconds) });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Minutes to wait, at least one, for the sentence. */
function waitInMinutes(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 60));
}
