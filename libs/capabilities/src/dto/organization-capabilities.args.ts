import { PageArgs } from '@app/kernel';
import { ArgsType, Field } from '@nestjs/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import { CapabilityState } from '../capability.enums.js';

/** What a list of capabilities is narrowed to. */
@ArgsType()
export class OrganizationCapabilitiesArgs extends PageArgs {
  @Field(() => CapabilityState, { nullable: true, description: 'Only those that stand there.' })
  @IsOptional()
  @IsEnum(CapabilityState)
  state?: CapabilityState | null;
}
