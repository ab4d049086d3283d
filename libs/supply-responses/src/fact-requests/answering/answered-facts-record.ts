import { CapabilitiesService } from '@app/capabilities';
import { DomainEvents } from '@app/database';
import { Clock } from '@app/kernel';
import { FactsService } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { ContactObjectionsRepository } from '../contacts/contact-objections.repository.js';
import type { FactRequest } from '../fact-request.entity.js';
import { factRequestAnswered, factRequestClosed } from '../fact-request.events.js';
import { FactRequestsRepository } from '../fact-requests.repository.js';
import type { FactAnswers } from './fact-answers.reader.js';

/** Writes down what became of a request, in the running transaction. */
@Injectable()
export class AnsweredFactsRecord {
  constructor(
    private readonly requests: FactRequestsRepository,
    private readonly objections: ContactObjectionsRepository,
    private readonly capabilities: CapabilitiesService,
    private readonly certificates: FactsService,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** The facts become declarations of the company with their source; what it denies stays with the request. */
  async answered(
    request: FactRequest,
    { offered, answers, terms, certificates }: FactAnswers,
  ): Promise<void> {
    request.answer(offered, answers, this.clock.now());
    await this.keep(request);
    if (offered) {
      const { id, organizationId, capabilityId } = request;
      const keys = await this.certificates.addAnsweredCertificates(organizationId, id, certificates);
      if (capabilityId) await this.capabilities.recordAnsweredFacts(capabilityId, id, terms, keys);
    }
    await this.events.record(factRequestAnswered(request));
  }

  /** The request is over, and where the link went to a given contact, nobody writes there any more. */
  async refused(request: FactRequest): Promise<void> {
    const now = this.clock.now();
    request.refuse(now);
    await this.keep(request);
    if (request.contactHash) await this.objections.add(request.contactHash, now);
    await this.events.record(factRequestClosed(request));
  }

  keep(request: FactRequest): Promise<void> {
    return this.requests.save(request);
  }
}
