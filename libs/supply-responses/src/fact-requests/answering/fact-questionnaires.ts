import { CapabilitiesLoader } from '@app/capabilities';
import { LoaderScope, type Locale } from '@app/kernel';
import { ClaimState } from '@app/organizations';
import { BuyerNames, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { NoticeNames } from '../../responses/notice-names.js';
import { FactLinkInvalidError } from '../fact-request.errors.js';
import type { FactRequestByTokenResult } from '../fact-request.results.js';
import { FactLinks, type LinkHolder, type OpenLink } from './fact-links.js';
import { FactQuestionnaire } from './fact-questionnaire.type.js';
import { FactQuestions } from './fact-questions.js';

/** What the holder of a link is asked. */
@Injectable()
export class FactQuestionnaires {
  constructor(
    private readonly links: FactLinks,
    private readonly needs: ProcurementNeedsReader,
    private readonly buyers: BuyerNames,
    private readonly names: NoticeNames,
    private readonly capabilities: CapabilitiesLoader,
    private readonly questions: FactQuestions,
  ) {}

  /** The questionnaire behind a link; reading it uses nothing up. */
  read(holder: LinkHolder, locale: Locale): Promise<FactRequestByTokenResult> {
    return this.links.open(holder, async (tokenHash) => {
      const link = await this.links.look(tokenHash);
      return (link && (await this.show(link, locale))) ?? new FactLinkInvalidError();
    });
  }

  private async show({ request, organization }: OpenLink, locale: Locale): Promise<FactQuestionnaire | null> {
    const need = await this.needs.byId(request.needId);
    if (!need) return null;
    const capability = request.capabilityId
      ? await this.capabilities.load(new LoaderScope(), request.capabilityId)
      : null;
    return new FactQuestionnaire({
      buyerName: (await this.buyers.of(need))[locale],
      needTitle: need.title,
      needDescription: need.description,
      organizationName: (await this.names.supplier(organization.id))[locale],
      capabilityTitle: capability?.title ?? null,
      questions: request.facts.map((fact) => this.questions.of(fact, locale)),
      claimable: organization.claimState === ClaimState.UNCLAIMED,
      contactGiven: request.contactKind !== null,
      expiresAt: request.expiresAt,
    });
  }
}
