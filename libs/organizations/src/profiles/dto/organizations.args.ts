import { PageArgs } from '@app/kernel';
import { ArgsType, Field } from '@nestjs/graphql';
import { IsEnum, IsOptional, Length, MaxLength } from 'class-validator';
import { ClaimState } from '../organization.enums.js';

/** What a list of organizations is narrowed to. */
@ArgsType()
export class OrganizationsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'How the registered name begins.' })
  @IsOptional()
  @Length(1, 100)
  namePrefix?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A part of the registered name, at least two characters, or of the credit code: at least four of its digits and capital letters.',
  })
  @IsOptional()
  @Length(2, 100)
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Region, GB/T 2260; everything inside belongs to it.' })
  @IsOptional()
  @MaxLength(20)
  regionCode?: string | null;

  @Field(() => ClaimState, { nullable: true, description: 'Claimed or unclaimed profiles only.' })
  @IsOptional()
  @IsEnum(ClaimState)
  claimState?: ClaimState | null;
}
