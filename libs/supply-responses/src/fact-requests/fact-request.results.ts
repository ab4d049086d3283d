import { Access, TooManyAttemptsError } from '@app/identity';
import { resultUnion } from '@app/kernel';
import {
  OrganizationAlreadyClaimedError,
  type OrganizationClaim,
  OrganizationClaimType,
} from '@app/organizations';
import { NeedNotOpenError } from '@app/procurement';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { FactQuestionnaire } from './answering/fact-questionnaire.type.js';
import type { FactRequest } from './fact-request.entity.js';
import {
  FactContactError,
  FactLinkInvalidError,
  FactRequestExistsError,
  FactRequestStateError,
  NothingToAskError,
} from './fact-request.errors.js';
import { FactRequestType } from './fact-request.type.js';

@ObjectType('RequestFactsPayload', { description: 'The link is on its way.' })
@Access('the caller')
export class RequestFactsPayload {
  @Field(() => FactRequestType, { description: 'The request.' })
  readonly factRequest: FactRequest;

  constructor(factRequest: FactRequest) {
    this.factRequest = factRequest;
  }
}

@ObjectType('RevokeFactRequestPayload', { description: 'The link leads nowhere any more.' })
@Access('the caller')
export class RevokeFactRequestPayload {
  @Field(() => FactRequestType, { description: 'The request as it is now.' })
  readonly factRequest: FactRequest;

  constructor(factRequest: FactRequest) {
    this.factRequest = factRequest;
  }
}

@ObjectType('AnswerFactRequestPayload', { description: 'The answer is taken; the link is used up.' })
@Access('whoever holds the link')
export class AnswerFactRequestPayload {
  @Field(() => ID, { description: 'The company that answered.' })
  readonly organizationId: string;

  @Field({ description: 'Whether the profile can be claimed by this link after signing in.' })
  readonly claimable: boolean;

  @Field(() => OrganizationClaimType, {
    nullable: true,
    description: 'The claim that began with the answer, for who was signed in and wished it.',
  })
  readonly claim: OrganizationClaim | null;

  constructor(organizationId: string, claimable: boolean, claim: OrganizationClaim | null) {
    this.organizationId = organizationId;
    this.claimable = claimable;
    this.claim = claim;
  }
}

@ObjectType('RefuseFactRequestsPayload', { description: 'This contact is not written to any more.' })
@Access('whoever holds the link')
export class RefuseFactRequestsPayload {
  @Field({ description: 'Always true: nobody gets a link at this contact any more.' })
  readonly refused: boolean = true;
}

@ObjectType('ClaimByFactRequestPayload', { description: 'The claim is filed and waits for platform staff.' })
@Access('the caller')
export class ClaimByFactRequestPayload {
  @Field(() => OrganizationClaimType, { description: 'The claim.' })
  readonly claim: OrganizationClaim;

  constructor(claim: OrganizationClaim) {
    this.claim = claim;
  }
}

export const RequestFactsResult = resultUnion('RequestFactsResult', [
  RequestFactsPayload,
  NeedNotOpenError,
  FactRequestExistsError,
  FactContactError,
  NothingToAskError,
  TooManyAttemptsError,
] as const);
export type RequestFactsResult = typeof RequestFactsResult;

export const RevokeFactRequestResult = resultUnion('RevokeFactRequestResult', [
  RevokeFactRequestPayload,
  FactRequestStateError,
] as const);
export type RevokeFactRequestResult = typeof RevokeFactRequestResult;

export const FactRequestByTokenResult = resultUnion('FactRequestByTokenResult', [
  FactQuestionnaire,
  FactLinkInvalidError,
  TooManyAttemptsError,
] as const);
export type FactRequestByTokenResult = typeof FactRequestByTokenResult;

export const AnswerFactRequestResult = resultUnion('AnswerFactRequestResult', [
  AnswerFactRequestPayload,
  FactLinkInvalidError,
  TooManyAttemptsError,
] as const);
export type AnswerFactRequestResult = typeof AnswerFactRequestResult;

export const RefuseFactRequestsResult = resultUnion('RefuseFactRequestsResult', [
  RefuseFactRequestsPayload,
  FactLinkInvalidError,
  TooManyAttemptsError,
] as const);
export type RefuseFactRequestsResult = typeof RefuseFactRequestsResult;

export const ClaimByFactRequestResult = resultUnion('ClaimByFactRequestResult', [
  ClaimByFactRequestPayload,
  FactLinkInvalidError,
  OrganizationAlreadyClaimedError,
  TooManyAttemptsError,
] as const);
export type ClaimByFactRequestResult = typeof ClaimByFactRequestResult;
