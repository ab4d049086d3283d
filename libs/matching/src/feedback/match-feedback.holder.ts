import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import { Injectable } from '@nestjs/common';

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
