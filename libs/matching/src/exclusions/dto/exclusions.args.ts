import { PageArgs } from '@app/kernel';
import { ArgsType, Field, ID } from '@nestjs/graphql';

/** Whose hidden matches or blocked organizations are listed. */
@ArgsType()
export class ExclusionsArgs extends PageArgs {
  @Field(() => ID, { description: 'The organization that the caller acts for.' })
  actingOrganizationId!: string;
}
