import { ArgsType, Field, ID } from '@nestjs/graphql';

/** A stored need and a capability. */
@ArgsType()
export class MatchArgs {
  @Field(() => ID, { description: 'The need.' })
  needId!: string;

  @Field(() => ID, { description: 'The capability.' })
  capabilityId!: string;
}
