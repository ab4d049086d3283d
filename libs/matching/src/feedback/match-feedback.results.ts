import { Access } from '@app/identity';
import { encodeGlobalId } from '@app/kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { MatchFeedback } from './match-feedback.entity.js';
import { MatchFeedbackType } from './match-feedback.type.js';

@ObjectType('MatchFeedbackPayload', { description: 'The opinion is kept.' })
@Access('the caller')
export class MatchFeedbackPayload {
  @Field(() => MatchFeedbackType, { description: 'The opinion as it is now.' })
  readonly matchFeedback: MatchFeedback;

  constructor(feedback: MatchFeedback) {
    this.matchFeedback = feedback;
  }
}

@ObjectType('MatchFeedbackWithdrawnPayload', { description: 'The opinion is taken back.' })
@Access('the caller')
export class MatchFeedbackWithdrawnPayload {
  @Field(() => ID, { description: 'The need.' })
  readonly needId: string;

  @Field(() => ID, { description: 'The capability.' })
  readonly capabilityId: string;

  constructor({ needId, capabilityId }: Pick<MatchFeedback, 'needId' | 'capabilityId'>) {
    this.needId = encodeGlobalId('ProcurementNeed', needId);
    this.capabilityId = encodeGlobalId('Capability', capabilityId);
  }
}
