import { IsPublicName, PageArgs } from '@app/kernel';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsEnum,
  IsOptional,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ParticipantRole } from '../../registration/registration.enums.js';

@InputType({ description: 'Somebody at the door: by ticket, or by name from the list.' })
export class CheckInEntryInput {
  @Field(() => ID, { description: 'UUID made by the device; sending the entry again adds nothing.' })
  @IsUUID()
  entryId!: string;

  @Field(() => String, { nullable: true, description: 'The text of the ticket’s QR code.' })
  @IsOptional()
  @MaxLength(300)
  ticket?: string | null;

  @Field(() => ID, { nullable: true, description: 'The representative, where no ticket was read.' })
  @IsOptional()
  representativeId?: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When, by the device’s clock.' })
  at!: Date;
}

@InputType({ description: 'What a device noted at the door.' })
export class SyncCheckInsInput {
  @Field(() => ID, { description: 'Organizer or co-organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field({ description: 'What the device is called, such as the door where it stands.' })
  @Length(1, 60)
  device!: string;

  @Field(() => [CheckInEntryInput], { description: 'At most 500 entries.' })
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => CheckInEntryInput)
  entries!: CheckInEntryInput[];
}

@InputType({ description: 'Somebody who comes without a registration.' })
export class RegisterWalkInInput {
  @Field(() => ID, { description: 'Organizer or co-organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => ParticipantRole, { description: 'As what.' })
  @IsEnum(ParticipantRole)
  role!: ParticipantRole;

  @Field({ description: 'What the company is called.' })
  @Length(2, 100)
  @IsPublicName()
  companyName!: string;

  @Field({ description: 'Name of the person.' })
  @Length(1, 60)
  @IsPublicName()
  name!: string;

  @Field(() => String, { nullable: true, description: 'Position in the company.' })
  @IsOptional()
  @MaxLength(60)
  @IsPublicName()
  jobTitle?: string | null;

  @Field({ description: 'What the device is called.' })
  @Length(1, 60)
  device!: string;

  @Field({ defaultValue: false, description: 'Whether they are let in although all places are taken.' })
  @IsBoolean()
  evenIfFull!: boolean;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id registers once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

/** The representatives who are expected at an event. */
@ArgsType()
export class EventAttendeesArgs extends PageArgs {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}

/** Of which event the numbers are watched. */
@ArgsType()
export class EventNumbersArgs {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;
}
