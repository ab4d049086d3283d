import { Transactions } from '@app/database';
import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import { StageNeed } from './stage-need.entity.js';

/** How many suppliers answered a need since it was announced. */
export interface StageAnswers {
  readonly id: string;
  readonly answers: number;
}

/** Every query on needs that are announced at events. */
@Injectable()
export class StageNeedsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The needs announced at events, in the order of their announcement. */
  findStageNeeds(eventIds: readonly string[]): Promise<StageNeed[]> {
    return this.table
      .createQueryBuilder('staged')
      .where('staged.eventId = any(:eventIds)', { eventIds })
      .orderBy({ 'staged.announcedAt': 'ASC', 'staged.id': 'ASC' })
      .getMany();
  }

  /** Adds it unless the need was announced at the event already; gives the row that stands. */
  async insertStageNeed(staged: StageNeed): Promise<StageNeed> {
    await this.table
      .createQueryBuilder()
      .insert()
      .values({ ...staged })
      .orIgnore()
      .execute();
    const { eventId, needId } = staged;
    return this.table.findOneByOrFail({ eventId, needId });
  }

  /** Responses that were sent since the announcement and not taken back, by announcement. */
  countAnswers(ids: readonly string[]): Promise<StageAnswers[]> {
    return this.transactions.query(
      `select s.id, count(r.id)::int as answers from stage_need s
         left join supply_response r on r.need_id = s.need_id and r.created_at >= s.announced_at
                                    and r.state <> 'WITHDRAWN'
        where s.id = any($1) group by 1`,
      [ids],
    );
  }

  private get table(): Repository<StageNeed> {
    return this.transactions.manager.getRepository(StageNeed);
  }
}

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
