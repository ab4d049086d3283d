import { Access } from '@app/identity';
import { DecimalScalar, LocalDateScalar, QuantityType } from '@app/kernel';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Tooling } from './procurement-need.enums.js';

@ObjectType('NeedLine', { description: 'One line item of a need.' })
@Access('everyone who sees the need')
export class NeedLineType {
  @Field(() => Int, { description: 'Place in the need, from 1.' })
  position!: number;

  @Field({ description: 'What is wanted.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Part number.' })
  partNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Drawing number.' })
  drawingNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'Revision of the drawing.' })
  revision!: string | null;

  @Field(() => String, { nullable: true, description: 'Material: grade and state.' })
  material!: string | null;

  @Field(() => String, { nullable: true, description: 'Process.' })
  process!: string | null;

  @Field(() => String, { nullable: true, description: 'Tolerance.' })
  tolerance!: string | null;

  @Field(() => String, { nullable: true, description: 'Surface and its treatment.' })
  surface!: string | null;

  @Field(() => String, { nullable: true, description: 'Heat treatment.' })
  heatTreatment!: string | null;

  @Field(() => String, { nullable: true, description: 'How it is inspected.' })
  inspection!: string | null;

  @Field(() => String, { nullable: true, description: 'How it is packed.' })
  packaging!: string | null;

  @Field(() => QuantityType, { nullable: true, description: 'How many, once, per month or per year.' })
  quantity!: QuantityType | null;

  @Field(() => [DecimalScalar], {
    description: 'Amounts of the first, second, … year; empty when the volume stays.',
  })
  yearlySteps!: string[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'Start of production.' })
  startOfProduction!: string | null;

  @Field(() => Tooling, { nullable: true, description: 'Whose tooling makes it.' })
  tooling!: Tooling | null;
}
