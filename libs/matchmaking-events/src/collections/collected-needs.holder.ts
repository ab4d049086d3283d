import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import { Injectable } from '@nestjs/common';

/** Which needs a delegate wrote down. The needs are the companies' and stay; who wrote them down does not. */
@Injectable()
export class CollectedNeedsHolder extends StoredDataHolder {
  readonly section = 'collectedNeeds';
  readonly columns = ['collected_need.entered_by'];

  export({ userId }: DataSubject): Promise<ExportedValue> {
    return this.transactions.query<object>(
      `select collection_id as "collectionId", title, created_at as "createdAt"
         from collected_need where entered_by = $1 order by created_at`,
      [userId],
    );
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query('update collected_need set entered_by = null where entered_by = $1', [
      userId,
    ]);
  }
}
