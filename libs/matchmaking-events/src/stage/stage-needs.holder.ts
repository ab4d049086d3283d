import { Transactions } from '@app/database';
import {
  type DataSubject,
  type ExportedValue,
  PersonalDataHolder,
  PersonalDataRegistry,
} from '@app/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** Which needs a person announced at events. The announcement stays when the account goes; who made it does not. */
@Injectable()
export class StageNeedsHolder extends PersonalDataHolder implements OnModuleInit {
  readonly section = 'stageNeeds';
  readonly columns = ['stage_need.announced_by'];

  constructor(
    private readonly registry: PersonalDataRegistry,
    private readonly transactions: Transactions,
  ) {
    super();
  }

  onModuleInit(): void {
    this.registry.register(this);
  }

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
