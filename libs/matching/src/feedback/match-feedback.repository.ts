import { keysetPage, Transactions } from '@app/database';
import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import type { Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { Repository } from 'typeorm';
import type { PairColumns } from '../pair-keys.js';
import { type FeedbackKey, type FitVerdict, MatchFeedback } from './match-feedback.entity.js';

/** Every query on what is said of matches. */
@Injectable()
export class MatchFeedbackRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Stores an opinion in the place of the one before; the unique key puts two at once in line. */
  async saveFeedback(feedback: MatchFeedback): Promise<MatchFeedback> {
    const { organizationId, needId, capabilityId } = feedback;
    await this.transactions.query(
      `insert into match_feedback (id, organization_id, need_id, capability_id, verdict, reason, words, score,
                                   weights_version, given_by_id, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
       on conflict (organization_id, need_id, capability_id) do update
          set verdict = excluded.verdict, reason = excluded.reason, words = excluded.words, score = excluded.score,
              weights_version = excluded.weights_version, given_by_id = excluded.given_by_id,
              updated_at = excluded.updated_at`,
      [
        ...[feedback.id, organizationId, needId, capabilityId],
        ...[feedback.verdict, feedback.reason, feedback.words, feedback.score],
        ...[feedback.weightsVersion, feedback.givenById, feedback.updatedAt],
      ],
    );
    return this.table.findOneByOrFail({ organizationId, needId, capabilityId });
  }

  /** Takes an opinion back; nothing happens where there is none. */
  async deleteFeedback({ organizationId, needId, capabilityId }: FeedbackKey): Promise<void> {
    await this.table.delete({ organizationId, needId, capabilityId });
  }

  /** What was said of some pairs of need and capability, by whichever side. */
  findFeedbackOfPairs({ needIds, otherIds }: PairColumns): Promise<MatchFeedback[]> {
    return this.table
      .createQueryBuilder('feedback')
      .where(
        '(feedback.needId, feedback.capabilityId) in (select * from unnest(:needIds::uuid[], :otherIds::uuid[]))',
        { needIds, otherIds },
      )
      .getMany();
  }

  /** A page of what an organization said, the latest first. */
  findFeedbackPage(
    organizationId: string,
    wish: { first: number; after?: string | null; verdict?: FitVerdict | null },
  ): Promise<Connection<MatchFeedback>> {
    const list = this.table
      .createQueryBuilder('feedback')
      .where('feedback.organizationId = :organizationId', { organizationId });
    if (wish.verdict) list.andWhere('feedback.verdict = :verdict', { verdict: wish.verdict });
    return keysetPage(list, [{ property: 'id', direction: 'DESC' }], wish);
  }

  private get table(): Repository<MatchFeedback> {
    return this.transactions.manager.getRepository(MatchFeedback);
  }
}

/** What a person said of matches. The verdict stays the organization's; the person and the person's words go. */
@Injectable()
export class MatchFeedbackHolder extends StoredDataHolder {
  readonly section = 'matchFeedback';
  readonly columns = ['match_feedback.given_by_id'];

  export({ userId }: DataSubject): Promise<ExportedValue> {
    return this.transactions.query<object>(
      `select created_at as "createdAt", updated_at as "updatedAt", organization_id as "organizationId",
              need_id as "needId", capability_id as "capabilityId", verdict, reason, words
         from match_feedback where given_by_id = $1 order by id`,
      [userId],
    );
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query(
      'update match_feedback set given_by_id = null, words = null where given_by_id = $1',
      [userId],
    );
  }
}
