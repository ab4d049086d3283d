import { AttemptLimits, callerKey, hashToken, isToken, TooManyAttemptsError } from '@app/identity';
import { Clock, LoaderScope } from '@app/kernel';
import { ClaimState, type Organization, OrganizationsReader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type { FactRequest } from '../fact-requests/fact-request.entity.js';
import { LINK_TRIES_FROM_ADDRESS } from '../fact-requests/fact-request.policy.js';
import { FactRequestsRepository } from '../fact-requests/fact-requests.repository.js';
import { FactLinkInvalidError } from './fact-answer.graphql.js';

/** The holder of a link and the network address of the call. */
export interface LinkHolder {
  readonly token: string;
  readonly address: string;
}

/** A request that can be answered, with the company that is asked. */
export interface OpenLink {
  readonly request: FactRequest;
  readonly organization: Organization;
}

/** Opens one-time links. Invalid links count against the network address, valid ones do not. */
@Injectable()
export class FactLinksService {
  constructor(
    private readonly requests: FactRequestsRepository,
    private readonly organizations: OrganizationsReader,
    private readonly limits: AttemptLimits,
    private readonly clock: Clock,
  ) {}

  /** Runs `work` with the hash of a well-formed token. After too many invalid links it is not run at all. */
  async openLink<T extends object>(
    { token, address }: LinkHolder,
    work: (tokenHash: string) => Promise<T | FactLinkInvalidError>,
  ): Promise<T | FactLinkInvalidError | TooManyAttemptsError> {
    const caller = callerKey(address);
    const verdict = await this.limits.takeAttempt(LINK_TRIES_FROM_ADDRESS, caller);
    if (!verdict.allowed) return new TooManyAttemptsError(verdict);
    let guessed = false;
    try {
      const result = isToken(token) ? await work(hashToken(token)) : new FactLinkInvalidError();
      guessed = result instanceof FactLinkInvalidError;
      return result;
    } finally {
      if (!guessed) await this.limits.giveBackAttempt(LINK_TRIES_FROM_ADDRESS, caller);
    }
  }

  /** The request that can be answered by a link. */
  async findOpenLink(tokenHash: string): Promise<OpenLink | null> {
    return this.requireAnswerable(await this.requests.findRequestByToken(tokenHash));
  }

  /** The request that can be answered by a link, locked until the transaction ends. */
  async lockOpenLink(tokenHash: string): Promise<OpenLink | null> {
    return this.requireAnswerable(await this.requests.lockRequest({ tokenHash }));
  }

  /** The answered request whose link can still begin a claim, locked until the transaction ends. */
  async lockClaimableRequest(tokenHash: string): Promise<FactRequest | null> {
    const request = await this.requests.lockRequest({ tokenHash });
    return request?.claimableAt(this.clock.now()) ? request : null;
  }

  /** Once a company has members, a link that went to an address given by others no longer speaks for it. */
  private async requireAnswerable(request: FactRequest | null): Promise<OpenLink | null> {
    if (!request?.openAt(this.clock.now())) return null;
    const organization = await this.organizations.loadOrganization(new LoaderScope(), request.organizationId);
    if (!organization) return null;
    const overtaken = request.contactKind !== null && organization.claimState !== ClaimState.UNCLAIMED;
    return overtaken ? null : { request, organization };
  }
}
