import { Transactions } from '@app/database';
import { newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';

/** Words that staff made a name of a trade concept. */
export interface SearchSynonym {
  readonly id: string;
  /** Folded. */
  readonly words: string;
  readonly conceptId: string;
  readonly addedAt: Date;
  readonly undoneAt: Date | null;
}

const COLUMNS = `id, words, concept_id as "conceptId", added_at as "addedAt", undone_at as "undoneAt"`;

/** The synonyms that staff added to the curated files. Nothing is deleted, so that each can be explained later. */
@Injectable()
export class SearchSynonymsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The synonyms that were not taken back. */
  findValid(): Promise<SearchSynonym[]> {
    return this.transactions.query(
      `select ${COLUMNS} from search_synonym where undone_at is null order by id`,
    );
  }

  /** The latest synonyms, those taken back included. */
  findLatest(limit: number): Promise<SearchSynonym[]> {
    return this.transactions.query(`select ${COLUMNS} from search_synonym order by id desc limit $1`, [
      limit,
    ]);
  }

  /** Inserts a synonym; null when the same one is valid already. */
  async insertSynonym(
    words: string,
    conceptId: string,
    userId: string,
    at: Date,
  ): Promise<SearchSynonym | null> {
    const [row] = await this.transactions.query<SearchSynonym>(
      `insert into search_synonym (id, words, concept_id, added_by, added_at) values ($1, $2, $3, $4, $5)
       on conflict (words, concept_id) where undone_at is null do nothing returning ${COLUMNS}`,
      [newId(), words, conceptId, userId, at],
    );
    return row ?? null;
  }

  /** The valid synonym of these words and this concept. */
  async findSynonym(words: string, conceptId: string): Promise<SearchSynonym | null> {
    const [row] = await this.transactions.query<SearchSynonym>(
      `select ${COLUMNS} from search_synonym where words = $1 and concept_id = $2 and undone_at is null`,
      [words, conceptId],
    );
    return row ?? null;
  }

  /** Marks a synonym as undone and says whether it was valid until now (`stood`); null when there is none. */
  async undoSynonym(
    id: string,
    userId: string,
    at: Date,
  ): Promise<{ synonym: SearchSynonym; stood: boolean } | null> {
    const [row] = await this.transactions.query<SearchSynonym & { stood: boolean }>(
      `with before as (select id, undone_at from search_synonym where id = $1 for update),
            done as (
         update search_synonym s set undone_by = coalesce(s.undone_by, $2), undone_at = coalesce(s.undone_at, $3)
           from before where s.id = before.id returning s.*)
       select done.id, done.words, done.concept_id as "conceptId", done.added_at as "addedAt",
              done.undone_at as "undoneAt", before.undone_at is null as stood
         from done join before using (id)`,
      [id, userId, at],
    );
    if (!row) return null;
    const { stood, ...synonym } = row;
    return { synonym, stood };
  }
}
