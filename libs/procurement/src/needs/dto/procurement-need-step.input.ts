import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, Length, Matches } from 'class-validator';

/** Names a need and for whom the caller acts. */
@InputType({ isAbstract: true, description: 'A need of the acting organization.' })
abstract class ProcurementNeedStepInput {
  @Field(() => ID, { description: 'The buyer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The need.' })
  needId!: string;
}

@InputType({ description: 'A draft to publish.' })
export class PublishProcurementNeedInput extends ProcurementNeedStepInput {}

@InputType({ description: 'A published need to close.' })
export class CloseProcurementNeedInput extends ProcurementNeedStepInput {}

@InputType({ description: 'A need to call off.' })
export class CancelProcurementNeedInput extends ProcurementNeedStepInput {
  @Field({ description: 'Why; everybody who sees the need sees it.' })
  @Length(2, 500)
  @Matches(/\S\s*\S/)
  reason!: string;
}

@InputType({ description: 'Organizations that the buyer asks to answer a need.' })
export class InviteToProcurementNeedInput extends ProcurementNeedStepInput {
  @Field(() => [ID], { description: 'The invited organizations.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  organizationIds!: string[];
}

@InputType({ description: 'An invitation to take back.' })
export class WithdrawNeedInvitationInput extends ProcurementNeedStepInput {
  @Field(() => ID, { description: 'The invited organization.' })
  organizationId!: string;
}
