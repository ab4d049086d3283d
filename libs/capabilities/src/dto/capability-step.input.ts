import { Field, ID, InputType } from '@nestjs/graphql';

/** Names a capability and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'A capability of the acting organization.' })
abstract class CapabilityStepInput {
  @Field(() => ID, { description: 'The supplier, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The capability.' })
  capabilityId!: string;
}

@InputType({ description: 'A capability to publish.' })
export class PublishCapabilityInput extends CapabilityStepInput {}

@InputType({ description: 'A capability to withdraw.' })
export class WithdrawCapabilityInput extends CapabilityStepInput {}

@InputType({ description: 'A capability whose facts still hold.' })
export class ReconfirmCapabilityInput extends CapabilityStepInput {}
