import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'Ends one session.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'The session, as `me { sessions }` gives it.' })
  sessionId!: string;
}
