import { Field, InputType } from '@nestjs/graphql';
import { Length } from 'class-validator';

@InputType({ description: 'Asks that the account be erased, which cannot be undone.' })
export class EraseMyAccountInput {
  @Field({ description: 'The present password. Whoever has none sets one first, by resetPassword.' })
  @Length(0, 1000)
  currentPassword!: string;
}
