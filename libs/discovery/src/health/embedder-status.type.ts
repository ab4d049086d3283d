import { Access } from '@app/identity';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('EmbedderDeadText', {
  description: 'A text that the outside model refused and that was put aside.',
})
@Access('staff')
export class EmbedderDeadTextType {
  @Field(() => ID, { description: 'Number of the task.' })
  id!: string;

  @Field({ description: 'The text as it was sent.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed.' })
  reason!: string | null;

  @Field({ description: 'When it was put aside.' })
  deadAt!: Date;
}

@ObjectType('EmbedderStatus', { description: 'How the outside model that turns texts into vectors fares.' })
@Access('staff')
export class EmbedderStatusType {
  @Field({ description: 'Name of the model.' })
  name!: string;

  @Field({ description: 'Version of the model.' })
  version!: string;

  @Field(() => Int, { description: 'Numbers of a vector.' })
  dimensions!: number;

  @Field({ description: 'COMPUTING until it is complete and compared with, then CURRENT.' })
  state!: string;

  @Field(() => Int, { description: 'Texts that wait for their vectors.' })
  waiting!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was last asked in vain; null when it answered since.',
  })
  trouble!: string | null;

  @Field(() => [EmbedderDeadTextType], {
    description: 'Texts that were put aside, the latest first, at most 100.',
  })
  dead!: readonly EmbedderDeadTextType[];
}
