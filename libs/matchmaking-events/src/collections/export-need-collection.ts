import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import type { Locale } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { CollectedNeeds } from './collected-needs.js';
import { collectionSheet } from './collection-sheet.js';
import { allowReviewing } from './need-collection.policy.js';
import { ExportNeedCollectionPayload } from './need-collection.results.js';
import { NeedCollectionsRepository } from './need-collections.repository.js';

/** The bureau takes the whole collection along as one table; it is logged. */
@Injectable()
export class ExportNeedCollection {
  constructor(
    private readonly transactions: Transactions,
    private readonly collected: CollectedNeeds,
    private readonly repository: NeedCollectionsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** The table in the reader's language. */
  async export(
    viewer: Viewer,
    { collectionId, actingOrganizationId }: { collectionId: string; actingOrganizationId: string },
    locale: Locale,
  ): Promise<ExportNeedCollectionPayload> {
    const { whole, needs } = await this.transactions.run(async () => {
      const whole = await this.collected.whole(collectionId);
      allowReviewing(viewer, whole, actingOrganizationId);
      const needs = await this.repository.findNeeds(collectionId);
      const subject = { subjectType: 'NeedCollection', subjectId: collectionId };
      await this.audit.record({ actorId: viewer.userId, action: 'EXPORTED_NEED_COLLECTION', ...subject });
      return { whole, needs };
    });
    const sheet = await collectionSheet(whole.districts, needs, locale);
    const name = whole.collection.title.replace(/[\\/:*?"<>|\s]+/g, '_');
    return Object.assign(new ExportNeedCollectionPayload(), {
      fileName: `${name}.xlsx`,
      base64: sheet.toString('base64'),
    });
  }
}
