import { Field, ID, InputType } from '@nestjs/graphql';
import { Length, Matches } from 'class-validator';

/** Names an event and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'An event of the acting organization.' })
export abstract class EventStepInput {
  @Field(() => ID, { description: 'The organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

@InputType({ description: 'An event to announce.' })
export class PublishMatchmakingEventInput extends EventStepInput {}

@InputType({ description: 'An event to call off.' })
export class CancelMatchmakingEventInput extends EventStepInput {
  @Field({ description: 'Why; everybody who sees the event reads it.' })
  @Length(2, 500)
  @Matches(/\S\s*\S/)
  reason!: string;
}
