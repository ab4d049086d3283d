import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import { Injectable } from '@nestjs/common';

/** Which needs a person announced at events. The announcement stays when the account goes; who made it does not. */
@Injectable()
export class StageNeedsHolder extends StoredDataHolder {
  readonly section = 'stageNeeds';
  readonly columns = ['stage_need.announced_by'];

  export({ userId }: DataSubject): Promise<ExportedValue> {
    return this.transactions.query<object>(
      `select event_id as "eventId", need_id as "needId", announced_at as "announcedAt"
         from stage_need where announced_by = $1 order by announced_at`,
      [userId],
    );
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query('update stage_need set announced_by = null where announced_by = $1', [
      userId,
    ]);
  }
}
