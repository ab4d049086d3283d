import { Access } from '@app/identity';
import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { RequestedFactKind } from '../fact-request.enums.js';

/** One question as the asked company reads it. */
@ObjectType('FactQuestion', { description: 'One question of a one-time link.' })
@Access('whoever holds the link')
export class FactQuestionType {
  @Field(() => RequestedFactKind, { description: 'What is asked.' })
  kind!: RequestedFactKind;

  @Field(() => ID, { nullable: true, description: 'Kind of certificate or parameter; null for the others.' })
  subjectId!: string | null;

  @Field({ description: 'What is asked, in the reader’s language.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Unit of the answer where it is given.' })
  unit!: string | null;

  @Field({ description: 'Whether the answer is a range; otherwise, for a parameter, one or several values.' })
  range!: boolean;

  @Field(() => [String], { description: 'Usual values of a parameter; empty for the others.' })
  choices!: readonly string[];
}

/** What the holder of a link is asked: the buyer stands there as it does before suppliers, under its alias if it has one. */
@ObjectType('FactQuestionnaire', { description: 'What the holder of a one-time link is asked.' })
@Access('whoever holds the link')
export class FactQuestionnaire {
  @Field({ description: 'Who asks, by the name under which suppliers know it.' })
  readonly buyerName!: string;

  @Field({ description: 'Title of the need.' })
  readonly needTitle!: string;

  @Field(() => String, { nullable: true, description: 'What is needed.' })
  readonly needDescription!: string | null;

  @Field({ description: 'Name of the company that is asked.' })
  readonly organizationName!: string;

  @Field(() => String, { nullable: true, description: 'The capability that the facts belong to.' })
  readonly capabilityTitle!: string | null;

  @Field(() => [FactQuestionType], { description: 'The questions.' })
  readonly questions!: FactQuestionType[];

  @Field({ description: 'Whether nobody looks after the company’s profile yet, so that it can be claimed.' })
  readonly claimable!: boolean;

  @Field({
    description: 'Whether the link went to an address that somebody else gave, whose holder can object.',
  })
  readonly contactGiven!: boolean;

  @Field(() => GraphQLISODateTime, { description: 'Until when it can be answered.' })
  readonly expiresAt!: Date;

  constructor(columns: FactQuestionnaire) {
    Object.assign(this, columns);
  }
}
