import { Access, CurrentViewer, type Viewer } from '@app/identity';
import { type Connection, keyOf } from '@app/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ChangeSupplyResponse } from './change-supply-response.js';
import { RespondToNeedInput } from './dto/respond-to-need.input.js';
import { AnswerSupplyResponseInput, WithdrawSupplyResponseInput } from './dto/supply-response-step.input.js';
import { MySupplyResponsesArgs } from './dto/supply-responses.args.js';
import { RespondToNeed } from './respond-to-need.js';
import { ResponseTermsReader } from './response-terms.reader.js';
import {
  AnswerSupplyResponseResult,
  RespondToNeedResult,
  WithdrawSupplyResponseResult,
} from './supply-response.results.js';
import { SupplyResponseConnectionType, SupplyResponseType } from './supply-response.type.js';
import { SupplyResponsesService } from './supply-responses.service.js';

/** How suppliers answer needs, and buyers their answers. */
@Resolver(() => SupplyResponseType)
export class SupplyResponsesResolver {
  constructor(
    private readonly responses: SupplyResponsesService,
    private readonly terms: ResponseTermsReader,
    private readonly responding: RespondToNeed,
    private readonly changes: ChangeSupplyResponse,
  ) {}

  @Query(() => SupplyResponseConnectionType, {
    description: 'What the acting organization answered to needs, newest first. Its members.',
  })
  @Access('members of the acting organization', 'SIGNED_IN')
  async mySupplyResponses(
    @CurrentViewer() viewer: Viewer,
    @Args() args: MySupplyResponsesArgs,
  ): Promise<Connection<SupplyResponseType>> {
    return this.responses.own(viewer, keyOf(args.actingOrganizationId, 'Organization'), args);
  }

  @Mutation(() => RespondToNeedResult, {
    description:
      'Says that the acting organization can supply, while the need is open. Owners and editors of a supplier that sees the need.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  async respondToNeed(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The response.' }) input: RespondToNeedInput,
  ): Promise<RespondToNeedResult> {
    const organizationId = keyOf(input.actingOrganizationId, 'Organization');
    const needId = keyOf(input.needId, 'ProcurementNeed');
    const terms = await this.terms.read(input, organizationId);
    return this.responding.respond(viewer, {
      needId,
      organizationId,
      terms,
      clientMutationId: input.clientMutationId,
    });
  }

  @Mutation(() => WithdrawSupplyResponseResult, {
    description: 'Takes a response back that the buyer has not declined. Owners and editors of the supplier.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  withdrawSupplyResponse(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The response.' }) input: WithdrawSupplyResponseInput,
  ): Promise<WithdrawSupplyResponseResult> {
    return this.changes.withdraw(viewer, step(input));
  }

  @Mutation(() => AnswerSupplyResponseResult, {
    description: 'Answers a response with interest, not now, or no. Owners and editors of the buyer.',
  })
  @Access('owners and editors of the acting organization', 'SIGNED_IN')
  answerSupplyResponse(
    @CurrentViewer() viewer: Viewer,
    @Args('input', { description: 'The answer.' }) input: AnswerSupplyResponseInput,
  ): Promise<AnswerSupplyResponseResult> {
    const { answer, reason = null } = input;
    return this.changes.answer(viewer, { ...step(input), answer, reason });
  }
}

function step(input: { supplyResponseId: string; actingOrganizationId: string }): {
  id: string;
  organizationId: string;
} {
  return {
    id: keyOf(input.supplyResponseId, 'SupplyResponse'),
    organizationId: keyOf(input.actingOrganizationId, 'Organization'),
  };
}
