import { CapabilityType } from '@app/capabilities';
import { Access } from '@app/identity';
import { OrganizationType } from '@app/organizations';
import { ProcurementNeedType } from '@app/procurement';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, Length, Max, Min } from 'class-validator';
import { MatchFit } from '../scoring/score-match.js';
import { MatchCardType, NeedConditionType, NeedPartType } from './match-card.graphql.js';

registerEnumType(MatchFit, {
  name: 'MatchFit',
  description: 'Whether a match is the thing asked for.',
  valuesMap: {
    FITS: { description: 'The supplier names what is asked for.' },
    NEAR: { description: 'The supplier names only something near, or a part of what is asked for.' },
  },
});

/** A need and a supplier that fits it, with the capability that fits best. */
@ObjectType('Match', {
  description:
    'A need and a supplier that fits, with the capability that fits best and why; one card for both sides.',
})
@Access('whoever posted the words; members of the buyer and of the supplier, staff')
export class MatchType {
  @Field(() => ProcurementNeedType, {
    nullable: true,
    description: 'The need; null for a need in plain words, which is not stored.',
  })
  procurementNeed!: ProcurementNeedType | null;

  @Field(() => OrganizationType, { description: 'The supplier.' })
  organization!: OrganizationType;

  @Field(() => CapabilityType, { description: 'Its capability that fits best.' })
  capability!: CapabilityType;

  @Field(() => MatchFit, { description: 'Whether it is the thing asked for or only comes near.' })
  fit!: MatchFit;

  @Field(() => MatchCardType, { description: 'Why.' })
  card!: MatchCardType;
}

/** What a need led to. */
@ObjectType('MatchList', {
  description: 'The suppliers that fit a need, best first, and how the need was read.',
})
@Access('whoever may see the need’s matches')
export class MatchListType {
  @Field({ description: 'What is asked for, without conditions and courtesies.' })
  subject!: string;

  @Field(() => [NeedPartType], { description: 'The typed parts of what is asked for.' })
  parts!: NeedPartType[];

  @Field(() => [NeedConditionType], { description: 'The conditions.' })
  conditions!: NeedConditionType[];

  @Field(() => Int, { description: 'Suppliers that were compared.' })
  compared!: number;

  @Field(() => [MatchType], {
    description: 'The best of them, best first; one capability per supplier.',
  })
  matches!: MatchType[];
}

/** The longest need in plain words. */
const MAX_WORDS = 2000;

/** A need in plain words and how many matches are wanted. */
@ArgsType()
export class MatchesForWordsArgs {
  @Field({ description: `The need in plain words, at most ${MAX_WORDS} characters.` })
  @Length(1, MAX_WORDS)
  text!: string;

  @Field(() => Int, { defaultValue: 20, description: 'How many suppliers, at most 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  first!: number;
}

/** How many matches of a stored need are wanted. */
@ArgsType()
export class NeedMatchesArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many suppliers, at most 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  first!: number;
}

/** A stored need and a capability. */
@ArgsType()
export class MatchArgs {
  @Field(() => ID, { description: 'The need.' })
  needId!: string;

  @Field(() => ID, { description: 'The capability.' })
  capabilityId!: string;
}

/** The open needs that a supplier can meet. */
@ObjectType('MatchingNeedList', {
  description:
    'The open needs that a supplier can meet, best first: the same comparison from the other side.',
})
@Access('members of the supplier and staff')
export class MatchingNeedListType {
  @Field(() => Int, { description: 'Open needs that were compared; only such as address the supplier.' })
  compared!: number;

  @Field(() => [MatchType], {
    description: 'The best of them, best first; one capability per need.',
  })
  matches!: MatchType[];
}

/** How many needs that fit are wanted. */
@ArgsType()
export class MatchingNeedsArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many needs, at most 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  first!: number;
}
