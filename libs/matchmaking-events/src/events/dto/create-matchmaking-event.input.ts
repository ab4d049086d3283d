import { IsPublicName } from '@app/kernel';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEnum, IsOptional, Length, Matches, ValidateNested } from 'class-validator';
import { EventKind } from '../matchmaking-event.enums.js';
import { EventScheduleInput, EventTermsInput } from './event-terms.input.js';

@InputType({ description: 'A new event of the acting organization.' })
export class CreateMatchmakingEventInput extends EventTermsInput {
  @Field(() => ID, { description: 'The organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => EventKind, { description: 'What kind of event it is.' })
  @IsEnum(EventKind)
  kind!: EventKind;

  @Field({ description: 'Title.' })
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  @IsPublicName({ signed: false })
  title!: string;

  @Field(() => EventScheduleInput, { description: 'When it takes place.' })
  @ValidateNested()
  @Type(() => EventScheduleInput)
  schedule!: EventScheduleInput;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id creates once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}
