import { Access, NodeType } from '@app/identity';
import {
  connectionType,
  DecimalScalar,
  LocalDateScalar,
  Outcome,
  OutcomeType,
  PageArgs,
  QuantityType,
} from '@app/kernel';
import { ArgsType, Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsOptional } from 'class-validator';
import { NeedKind, NeedPurpose, NeedState, NeedVisibility, Tooling } from './procurement-need.enums.js';

@ObjectType('NeedConcept', {
  description: 'What a need is about: a trade concept, or a word that the vocabulary does not know.',
})
@Access('everyone who sees the need')
export class NeedConceptType {
  @Field(() => ID, { nullable: true, description: 'Trade concept; null for a plain word.' })
  conceptId!: string | null;

  @Field({ description: 'Kind of the concept, or KEYWORD.' })
  kind!: string;

  @Field({ description: 'The words that name it.' })
  text!: string;

  @Field(() => Float, { description: 'Importance, 0 to 1.' })
  weight!: number;
}

@ObjectType('AskedParameter', { description: 'A typed parameter with the range or the values asked for.' })
@Access('everyone who sees the need')
export class AskedParameterType {
  @Field(() => ID, { description: 'Parameter of the vocabulary, such as piece-weight.' })
  parameterId!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Least value.' })
  min!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Largest value.' })
  max!: string | null;

  @Field(() => String, { nullable: true, description: 'Unit of min and max.' })
  unit!: string | null;

  @Field(() => [String], { description: 'Grades or names asked for.' })
  values!: readonly string[];
}

@ObjectType('TargetPrice', { description: 'The price that a buyer aims at.' })
@Access('everyone who sees the need when the buyer shows it; otherwise the buyer’s members')
export class TargetPriceType {
  @Field(() => DecimalScalar, { description: 'Exact amount in the currency’s main unit.' })
  amount!: string;

  @Field({ description: 'ISO 4217 code.' })
  currency!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether tax is included; null when not stated.' })
  taxIncluded!: boolean | null;

  @Field({ description: 'Unit that the price is for.' })
  basis!: string;
}

@ObjectType('BudgetBand', { description: 'What a buyer can spend; at least one end is known.' })
@Access('everyone who sees the need when the buyer shows it; otherwise the buyer’s members')
export class BudgetBandType {
  @Field(() => DecimalScalar, { nullable: true, description: 'Lower end, in the currency’s main unit.' })
  min!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Upper end, in the currency’s main unit.' })
  max!: string | null;

  @Field({ description: 'ISO 4217 code.' })
  currency!: string;
}

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

@OutcomeType('NeedStateError', 'The state of the need does not allow the step.')
export class NeedStateError extends Outcome {
  @Field(() => NeedState, { description: 'Where the need stands now.' })
  readonly currentState: NeedState;

  constructor(currentState: NeedState) {
    super('NEED_STATE', {}, ['input.needId']);
    this.currentState = currentState;
  }
}

@OutcomeType(
  'NeedNotOpenError',
  'The need takes no responses: it is not published, or its reply deadline has passed.',
)
export class NeedNotOpenError extends Outcome {
  constructor() {
    super('NEED_NOT_OPEN', {}, ['input.needId']);
  }
}

@OutcomeType('NeedNotReadyError', 'The draft lacks what a published need must have.')
export class NeedNotReadyError extends Outcome {
  constructor(fields: string[]) {
    super('NEED_NOT_READY', {}, fields);
  }
}

@OutcomeType('NeedChangedMeanwhileError', 'Somebody else changed the need after the caller had read it.')
export class NeedChangedMeanwhileError extends Outcome {
  @Field(() => Int, { description: 'The version that the need has now.' })
  readonly currentVersion: number;

  constructor(currentVersion: number) {
    super('NEED_CHANGED_MEANWHILE', {}, ['input.expectedVersion']);
    this.currentVersion = currentVersion;
  }
}

/** What the list of open needs is narrowed to. */
@ArgsType()
export class ProcurementNeedsArgs extends PageArgs {
  @Field(() => NeedKind, { nullable: true, description: 'Only those of a kind.' })
  @IsOptional()
  @IsEnum(NeedKind)
  kind?: NeedKind | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are, or are not, reserved for SMEs.',
  })
  @IsOptional()
  @IsBoolean()
  smeReserved?: boolean | null;
}

/** What an organization's needs are narrowed to. */
@ArgsType()
export class OrganizationNeedsArgs extends PageArgs {
  @Field(() => NeedState, { nullable: true, description: 'Only those that stand there.' })
  @IsOptional()
  @IsEnum(NeedState)
  state?: NeedState | null;
}

/** Whose needs are listed, and what they are narrowed to. */
@ArgsType()
export class MyProcurementNeedsArgs extends OrganizationNeedsArgs {
  @Field(() => ID, { description: 'The organization that the caller acts for.' })
  actingOrganizationId!: string;
}
