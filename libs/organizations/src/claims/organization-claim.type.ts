import { Access, NodeType } from '@app/identity';
import { connectionType } from '@app/kernel';
import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { ClaimDecision } from './claim-decision.js';

@ObjectType('OrganizationClaim', {
  description: 'A request to look after an imported profile.',
  implements: () => NodeType,
})
@Access('the claimant and platform staff')
export class OrganizationClaimType extends NodeType {
  @Field({ description: 'Why the claimant may speak for the organization.' })
  evidence!: string;

  @Field(() => ClaimDecision, { description: 'What became of it.' })
  decision!: ClaimDecision;

  @Field(() => String, { nullable: true, description: 'What staff tell the claimant.' })
  reason!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When staff decided.' })
  decidedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was filed.' })
  createdAt!: Date;
}

export const OrganizationClaimConnectionType = connectionType(OrganizationClaimType, 'OrganizationClaim');
