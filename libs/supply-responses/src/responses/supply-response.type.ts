import { Access, NodeType } from '@app/identity';
import { connectionType, DecimalScalar, QuantityType } from '@app/kernel';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { DeclineReason, SupplyResponseState } from './supply-response.enums.js';

@ObjectType('StatedParameter', { description: 'A typed parameter as a supplier states it for one need.' })
@Access('members of the supplier and of the buyer')
export class StatedParameterType {
  @Field(() => ID, { description: 'Parameter of the vocabulary, such as piece-weight.' })
  parameterId!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Least value.' })
  min!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Largest value.' })
  max!: string | null;

  @Field(() => String, { nullable: true, description: 'Unit of min and max.' })
  unit!: string | null;

  @Field(() => [String], { description: 'Grades or names.' })
  values!: readonly string[];
}

@ObjectType('SupplyResponse', {
  description: 'A supplier’s answer to a need, before any quotation: it can supply.',
  implements: () => NodeType,
})
@Access('members of the supplier and of the buyer')
export class SupplyResponseType extends NodeType {
  @Field(() => SupplyResponseState, { description: 'Where it stands.' })
  state!: SupplyResponseState;

  @Field({ description: 'What the supplier says.' })
  message!: string;

  @Field(() => [StatedParameterType], { description: 'Parameters that the supplier states for this need.' })
  parameters!: StatedParameterType[];

  @Field(() => QuantityType, { nullable: true, description: 'Capacity for this need.' })
  capacity!: QuantityType | null;

  @Field(() => Int, { nullable: true, description: 'Lead time for this need, in calendar days.' })
  leadTimeDays!: number | null;

  @Field(() => String, { nullable: true, description: 'Certificates, in the supplier’s words.' })
  certificates!: string | null;

  @Field(() => DeclineReason, { nullable: true, description: 'Why the buyer declined.' })
  declineReason!: DeclineReason | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the buyer answered last.' })
  answeredAt!: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When the supplier first answered the need.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it last changed.' })
  updatedAt!: Date;
}

export const SupplyResponseConnectionType = connectionType(SupplyResponseType, 'SupplyResponse');
