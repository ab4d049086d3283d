import { CapabilityType } from '@app/capabilities';
import { Access } from '@app/identity';
import { OrganizationType } from '@app/organizations';
import { ProcurementNeedType } from '@app/procurement';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MatchCardType } from '../cards/match-card.type.js';
import { NeedConditionType, NeedPartType } from '../cards/reading.type.js';
import { MatchFit } from '../scoring/match-fit.js';

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
