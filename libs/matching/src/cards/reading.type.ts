import { Access } from '@app/identity';
import { Field, Float, ID, ObjectType } from '@nestjs/graphql';

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
