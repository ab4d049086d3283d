import { CapabilitiesLoader, type Capability } from '@app/capabilities';
import { ClientMutations } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, LoaderScope, NotFoundError, type Outcome, UnauthenticatedError } from '@app/kernel';
import { type ProcurementNeed, ProcurementNeedsReader } from '@app/procurement';
import { QuotaAction, UnverifiedLimits } from '@app/organizations';
import { ExclusionsReader } from '@app/matching';
import { Injectable } from '@nestjs/common';
import { FactRequestExistsError, NothingToAskError } from './fact-request.errors.js';
import { allowRequestingFacts } from './fact-request.policy.js';
import { RequestFactsPayload, type RequestFactsResult } from './fact-request.results.js';
import { FactRequestPlan, type PlannedRequest, type WishedRequest } from './fact-request-plan.js';
import { FactRequestStore } from './fact-request-store.js';

/** Undoes the transaction for an outcome that the caller is told of. */
class NotAsked extends Error {
  constructor(readonly outcome: Outcome & RequestFactsResult) {
    super(outcome.code);
  }
}

/**
 * An editor of the buyer asks a company for the facts that decide a match. The need is locked, so that two who ask the
 * same company at once come one after the other; the database refuses a second request all the same.
 */
@Injectable()
export class RequestFacts {
  constructor(
    private readonly plan: FactRequestPlan,
    private readonly needs: ProcurementNeedsReader,
    private readonly store: FactRequestStore,
    private readonly capabilities: CapabilitiesLoader,
    private readonly unverified: UnverifiedLimits,
    private readonly clientMutations: ClientMutations,
    private readonly exclusions: ExclusionsReader,
  ) {}

  async request(viewer: Viewer, wish: WishedRequest): Promise<RequestFactsResult> {
    if (!viewer.userId) throw new UnauthenticatedError();
    const { need, capability } = await this.subject(viewer, wish);
    const known = wish.clientMutationId ? null : await this.store.findOf(need.id, capability.organizationId);
    if (known) return new FactRequestExistsError(known);
    const planned = await this.plan.make(viewer, need, capability, wish);
    if ('code' in planned) return planned;
    if (planned.facts.length === 0 && !planned.inferred) return new NothingToAskError();
    const refusal = await this.plan.takeQuota(planned);
    if (refusal) return refusal;
    const key = {
      actorId: viewer.userId,
      operation: 'requestFacts',
      clientMutationId: wish.clientMutationId,
    };
    try {
      const { id, repeated } = await this.clientMutations.once(key, () => this.ask(planned));
      if (repeated) await this.plan.giveBackQuota(planned);
      return new RequestFactsPayload(await this.store.existing(id, wish.requesterOrganizationId));
    } catch (error) {
      await this.plan.giveBackQuota(planned);
      if (error instanceof NotAsked) return error.outcome;
      throw error;
    }
  }

  /** The need and the capability that are spoken of, as far as the viewer may ask about them. */
  private async subject(
    viewer: Viewer,
    { needId, capabilityId, requesterOrganizationId }: WishedRequest,
  ): Promise<{ need: ProcurementNeed; capability: Capability }> {
    const need = await this.needs.find(viewer, needId);
    if (!need) throw new NotFoundError();
    allowRequestingFacts(viewer, requesterOrganizationId, need.organizationId);
    const capability = await this.capabilities.load(new LoaderScope(), capabilityId);
    if (!capability?.published || capability.organizationId === need.organizationId)
      throw new BadInputError('FACT_REQUEST_CAPABILITY_UNKNOWN', {}, ['input.capabilityId']);
    // The buyer is told of what it hid itself; an organizer that asks in its stead is not.
    if (viewer.memberOf(need.organizationId) && (await this.isPutAway(need, capability)))
      throw new BadInputError('FACT_REQUEST_MATCH_HIDDEN', {}, ['input.capabilityId']);
    return { need, capability };
  }

  private isPutAway(need: ProcurementNeed, { organizationId }: Capability): Promise<boolean> {
    return this.exclusions.isExcludedByBuyer(need, organizationId);
  }

  private async ask(planned: PlannedRequest): Promise<string> {
    await this.unverified.useQuota(planned.requesterOrganizationId, QuotaAction.INVITE_ORGANIZATION);
    const result = await this.store.add(planned);
    if (typeof result !== 'string') throw new NotAsked(result);
    return result;
  }
}
