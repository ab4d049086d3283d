import { Access } from '@app/kernel';
import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConceptKind, ParameterType } from './trade-concept.js';

registerEnumType(ConceptKind, {
  name: 'ConceptKind',
  description: 'What a trade concept is.',
  valuesMap: {
    PRODUCT: { description: 'A thing that is made and sold.' },
    PROCESS: { description: 'A way of making or treating things.' },
    MATERIAL: { description: 'What things are made of.' },
    EQUIPMENT: { description: 'A machine that one buys.' },
    SERVICE: { description: 'Work done for others.' },
    APPLICATION: { description: 'A field of use or an end industry.' },
  },
});

registerEnumType(ParameterType, {
  name: 'ConceptParameterType',
  description: 'How the values of a parameter compare.',
  valuesMap: {
    RANGE: { description: 'Numbers in a unit: a capability offers from–to, a need asks a value or a range.' },
    ORDINAL: { description: 'An ordered list of grades.' },
    SET: { description: 'Names; the values listed are the usual ones, others may be entered.' },
  },
});

@Access('Everyone: the vocabulary is public.')
@ObjectType('ConceptParameter', {
  description: 'A typed parameter that decides whether a capability suits a need.',
})
export class ConceptParameterType {
  @Field(() => ID, { description: 'Stable identifier, for example piece-weight.' })
  readonly id!: string;

  @Field(() => ParameterType, { description: 'How its values compare.' })
  readonly type!: ParameterType;

  @Field(() => String, { nullable: true, description: 'Unit of a RANGE; empty where it is a bare number.' })
  readonly unit?: string | null;

  @Field(() => Float, { nullable: true, description: 'Least believable value of a RANGE, in its unit.' })
  readonly min?: number | null;

  @Field(() => Float, { nullable: true, description: 'Largest believable value of a RANGE, in its unit.' })
  readonly max?: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Grades of an ORDINAL in order, or usual values of a SET.',
  })
  readonly values?: readonly string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The stricter end of an ORDINAL: LOWER is the first grade, HIGHER the last.',
  })
  readonly better?: string | null;
}

@Access('Everyone: the vocabulary is public.')
@ObjectType('TradeConcept', {
  description:
    'A product, process, material, machine, service or field of use, with the names by which the trade calls it.',
})
export class TradeConceptType {
  @Field(() => ID, { description: 'Stable identifier, for example die-casting.' })
  readonly id!: string;

  @Field(() => ConceptKind, { description: 'What the concept is.' })
  readonly kind!: ConceptKind;

  @Field(() => [String], { description: 'Other names, in either language.' })
  readonly synonyms!: readonly string[];
}
