import { Access, NodeType } from '@app/identity';
import { FactState, LocalDateScalar } from '@app/kernel';
import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { ProfileFact } from '../profiles/organization.enums.js';
import { TierLevel } from './tier-level.js';

@ObjectType('OrganizationCertificate', {
  description: 'A certificate or licence that an organization holds.',
  implements: () => NodeType,
})
@Access('everyone')
export class OrganizationCertificateType extends NodeType {
  @Field(() => String, { nullable: true, description: 'Number of the certificate.' })
  number!: string | null;

  @Field(() => String, { nullable: true, description: 'What it covers.' })
  scope!: string | null;

  @Field(() => String, { nullable: true, description: 'Who issued it.' })
  issuer!: string | null;

  @Field(() => String, { nullable: true, description: 'The plant that it holds for.' })
  site!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last valid day.' })
  validUntil!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When platform staff checked it.' })
  checkedAt!: Date | null;
}

@ObjectType('TierRecognition', {
  description: 'A tier that an authority recognised an organization for.',
  implements: () => NodeType,
})
@Access('everyone')
export class TierRecognitionType extends NodeType {
  @Field(() => TierLevel, { description: 'The tier.' })
  level!: TierLevel;

  @Field(() => Int, { description: 'Year of the recognition.' })
  year!: number;

  @Field(() => String, { nullable: true, description: 'Batch of the recognition.' })
  batch!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last valid day.' })
  validUntil!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it can be read: document number or address.' })
  evidence!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When platform staff checked it.' })
  checkedAt!: Date | null;
}

@ObjectType('ProfileFactStatus', { description: 'How well a fact of the profile is founded.' })
@Access('everyone')
export class ProfileFactStatusType {
  @Field(() => ProfileFact, { description: 'The fact.' })
  fact!: ProfileFact;

  @Field(() => FactState, { description: 'How well it is founded.' })
  state!: FactState;

  @Field(() => GraphQLISODateTime, { description: 'When it was declared or imported.' })
  statedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When platform staff checked it.' })
  checkedAt!: Date | null;
}
