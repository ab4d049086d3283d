import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { ClaimState, type OrganizationClaim } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type { AnswerFactRequestInput } from '../dto/answer-fact-request.input.js';
import type { FactRequest } from '../fact-request.entity.js';
import { FactLinkInvalidError } from '../fact-request.errors.js';
import {
  AnswerFactRequestPayload,
  type AnswerFactRequestResult,
  RefuseFactRequestsPayload,
  type RefuseFactRequestsResult,
} from '../fact-request.results.js';
import { AnsweredFactsRecord } from './answered-facts-record.js';
import { ClaimByFactRequest } from './claim-by-fact-request.js';
import { FactAnswersReader } from './fact-answers.reader.js';
import { FactLinks, type LinkHolder } from './fact-links.js';

/**
 * The holder of a link answers, without an account. In one transaction the link is used up, the facts are declared with
 * their source, and whoever is to hear of it is told; of two who answer at once the second finds the link used.
 */
@Injectable()
export class AnswerFactRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly links: FactLinks,
    private readonly reader: FactAnswersReader,
    private readonly record: AnsweredFactsRecord,
    private readonly claims: ClaimByFactRequest,
  ) {}

  answer(
    viewer: Viewer,
    holder: LinkHolder,
    input: AnswerFactRequestInput,
  ): Promise<AnswerFactRequestResult> {
    return this.links.open(holder, (tokenHash) =>
      this.transactions.run(async () => {
        const link = await this.links.lock(tokenHash);
        if (!link) return new FactLinkInvalidError();
        const { request, organization } = link;
        const answers = this.reader.read(request.facts, input);
        await this.record.answered(request, answers);
        const claimable = answers.offered && organization.claimState === ClaimState.UNCLAIMED;
        const claim = claimable && input.claim ? await this.claim(viewer, request) : null;
        return new AnswerFactRequestPayload(request.organizationId, claimable && !claim, claim);
      }),
    );
  }

  /** Who is signed in claims at once; others are remembered to wish it and claim after signing in. */
  private async claim(viewer: Viewer, request: FactRequest): Promise<OrganizationClaim | null> {
    const filed = viewer.userId ? await this.claims.file(viewer, request, '') : null;
    request.claimWished = true;
    await this.record.keep(request);
    return filed && 'claimantId' in filed ? filed : null;
  }

  /** The holder of the link wants no such messages, from anybody. */
  refuse(holder: LinkHolder): Promise<RefuseFactRequestsResult> {
    return this.links.open(holder, (tokenHash) =>
      this.transactions.run(async () => {
        const link = await this.links.lock(tokenHash);
        if (!link) return new FactLinkInvalidError();
        await this.record.refused(link.request);
        return new RefuseFactRequestsPayload();
      }),
    );
  }
}
