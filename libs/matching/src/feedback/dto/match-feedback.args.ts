import { PageArgs } from '@app/kernel';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import { FitVerdict } from '../match-feedback.enums.js';

/** Whose opinions are read, and which. */
@ArgsType()
export class MatchFeedbackArgs extends PageArgs {
  @Field(() => ID, { description: 'The organization that said it.' })
  organizationId!: string;

  @Field(() => FitVerdict, { nullable: true, description: 'Only such opinions.' })
  @IsOptional()
  @IsEnum(FitVerdict)
  verdict?: FitVerdict | null;
}
