import { Outcome, OutcomeType } from '@app/kernel';
import { Field, Int } from '@nestjs/graphql';

@OutcomeType(
  'CapabilityChangedMeanwhileError',
  'Somebody else changed the capability after the caller had read it.',
)
export class CapabilityChangedMeanwhileError extends Outcome {
  @Field(() => Int, { description: 'The version that the capability has now.' })
  readonly currentVersion: number;

  constructor(currentVersion: number) {
    super('CAPABILITY_CHANGED_MEANWHILE', {}, ['input.expectedVersion']);
    this.currentVersion = currentVersion;
  }
}

@OutcomeType('CapabilityNotPublishedError', 'A draft cannot be withdrawn.')
export class CapabilityNotPublishedError extends Outcome {
  constructor() {
    super('CAPABILITY_NOT_PUBLISHED', {}, ['input.capabilityId']);
  }
}
