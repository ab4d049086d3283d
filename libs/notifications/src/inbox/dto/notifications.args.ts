import { PageArgs } from '@app/kernel';
import { ArgsType, Field } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';

/** What a list of notifications is narrowed to. */
@ArgsType()
export class NotificationsArgs extends PageArgs {
  @Field({ defaultValue: false, description: 'Only those not read yet.' })
  @IsBoolean()
  unreadOnly!: boolean;
}
