import { Access } from '@app/identity';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CriterionKey } from '../criterion-key.js';
import { CriterionState } from '../criteria/match-criterion.js';

registerEnumType(CriterionState, {
  name: 'CriterionState',
  description: 'How far a criterion is met.',
  valuesMap: {
    MET: { description: 'Met by known facts.' },
    PARTLY: { description: 'Partly met.' },
    UNMET: { description: 'Known not to be met.' },
    UNKNOWN: { description: 'Nobody has said; it scores nothing and disqualifies nobody.' },
  },
});

registerEnumType(CriterionKey, {
  name: 'CriterionKey',
  description: 'The criteria of a match.',
  valuesMap: {
    CONCEPT_COVERAGE: { description: 'Is it the thing asked for: material, process, product?' },
    APPLICATION: { description: 'Does the supplier speak of the field of use? Silence is unknown.' },
    TECHNICAL_ENVELOPE: { description: 'Do the technical figures lie within the offered ranges?' },
    TEXT_CLOSENESS: { description: 'How much of the wording agrees.' },
    MEANING: { description: 'How near the listing comes in meaning, by word vectors of the platform’s own.' },
    MODEL_MEANING: {
      description:
        'How near the listing comes in meaning to an outside model; only where one is used and has computed both texts.',
    },
    CAPACITY: { description: 'Amount per period against amount per period.' },
    LEAD_TIME: { description: 'Does it come in time?' },
    PRICE: { description: 'Is the price within the target?' },
    CERTIFICATES: { description: 'Does the plant hold the certificates?' },
    REGION: { description: 'Is the supplier where it is wanted?' },
    TIER: { description: 'Is the supplier recognised as specialized?' },
    TRUST: { description: 'Who says so, and how long ago?' },
  },
});

const CARD = 'whoever may see the match; facts that the other side keeps private are left out';

/** One part of the need and the supplier's words that met it. */
@ObjectType('MatchPart', { description: 'One part of what is asked for, and the words that met it.' })
@Access(CARD)
class MatchPartType {
  @Field({ description: 'The buyer’s words.' })
  asked!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The supplier’s words that met it; null when none did.',
  })
  met!: string | null;

  @Field({ description: 'MATERIAL, PROCESS, PRODUCT, EQUIPMENT, SERVICE, APPLICATION or KEYWORD.' })
  kind!: string;

  @Field(() => Float, { description: 'How well it is met, 0 to 1.' })
  fit!: number;
}

/** One criterion of a match card. */
@ObjectType('MatchCriterion', { description: 'One criterion of a match.' })
@Access(CARD)
export class MatchCriterionType {
  @Field(() => CriterionKey, { description: 'Which criterion.' })
  key!: CriterionKey;

  @Field({ description: 'Its name in the reader’s language.' })
  name!: string;

  @Field(() => CriterionState, { description: 'How far it is met.' })
  state!: CriterionState;

  @Field(() => Float, { description: '0 to 1; 0 when unknown.' })
  score!: number;

  @Field(() => Float, { description: 'Weight in the score.' })
  weight!: number;

  @Field({ description: 'Why, in the reader’s language.' })
  reason!: string;

  @Field({
    description:
      'Whether the supplier stated the facts in its response to this need, and not in its listing; only the two sides learn of it.',
  })
  statedForNeed!: boolean;

  @Field(() => [MatchPartType], {
    description: 'Which words met which words; only for CONCEPT_COVERAGE and APPLICATION.',
  })
  parts!: MatchPartType[];
}

/** The explained comparison of a need and a supplier. */
@ObjectType('MatchCard', {
  description: 'The comparison of a need and a capability; both sides see the same.',
})
@Access(CARD)
export class MatchCardType {
  @Field(() => Float, { description: '0 to 100.' })
  score!: number;

  @Field(() => Float, { description: 'The score if every unknown were met.' })
  reachable!: number;

  @Field(() => Int, { description: 'Facts known of those that the need asks about.' })
  factsKnown!: number;

  @Field(() => Int, { description: 'Facts that the need asks about.' })
  factsAsked!: number;

  @Field(() => [MatchCriterionType], { description: 'The criteria that apply to the need.' })
  criteria!: MatchCriterionType[];

  @Field(() => String, {
    nullable: true,
    description: 'The missing fact that would raise the score most, in the reader’s language.',
  })
  decidingFact!: string | null;

  @Field({ description: 'Version of the weights that made the score.' })
  weightsVersion!: string;
}

const READING = 'whoever posted the words or may see the need';

/** One typed part of what is asked for. */
@ObjectType('NeedPart', { description: 'One part of what is asked for, as it was read.' })
@Access(READING)
export class NeedPartType {
  @Field({ description: 'The words.' })
  text!: string;

  @Field({ description: 'MATERIAL, PROCESS, PRODUCT, EQUIPMENT, SERVICE, APPLICATION or KEYWORD.' })
  kind!: string;

  @Field({ description: 'HEAD (the thing asked for), DEFINING, MODIFIER or APPLICATION.' })
  role!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Trade concept; null for a word that the vocabulary does not know.',
  })
  conceptId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the concept in the reader’s language.' })
  conceptName!: string | null;

  @Field(() => Float, { description: 'Weight among the parts.' })
  weight!: number;
}

/** One condition that the words state. */
@ObjectType('NeedCondition', {
  description: 'A condition of the need: compared with facts, never searched as words.',
})
@Access(READING)
export class NeedConditionType {
  @Field({ description: 'What it is about, in the reader’s language.' })
  label!: string;

  @Field({ description: 'What is asked, in the reader’s language.' })
  value!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The region of a condition on one place, GB/T 2260; null for several places and for every other condition.',
  })
  regionCode!: string | null;
}
