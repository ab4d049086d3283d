import { ArgsType, Field } from '@nestjs/graphql';
import { Length } from 'class-validator';

/** The link that somebody holds. */
@ArgsType()
export class FactRequestByTokenArgs {
  @Field({ description: 'The secret of the link.' })
  @Length(1, 100)
  token!: string;
}
