import {
  Access,
  CurrentLocale,
  CurrentRequest,
  CurrentViewer,
  parseIdentifier,
  type RequestContext,
  type Viewer,
} from '@app/identity';
import { keyOf, type Locale } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AnswerFactRequest } from './answering/answer-fact-request.js';
import { ClaimByFactRequest } from './answering/claim-by-fact-request.js';
import { FactQuestionnaires } from './answering/fact-questionnaires.js';
import { AskedFacts } from './asked-facts.js';
import {
  AnswerFactRequestInput,
  ClaimByFactRequestInput,
  RefuseFactRequestsInput,
} from './dto/answer-fact-request.input.js';
import { FactRequestByTokenArgs } from './dto/fact-request-by-token.args.js';
import { RequestFactsInput, RevokeFactRequestInput } from './dto/request-facts.input.js';
import {
  AnswerFactRequestResult,
  ClaimByFactRequestResult,
  FactRequestByTokenResult,
  RefuseFactRequestsResult,
  RequestFactsResult,
  RevokeFactRequestResult,
} from './fact-request.results.js';
import { FactRequestType } from './fact-request.type.js';
import { RequestFacts } from './request-facts.js';
import { RevokeFactRequest } from './revoke-fact-request.js';

/** How buyers ask companies for facts. */
@Resolver(() => FactRequestType)
export class FactRequestsResolver {
  constructor(
    private readonly facts: AskedFacts,
    private readonly requesting: RequestFacts,
    private readonly revoking: RevokeFactRequest,
  ) {}

  @Mutation(() => RequestFactsResult, {
    description:
      'Asks a company, once for a need, for the facts that decide a match: by a one-time link to its members, or, for an unclaimed profile, to a given contact. Owners and editors of the buyer; for an organizer, staff.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  async requestFacts(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The request.' }) input: RequestFactsInput,
  ): Promise<RequestFactsResult> {
    return this.requesting.request(viewer, {
      requesterOrganizationId: keyOf(input.actingOrganizationId, 'Organization'),
      needId: keyOf(input.needId, 'ProcurementNeed'),
      capabilityId: keyOf(input.capabilityId, 'Capability'),
      facts: input.facts ? this.facts.read(input.facts) : null,
      contact: input.contact ? parseIdentifier(input.contact, 'input.contact') : null,
      locale: input.locale,
      clientMutationId: input.clientMutationId,
    });
  }

  @Mutation(() => RevokeFactRequestResult, {
    description:
      'Takes a request back that was not answered. Owners and editors of the buyer or of who asked.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  async revokeFactRequest(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The request.' }) input: RevokeFactRequestInput,
  ): Promise<RevokeFactRequestResult> {
    const organizationId = keyOf(input.actingOrganizationId, 'Organization');
    return this.revoking.revoke(viewer, keyOf(input.factRequestId, 'FactRequest'), organizationId);
  }
}

/** What the holder of a one-time link does, without an account. */
@Resolver()
export class FactAnswersResolver {
  constructor(
    private readonly questionnaires: FactQuestionnaires,
    private readonly answering: AnswerFactRequest,
    private readonly claiming: ClaimByFactRequest,
  ) {}

  @Query(() => FactRequestByTokenResult, {
    description:
      'What the holder of a one-time link is asked; reading uses nothing up. Whoever holds the link.',
  })
  @Access('whoever holds the link')
  factRequestByToken(
    @CurrentRequest() { address }: RequestContext,
    @CurrentLocale() locale: Locale,
    @Args() { token }: FactRequestByTokenArgs,
  ): Promise<FactRequestByTokenResult> {
    return this.questionnaires.read({ token, address }, locale);
  }

  @Mutation(() => AnswerFactRequestResult, {
    description:
      'Answers by a one-time link: the facts become declarations of the company. Works once. Whoever holds the link.',
  })
  @Access('whoever holds the link')
  answerFactRequest(
    @CurrentViewer() viewer: Viewer,
    @CurrentRequest() { address }: RequestContext,
    @Args('input', { description: 'The answer.' }) input: AnswerFactRequestInput,
  ): Promise<AnswerFactRequestResult> {
    return this.answering.answer(viewer, { token: input.token, address }, input);
  }

  @Mutation(() => RefuseFactRequestsResult, {
    description:
      'Says that the contact behind a link wants no such messages, from anybody. Whoever holds the link.',
  })
  @Access('whoever holds the link')
  refuseFactRequests(
    @CurrentRequest() { address }: RequestContext,
    @Args('input', { description: 'The link.' }) { token }: RefuseFactRequestsInput,
  ): Promise<RefuseFactRequestsResult> {
    return this.answering.refuse({ token, address });
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
    return this.claiming.claim(viewer, { token, address }, evidence);
  }
}
