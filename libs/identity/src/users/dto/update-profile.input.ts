import { type Locale, IsPublicName } from '@app/kernel';
import { Field, InputType } from '@nestjs/graphql';
import { IsIn, IsOptional, Length, Matches } from 'class-validator';
import { LocaleEnum } from '../locale.enum.js';

@InputType({ description: 'Changes a person’s own name or language; what is left out stays.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'Name by which others shall know the person.' })
  @IsOptional()
  @Length(1, 60)
  @Matches(/\S/)
  @IsPublicName()
  name?: string | null;

  @Field(() => LocaleEnum, { nullable: true, description: 'Language in which the person is written to.' })
  @IsOptional()
  @IsIn(Object.values(LocaleEnum))
  locale?: Locale | null;
}
