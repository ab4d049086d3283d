import { PageArgs } from '@app/kernel';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsOptional } from 'class-validator';
import { NeedKind, NeedState } from '../procurement-need.enums.js';

/** What the list of open needs is narrowed to. */
@ArgsType()
export class ProcurementNeedsArgs extends PageArgs {
  @Field(() => NeedKind, { nullable: true, description: 'Only those of a kind.' })
  @IsOptional()
  @IsEnum(NeedKind)
  kind?: NeedKind | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are, or are not, reserved for SMEs.',
  })
  @IsOptional()
  @IsBoolean()
  smeReserved?: boolean | null;
}

/** What an organization's needs are narrowed to. */
@ArgsType()
export class OrganizationNeedsArgs extends PageArgs {
  @Field(() => NeedState, { nullable: true, description: 'Only those that stand there.' })
  @IsOptional()
  @IsEnum(NeedState)
  state?: NeedState | null;
}

/** Whose needs are listed, and what they are narrowed to. */
@ArgsType()
export class MyProcurementNeedsArgs extends OrganizationNeedsArgs {
  @Field(() => ID, { description: 'The organization that the caller acts for.' })
  actingOrganizationId!: string;
}
