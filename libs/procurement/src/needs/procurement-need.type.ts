import { Access, NodeType } from '@app/identity';
import { connectionType, LocalDateScalar } from '@app/kernel';
import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { AskedParameterType, NeedConceptType } from './need-values.type.js';
import { NeedKind, NeedPurpose, NeedState, NeedVisibility } from './procurement-need.enums.js';

@ObjectType('ProcurementNeed', {
  description: 'What a buyer needs, from draft to award.',
  implements: () => NodeType,
})
@Access('once published its audience and staff; always the buyer’s members')
export class ProcurementNeedType extends NodeType {
  @Field(() => NeedKind, { description: 'What is wanted.' })
  kind!: NeedKind;

  @Field(() => NeedState, { description: 'Where it stands.' })
  state!: NeedState;

  @Field(() => NeedVisibility, { description: 'Who may see it once published.' })
  visibility!: NeedVisibility;

  @Field({ description: 'Title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Description.' })
  description!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name under which the buyer stands; null when it stands under its own.',
  })
  alias!: string | null;

  @Field(() => [AskedParameterType], { description: 'Typed parameters asked for.' })
  parameters!: AskedParameterType[];

  @Field(() => [NeedConceptType], { description: 'What it is about, most important first.' })
  concepts!: NeedConceptType[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day by which the first delivery is wanted.' })
  deliverBy!: string | null;

  @Field({ description: 'Whether suppliers see the target price, if there is one.' })
  targetPriceShown!: boolean;

  @Field({ description: 'Whether suppliers see the budget, if there is one.' })
  budgetShown!: boolean;

  @Field(() => String, { nullable: true, description: 'Payment terms.' })
  paymentTerms!: string | null;

  @Field(() => NeedPurpose, { nullable: true, description: 'Why the buyer asks.' })
  purpose!: NeedPurpose | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when suppliers can answer; every published need has one.',
  })
  replyDeadline!: Date | null;

  @Field({ description: 'Whether it is reserved for small and medium enterprises.' })
  smeReserved!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it was called off.' })
  cancellationReason!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was published.' })
  publishedAt!: Date | null;

  @Field(() => Int, { description: 'Grows with every change; send it back as `expectedVersion`.' })
  version!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it was drafted.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it last changed.' })
  updatedAt!: Date;
}

export const ProcurementNeedConnectionType = connectionType(ProcurementNeedType, 'ProcurementNeed');
