import { Access, NodeType } from '@app/identity';
import { connectionType, FactState, QuantityType } from '@app/kernel';
import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { CapabilityKind, CapabilityState, FirstSetLevel } from './capability.enums.js';
import { CapabilityConceptType, OfferedParameterType, PriceRangeType } from './capability-values.type.js';

@ObjectType('Capability', {
  description: 'What a supplier can do: a product, a process or a service.',
  implements: () => NodeType,
})
@Access('everyone once published; before and afterwards the supplier’s members')
export class CapabilityType extends NodeType {
  @Field(() => CapabilityKind, { description: 'What it is about.' })
  kind!: CapabilityKind;

  @Field(() => CapabilityState, { description: 'Where it stands.' })
  state!: CapabilityState;

  @Field({ description: 'Title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Description.' })
  description!: string | null;

  @Field(() => [CapabilityConceptType], { description: 'What it is about, most important first.' })
  concepts!: CapabilityConceptType[];

  @Field({ description: 'Whether the supplier set the concepts itself.' })
  conceptsCorrected!: boolean;

  @Field(() => [OfferedParameterType], { description: 'Typed parameters with what is on offer.' })
  parameters!: OfferedParameterType[];

  @Field(() => [String], { description: 'Materials.' })
  materials!: string[];

  @Field(() => [String], { description: 'Processes.' })
  processes!: string[];

  @Field(() => String, { nullable: true, description: 'Tolerances and specifications.' })
  specification!: string | null;

  @Field(() => QuantityType, { nullable: true, description: 'Capacity.' })
  capacity!: QuantityType | null;

  @Field(() => QuantityType, { nullable: true, description: 'Minimum order.' })
  minimumOrder!: QuantityType | null;

  @Field(() => PriceRangeType, { nullable: true, description: 'Price range.' })
  price!: PriceRangeType | null;

  @Field(() => Int, { nullable: true, description: 'Lead time in calendar days.' })
  leadTimeDays!: number | null;

  @Field(() => FirstSetLevel, { nullable: true, description: 'Level as first-set equipment.' })
  firstSetLevel!: FirstSetLevel | null;

  @Field({ description: 'Whether it stands in an official catalogue of innovative products.' })
  innovationCatalogue!: boolean;

  @Field(() => FactState, { description: 'DECLARED by the supplier, or INFERRED from its registration.' })
  factState!: FactState;

  @Field(() => String, {
    nullable: true,
    description: 'The phrase of the registered business scope that it was derived from.',
  })
  sourcePhrase!: string | null;

  @Field(() => Int, { description: 'Grows with every change; send it back as `expectedVersion`.' })
  version!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it came to the platform.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it last changed.' })
  updatedAt!: Date;
}

export const CapabilityConnectionType = connectionType(CapabilityType, 'Capability');
