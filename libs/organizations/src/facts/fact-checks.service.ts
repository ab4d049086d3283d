import { AuditLog } from '@app/audit';
import { DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, FactState, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Organization } from '../profiles/organization.entity.js';
import type { ProfileFact } from '../profiles/organization.enums.js';
import { organizationChanged } from '../profiles/organization.events.js';
import { OrganizationChangedMeanwhileError } from '../profiles/organization.graphql.js';
import { allowModeratingOrganizations } from '../profiles/organization.policy.js';
import { OrganizationsRepository } from '../profiles/organizations.repository.js';
import { CheckFactsPayload } from './fact.graphql.js';
import { FactsRepository } from './facts.repository.js';

/** Which facts of one organization staff have verified. */
export interface VerifiedFacts {
  readonly organizationId: string;
  /** Version of the organization that staff have seen; any when left out. */
  readonly expectedVersion?: number | null;
  readonly certificateIds: readonly string[];
  readonly tierIds: readonly string[];
  readonly profileFacts: readonly ProfileFact[];
}

/** A row that staff can verify: a certificate or a recognition. */
interface Checkable {
  readonly id: string;
  readonly factState: FactState;
  check(staffId: string, at: Date): void;
}

/** Who checks, and when. */
interface Checker {
  readonly staffId: string;
  readonly at: Date;
}

/** Platform staff mark facts of organizations as checked. */
@Injectable()
export class FactChecksService {
  constructor(
    private readonly transactions: Transactions,
    private readonly organizations: OrganizationsRepository,
    private readonly facts: FactsRepository,
    private readonly events: DomainEvents,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Checks facts; one that is checked already keeps its date. Throws BAD_INPUT for a fact that is not stated. */
  async checkFacts(
    viewer: Viewer,
    verified: VerifiedFacts,
  ): Promise<CheckFactsPayload | OrganizationChangedMeanwhileError> {
    allowModeratingOrganizations(viewer);
    const staffId = viewer.requireUserId();
    if (verified.certificateIds.length + verified.tierIds.length + verified.profileFacts.length === 0) {
      throw new BadInputError('NOTHING_TO_CHECK', {}, ['input']);
    }
    const checker: Checker = { staffId, at: this.clock.now() };
    return this.transactions.run(async () => {
      const organization = await this.organizations.lockOrganization(verified.organizationId);
      if (!organization) throw new NotFoundError();
      const { expectedVersion = null } = verified;
      if (expectedVersion !== null && expectedVersion !== organization.version)
        return new OrganizationChangedMeanwhileError(organization.version);
      const checked = [
        ...(await this.checkCertificates(checker, verified)),
        ...(await this.checkTiers(checker, verified)),
        ...checkProfileFacts(checker, organization, verified.profileFacts),
      ];
      if (checked.length > 0) await this.recordChecks(checker, organization, checked);
      return new CheckFactsPayload(organization);
    });
  }

  private async checkCertificates(
    checker: Checker,
    { organizationId, certificateIds }: VerifiedFacts,
  ): Promise<string[]> {
    if (certificateIds.length === 0) return [];
    const fresh = findUnchecked(await this.facts.findCertificates([organizationId]), certificateIds);
    for (const certificate of fresh) {
      certificate.check(checker.staffId, checker.at);
      await this.facts.saveCertificate(certificate);
    }
    return fresh.map(({ id }) => `certificate:${id}`);
  }

  private async checkTiers(checker: Checker, { organizationId, tierIds }: VerifiedFacts): Promise<string[]> {
    if (tierIds.length === 0) return [];
    const fresh = findUnchecked(await this.facts.findTiers([organizationId]), tierIds);
    for (const tier of fresh) {
      tier.check(checker.staffId, checker.at);
      await this.facts.saveTier(tier);
    }
    return fresh.map(({ id }) => `tierRecognition:${id}`);
  }

  private async recordChecks(
    checker: Checker,
    organization: Organization,
    checked: readonly string[],
  ): Promise<void> {
    organization.touch(checker.at);
    await this.organizations.saveOrganization(organization);
    await this.events.record(organizationChanged(organization.id));
    await this.audit.record({
      actorId: checker.staffId,
      action: 'CHECK_FACTS',
      subjectType: 'Organization',
      subjectId: organization.id,
      ids: Object.fromEntries(checked.map((fact, i) => [`fact${i + 1}`, fact])),
    });
  }
}

function checkProfileFacts(
  checker: Checker,
  organization: Organization,
  facts: readonly ProfileFact[],
): string[] {
  const unstated = facts.find((fact) => !organization.states(fact));
  if (unstated) throw new BadInputError('FACT_NOT_STATED', { fact: unstated }, ['input.profileFacts']);
  const fresh = facts.filter((fact) => organization.factRecord(fact)?.state !== FactState.CHECKED);
  for (const fact of fresh) organization.checkFact(fact, checker.staffId, checker.at);
  return fresh.map((fact) => `profile:${fact}`);
}

/** The wanted facts that are not checked yet; throws NOT_FOUND when one does not belong to the organization. */
function findUnchecked<Fact extends Checkable>(all: readonly Fact[], wanted: readonly string[]): Fact[] {
  const byId = new Map(all.map((fact) => [fact.id, fact]));
  return [...new Set(wanted)]
    .map((id) => {
      const fact = byId.get(id);
      if (!fact) throw new NotFoundError();
      return fact;
    })
    .filter((fact) => fact.factState !== FactState.CHECKED);
}
