import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'A match that the acting side does not want to see.' })
export class HideMatchInput {
  @Field(() => ID, { description: 'The buyer or the supplier, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The need.' })
  needId!: string;

  @Field(() => ID, { description: 'The supplier; where the supplier hides, itself.' })
  supplierId!: string;
}

@InputType({ description: 'A match that the acting side wants to see again.' })
export class ShowMatchAgainInput extends HideMatchInput {}

@InputType({ description: 'An organization that the acting one does not want to be matched with.' })
export class BlockOrganizationInput {
  @Field(() => ID, { description: 'The organization for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The organization to be blocked.' })
  organizationId!: string;
}

@InputType({ description: 'An organization that is not to be blocked any more.' })
export class UnblockOrganizationInput extends BlockOrganizationInput {}
