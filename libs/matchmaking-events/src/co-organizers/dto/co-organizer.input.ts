import { Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { EventStepInput } from '../../events/dto/event-step.input.js';

@InputType({ description: 'An organization that is asked to organize an event, too.' })
export class InviteCoOrganizerInput extends EventStepInput {
  @Field(() => ID, { description: 'Whom the organizer asks.' })
  organizationId!: string;
}

@InputType({ description: 'What an organization says that was asked to organize an event, too.' })
export class AnswerCoOrganizerInvitationInput {
  @Field(() => ID, { description: 'The organization that was asked, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field({ description: 'Whether it takes part.' })
  @IsBoolean()
  accept!: boolean;
}

@InputType({ description: 'A co-organizer, or one who was asked, who is to have no part any more.' })
export class RemoveCoOrganizerInput {
  @Field(() => ID, { description: 'The organizer, or the co-organizer that leaves; the caller acts for it.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => ID, { description: 'Who has no part any more.' })
  organizationId!: string;
}
