import { Access, IdentifierKind, NodeType } from '@app/identity';
import { connectionType } from '@app/kernel';
import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { FactAnswerKind, RequestedFactKind } from './fact-request.enums.js';

@ObjectType('AnsweredFact', { description: 'One question of a fact request, with what became of it.' })
@Access('members of the buyer and of who asked, platform staff')
export class AnsweredFactType {
  @Field(() => RequestedFactKind, { description: 'What was asked.' })
  kind!: RequestedFactKind;

  @Field(() => ID, { nullable: true, description: 'Kind of certificate or parameter; null for the others.' })
  subjectId!: string | null;

  @Field({ description: 'What was asked, in the reader’s language.' })
  name!: string;

  @Field(() => FactAnswerKind, { nullable: true, description: 'What became of it; null before the answer.' })
  answer!: FactAnswerKind | null;

  @Field(() => String, { nullable: true, description: 'What was stated then, in figures.' })
  statement!: string | null;
}

@ObjectType('FactRequest', {
  description: 'A buyer or organizer asks a company for the facts that decide a match, by a one-time link.',
  implements: () => NodeType,
})
@Access('members of the buyer and of who asked, platform staff')
export class FactRequestType extends NodeType {
  @Field(() => IdentifierKind, {
    nullable: true,
    description: 'By which way the link was sent; null when it went to the company’s own members.',
  })
  contactKind!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Enough to recognise the number or address; null once it is forgotten.',
  })
  contactMask!: string | null;

  @Field({ description: 'Whether whoever answered wants to look after the profile.' })
  claimWished!: boolean;

  @Field(() => GraphQLISODateTime, { description: 'When the company was asked.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'Until when the link can be used.' })
  expiresAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was answered or ended.' })
  answeredAt!: Date | null;
}

export const FactRequestConnectionType = connectionType(FactRequestType, 'FactRequest');
