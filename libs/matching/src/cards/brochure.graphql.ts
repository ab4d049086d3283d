import { Access } from '@app/identity';
import { DecimalScalar, Period } from '@app/kernel';
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Length } from 'class-validator';
import { NeedPartType } from './match-card.graphql.js';

/** The longest brochure that is read. */
const MAX_BROCHURE = 5000;

const READER = 'whoever sent the text';
const PASSAGE = 'The passage of the text that states it, as it is written there.';

/** The text of a brochure. */
@ArgsType()
export class BrochureArgs {
  @Field({ description: `What a supplier writes about itself, at most ${MAX_BROCHURE} characters.` })
  @Length(1, MAX_BROCHURE)
  text!: string;
}

@ObjectType('BrochureQuantity', { description: 'An amount that a brochure states.' })
@Access(READER)
class BrochureQuantityType {
  @Field(() => DecimalScalar, { description: 'The amount; of a range, the end that holds in any case.' })
  amount!: string;

  @Field({ description: 'The unit as it is written.' })
  unit!: string;

  @Field(() => Period, { description: 'How often it comes.' })
  period!: Period;

  @Field({ description: PASSAGE })
  passage!: string;
}

@ObjectType('BrochureLeadTime', { description: 'A lead time that a brochure states.' })
@Access(READER)
class BrochureLeadTimeType {
  @Field(() => Int, {
    description: 'Calendar days: a working day counts 1.4; of a range, the longer time.',
  })
  days!: number;

  @Field({ description: PASSAGE })
  passage!: string;
}

@ObjectType('BrochureCertificate', {
  description: 'A kind of certificate that a brochure says is held, and does not deny, plan or apply for.',
})
@Access(READER)
class BrochureCertificateType {
  @Field(() => ID, { description: 'Kind of the certificate, such as iatf-16949.' })
  kindId!: string;

  @Field({ description: 'Name of the kind in the reader’s language.' })
  name!: string;

  @Field({ description: PASSAGE })
  passage!: string;
}

@ObjectType('BrochureParameter', {
  description:
    'A typed parameter that a brochure states, as a capability offers it: ±0.02 mm covers all from 0.02 mm on.',
})
@Access(READER)
class BrochureParameterType {
  @Field(() => ID, { description: 'Parameter of the vocabulary, such as tolerance.' })
  parameterId!: string;

  @Field({ description: 'Name of the parameter in the reader’s language.' })
  name!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Least value, in the parameter’s unit.' })
  min!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Largest value, in the parameter’s unit.' })
  max!: string | null;

  @Field(() => String, { nullable: true, description: 'Unit of min and max.' })
  unit!: string | null;

  @Field(() => [String], { description: 'Grades or names.' })
  values!: readonly string[];

  @Field({ description: PASSAGE })
  passage!: string;
}

@ObjectType('BrochureReading', {
  description:
    'What the text of a brochure states of a capability, each fact with its passage. Nothing is inferred, and nothing is stored.',
})
@Access(READER)
export class BrochureReadingType {
  @Field(() => String, {
    nullable: true,
    description: 'The clause that first names a product or process, as a title; null where none does.',
  })
  title!: string | null;

  @Field(() => [NeedPartType], {
    description: 'What it is about; parts with a trade concept may name the capability’s concepts.',
  })
  parts!: NeedPartType[];

  @Field(() => [BrochureQuantityType], { description: 'Capacities per month or year, in order.' })
  capacities!: BrochureQuantityType[];

  @Field(() => [BrochureQuantityType], { description: 'Minimum orders, in order.' })
  minimumOrders!: BrochureQuantityType[];

  @Field(() => [BrochureLeadTimeType], {
    description: 'Lead times of deliveries, in order; those of samples are left out.',
  })
  leadTimes!: BrochureLeadTimeType[];

  @Field(() => [BrochureCertificateType], { description: 'Certificates, in order.' })
  certificates!: BrochureCertificateType[];

  @Field(() => [BrochureParameterType], { description: 'Typed parameters, each once.' })
  parameters!: BrochureParameterType[];

  @Field(() => [String], { description: 'Materials in the words of the text.' })
  materials!: readonly string[];

  @Field(() => [String], { description: 'Processes in the words of the text.' })
  processes!: readonly string[];
}
