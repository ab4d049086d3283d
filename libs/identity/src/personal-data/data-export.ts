import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { AttemptLimits } from '../attempts/attempt-limits.js';
import type { WindowRule } from '../attempts/attempt-rules.js';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Viewer } from '../viewer/viewer.js';
import { PersonalDataRegistry } from './personal-data-registry.js';
import { DataExportedPayload } from './personal-data.type.js';

/** Exports of one person: a stolen session shall not carry off all of it again and again. */
const EXPORTS_OF_PERSON: WindowRule = { scope: 'personal-data-export', limit: 10, seconds: 86_400 };

/** Form of the document, for programs that read it. */
const FORMAT = { format: 'lianqiao.personal-data', version: 1 };

/** A person gets all that the platform holds on them (PIPL, article 45). */
@Injectable()
export class DataExport {
  constructor(
    private readonly transactions: Transactions,
    private readonly registry: PersonalDataRegistry,
    private readonly users: UsersRepository,
    private readonly limits: AttemptLimits,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(viewer: Viewer): Promise<DataExportedPayload | TooManyAttemptsError> {
    const userId = viewer.requireUserId();
    const verdict = await this.limits.take(EXPORTS_OF_PERSON, userId);
    if (!verdict.allowed) return new TooManyAttemptsError(verdict);
    return this.transactions.run(async () => {
      const person = { userId, identifiers: await this.users.identifiersOf([userId]) };
      const sections: [string, unknown][] = [];
      for (const holder of this.registry.all()) sections.push([holder.section, await holder.export(person)]);
      const exportedAt = this.clock.now();
      const document = { ...FORMAT, exportedAt, ...Object.fromEntries(sections) };
      await this.audit.record({
        actorId: userId,
        action: 'PERSONAL_DATA_EXPORTED',
        subjectType: 'User',
        subjectId: userId,
      });
      return new DataExportedPayload(JSON.stringify(document, null, 2), exportedAt);
    });
  }
}
