import { Access, NodeType } from '@app/identity';
import { connectionType, LocalDateScalar, MoneyType } from '@app/kernel';
import { Field, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import {
  ClaimState,
  HeadcountBand,
  OrganizationSource,
  OrganizationStatus,
  RevenueBand,
} from './organization.enums.js';

@ObjectType('Organization', {
  description: 'An enterprise, bureau or association of the supply chain.',
  implements: () => NodeType,
})
@Access('everyone')
export class OrganizationType extends NodeType {
  @Field({ description: 'Unified social credit code, GB 32100.' })
  creditCode!: string;

  @Field({ description: 'Registered name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'English name.' })
  nameEn!: string | null;

  @Field(() => String, { nullable: true, description: 'Address.' })
  address!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of foundation.' })
  foundedOn!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Registered capital.' })
  registeredCapital!: MoneyType | null;

  @Field(() => String, { nullable: true, description: 'Registered business scope.' })
  businessScope!: string | null;

  @Field(() => HeadcountBand, { nullable: true, description: 'How many people work there.' })
  headcountBand!: HeadcountBand | null;

  @Field(() => RevenueBand, { nullable: true, description: 'Yearly revenue.' })
  revenueBand!: RevenueBand | null;

  @Field(() => String, { nullable: true, description: 'What the organization says about itself.' })
  introduction!: string | null;

  @Field(() => String, { nullable: true, description: 'Web site.' })
  website!: string | null;

  @Field(() => [String], {
    description:
      'Names of the industrial chains that it leads; until staff have checked them, for its members and staff only.',
  })
  chainLeaderOf!: string[];

  @Field(() => OrganizationStatus, { description: 'Standing in the commercial register.' })
  status!: OrganizationStatus;

  @Field(() => ClaimState, {
    description: 'Who looks after the profile, and whether staff have verified them.',
  })
  claimState!: ClaimState;

  @Field(() => OrganizationSource, { description: 'Where the profile came from.' })
  source!: OrganizationSource;

  @Field(() => String, { nullable: true, description: 'Name of the list that it was imported from.' })
  sourceName!: string | null;

  @Field(() => Int, { description: 'Grows with every change; send it back as `expectedVersion`.' })
  version!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it came to the platform.' })
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it last changed.' })
  updatedAt!: Date;
}

export const OrganizationConnectionType = connectionType(OrganizationType, 'Organization');
