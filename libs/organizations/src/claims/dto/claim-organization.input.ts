import { Field, ID, InputType } from '@nestjs/graphql';
import { Length } from 'class-validator';

@InputType({ description: 'A claim on an imported profile.' })
export class ClaimOrganizationInput {
  @Field(() => ID, { description: 'The unclaimed organization.' })
  organizationId!: string;

  @Field({
    description:
      'Why the caller may speak for it: position, business licence, official e-mail, telephone to call back.',
  })
  @Length(10, 2000)
  evidence!: string;
}
