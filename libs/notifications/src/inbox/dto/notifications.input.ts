import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsEnum, IsOptional, ValidateNested } from 'class-validator';
import { NotificationChannel, NotificationKind } from '../notification-kind.js';

@InputType({
  description: 'Notifications that were read: named ones, or all up to one. Those of others are left alone.',
})
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: 'These, at most 100.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  notificationIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'This one and all older ones.' })
  @IsOptional()
  upToId?: string | null;
}

@InputType({ description: 'Whether a kind of notification goes to the caller by a way.' })
export class NotificationPreferenceInput {
  @Field(() => NotificationKind, { description: 'The kind.' })
  @IsEnum(NotificationKind)
  kind!: NotificationKind;

  @Field(() => NotificationChannel, { description: 'The way.' })
  @IsEnum(NotificationChannel)
  channel!: NotificationChannel;

  @Field({ description: 'Whether it goes that way.' })
  @IsBoolean()
  wanted!: boolean;
}

@InputType({ description: 'What the caller wants to be told; what is not named stays.' })
export class UpdateNotificationPreferencesInput {
  @Field(() => [NotificationPreferenceInput], { description: 'Kinds and ways; the last word on one holds.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => NotificationPreferenceInput)
  preferences!: NotificationPreferenceInput[];
}
