import {
  Access,
  CurrentLocale,
  CurrentRequest,
  CurrentViewer,
  type RequestContext,
  type Viewer,
} from '@app/identity';
import type { Locale } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  AnswerFactRequestInput,
  AnswerFactRequestResult,
  ClaimByFactRequestInput,
  ClaimByFactRequestResult,
  FactRequestByTokenArgs,
  FactRequestByTokenResult,
  RefuseFactRequestsInput,
  RefuseFactRequestsResult,
} from './fact-answer.graphql.js';
import { FactAnswersService } from './fact-answers.service.js';

/** What the holder of a one-time link can do without an account. */
@Resolver()
export class FactAnswersResolver {
  constructor(private readonly answers: FactAnswersService) {}

  @Query(() => FactRequestByTokenResult, {
    description:
      'The questions behind a one-time link. Reading them does not use the link up. Holders of the link.',
  })
  @Access('whoever holds the link')
  factRequestByToken(
    @CurrentRequest() { address }: RequestContext,
    @CurrentLocale() locale: Locale,
    @Args() { token }: FactRequestByTokenArgs,
  ): Promise<FactRequestByTokenResult> {
    return this.answers.readQuestionnaire({ token, address }, locale);
  }

  @Mutation(() => AnswerFactRequestResult, {
    description:
      'Answers by a one-time link: the facts become declarations of the company. Works once. Holders of the link.',
  })
  @Access('whoever holds the link')
  answerFactRequest(
    @CurrentViewer() viewer: Viewer,
    @CurrentRequest() { address }: RequestContext,
    @Args('input', { description: 'The answer.' }) input: AnswerFactRequestInput,
  ): Promise<AnswerFactRequestResult> {
    return this.answers.answerRequest(viewer, { token: input.token, address }, input);
  }

  @Mutation(() => RefuseFactRequestsResult, {
    description:
      'States that the contact behind a link wants no such messages from anybody. Holders of the link.',
  })
  @Access('whoever holds the link')
  refuseFactRequests(
    @CurrentRequest() { address }: RequestContext,
    @Args('input', { description: 'The link.' }) { token }: RefuseFactRequestsInput,
  ): Promise<RefuseFactRequestsResult> {
    return this.answers.refuseRequests({ token, address });
  }

  @Mutation(() => ClaimByFactRequestResult, {
    description:
      'Claims the profile whose link the caller answered; platform staff decide. Any signed-in user.',
  })
  @Access('any signed-in user who holds the link', 'SIGNED_IN')
  claimByFactRequest(
    @CurrentViewer() viewer: Viewer,
    @CurrentRequest() { address }: RequestContext,
    @Args('input', { description: 'The claim.' }) { token, evidence }: ClaimByFactRequestInput,
  ): Promise<ClaimByFactRequestResult> {
    return this.answers.claimProfile(viewer, { token, address }, evidence);
  }
}
