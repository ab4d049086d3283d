import { AttemptLimits, callerKey, hashToken, isToken, TooManyAttemptsError } from '@app/identity';
import { Clock, LoaderScope } from '@app/kernel';
import { ClaimState, type Organization, OrganizationsLoader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type { FactRequest } from '../fact-request.entity.js';
import { FactLinkInvalidError } from '../fact-request.errors.js';
import { LINK_TRIES_FROM_ADDRESS } from '../fact-request-limits.js';
import { FactRequestsRepository } from '../fact-requests.repository.js';

/** Somebody who holds a link, and from where. */
export interface LinkHolder {
  readonly token: string;
  readonly address: string;
}

/** A link that leads to a request, with the company that is asked. */
export interface OpenLink {
  readonly request: FactRequest;
  readonly organization: Organization;
}

/** Opens links: links that lead nowhere count against the network address, good ones do not. */
@Injectable()
export class FactLinks {
  constructor(
    private readonly requests: FactRequestsRepository,
    private readonly organizations: OrganizationsLoader,
    private readonly limits: AttemptLimits,
    private readonly clock: Clock,
  ) {}

  /** Does work for whoever holds a good link, and says no to others; of too many guesses it does not even look. */
  async open<T extends object>(
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

  /** The request that can be answered by a link, for reading. */
  async look(tokenHash: string): Promise<OpenLink | null> {
    return this.answerable(await this.requests.byToken(tokenHash));
  }

  /** The request that can be answered by a link, kept from others until the transaction ends. */
  async lock(tokenHash: string): Promise<OpenLink | null> {
    return this.answerable(await this.requests.lock({ tokenHash }));
  }

  /** The answered request whose link can still begin a claim, kept from others until the transaction ends. */
  async lockAnswered(tokenHash: string): Promise<FactRequest | null> {
    const request = await this.requests.lock({ tokenHash });
    return request?.claimableAt(this.clock.now()) ? request : null;
  }

  /** Once a company has members, a link that went to an address given by somebody else speaks for it no more. */
  private async answerable(request: FactRequest | null): Promise<OpenLink | null> {
    if (!request?.openAt(this.clock.now())) return null;
    const organization = await this.organizations.load(new LoaderScope(), request.organizationId);
    if (!organization) return null;
    const overtaken = request.contactKind !== null && organization.claimState !== ClaimState.UNCLAIMED;
    return overtaken ? null : { request, organization };
  }
}
