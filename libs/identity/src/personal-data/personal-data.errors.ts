import { encodeGlobalId, Outcome, OutcomeType } from '@app/kernel';
import { Field, ID } from '@nestjs/graphql';

@OutcomeType(
  'SuccessorNeededError',
  'The viewer is the only owner of organizations: each needs another owner first.',
)
export class SuccessorNeededError extends Outcome {
  @Field(() => [ID], { description: 'The organizations that need another owner.' })
  readonly organizationIds: string[];

  constructor(organizations: readonly string[]) {
    super('SUCCESSOR_NEEDED', { count: organizations.length });
    this.organizationIds = organizations.map((id) => encodeGlobalId('Organization', id));
  }
}
