import { type AuditEntry, type AuditFilter, AuditLog } from '@app/audit';
import { Injectable } from '@nestjs/common';
import { type DataSubject, type ExportedValue, PersonalDataHolder } from './personal-data-holder.js';
import { PersonalDataRegistry } from './personal-data-registry.js';

const PAGE = 100;

/** What the audit log says of a person: what the person did, and who looked at or changed what is the person's. */
@Injectable()
export class AuditTrailHolder extends PersonalDataHolder {
  readonly section = 'auditTrail';
  readonly columns = ['audit_entry.actor_id'];

  constructor(
    registry: PersonalDataRegistry,
    private readonly audit: AuditLog,
  ) {
    super(registry);
  }

  async export({ userId }: DataSubject): Promise<ExportedValue> {
    return {
      done: await this.entries({ actorId: userId }),
      undergone: await this.entries({ subjectId: userId }),
    };
  }

  /** Nothing to do: entries hold ids and codes, and a changed one would break the chain of all that follow. */
  erase(): Promise<void> {
    return Promise.resolve();
  }

  /** All entries that a filter lets through, the newest first. */
  private async entries(filter: AuditFilter): Promise<object[]> {
    const told: object[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo } = await this.audit.page(filter, { first: PAGE, after });
      told.push(...edges.map(({ node }) => tell(node)));
      if (!pageInfo.hasNextPage) return told;
      after = pageInfo.endCursor;
    }
  }
}

const tell = ({ at, action, subjectType, subjectId, ids }: AuditEntry): object => ({
  at,
  action,
  subjectType,
  subjectId,
  ids,
});
