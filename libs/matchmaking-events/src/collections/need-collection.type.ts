import { Access } from '@app/identity';
import { connectionType } from '@app/kernel';
import { NeedKind } from '@app/procurement';
import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { CollectedNeedState, ConsentForm } from './need-collection.enums.js';

@ObjectType('CollectionDistrict', { description: 'A district that brings in needs.' })
@Access('members of the bureau and of its districts')
export class CollectionDistrictType {
  id!: string;
  delegateOrganizationId!: string;

  @Field({ description: 'Name of the district.' })
  name!: string;

  @Field(() => Int, { description: 'How many needs the bureau expects of it at least.' })
  quota!: number;
}

@ObjectType('CollectedNeed', { description: 'A company’s need as a district brings it in.' })
@Access('members of the bureau, and of the district that brings it in')
export class CollectedNeedType {
  id!: string;
  collectionId!: string;
  districtId!: string;
  organizationId!: string | null;
  needId!: string | null;

  @Field({ description: 'The company.' })
  companyName!: string;

  @Field(() => String, { nullable: true, description: 'Its unified social credit code.' })
  creditCode!: string | null;

  @Field(() => NeedKind, { description: 'What is needed.' })
  kind!: NeedKind;

  @Field({ description: 'Title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Description.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Amount and unit in the company’s words.' })
  quantity!: string | null;

  @Field({ description: 'Whether the company lets it be published.' })
  public!: boolean;

  @Field({ description: 'Position of who agreed for the company that it is passed on.' })
  consentGivenBy!: string;

  @Field({ description: 'Day of the consent, YYYY-MM-DD.' })
  consentGivenOn!: string;

  @Field(() => ConsentForm, { description: 'In which form the consent was given.' })
  consentForm!: ConsentForm;

  @Field(() => CollectedNeedState, { description: 'Where it stands on its way up.' })
  state!: CollectedNeedState;

  @Field(() => String, { nullable: true, description: 'Why the bureau gave it back.' })
  returnReason!: string | null;

  @Field(() => Int, { description: 'Grows with every change.' })
  version!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it last changed.' })
  updatedAt!: Date;
}

export const CollectedNeedConnectionType = connectionType(CollectedNeedType, 'CollectedNeed');

@ObjectType('NeedCollection', { description: 'A bureau collects needs for an event, through districts.' })
@Access('members of the bureau and of its districts')
export class NeedCollectionType {
  id!: string;
  eventId!: string;

  @Field({ description: 'Title.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What delegates are to observe.' })
  instructions!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'Until when needs are handed in.' })
  deadline!: Date;
}
