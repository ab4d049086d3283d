import { DocumentSources, type IndexName, MAX_HITS_PER_PAGE } from '@app/search';
import { Injectable } from '@nestjs/common';
import { SearchDesk } from '../search/search-desk.js';
import type { WatchedSubject } from './saved-search.entity.js';
import { meets } from './search-conditions.js';

/** What the search box answers now to a saved question, held against the same conditions as new listings. */
@Injectable()
export class PresentAnswers {
  constructor(
    private readonly desk: SearchDesk,
    private readonly sources: DocumentSources,
  ) {}

  async keys({ listingIndex, text, conditions }: WatchedSubject): Promise<string[]> {
    if (!conditions) return [];
    const index = listingIndex as IndexName;
    const { hits } = await this.desk.answer({
      index,
      ...(text ? { text } : {}),
      filter: conditions.filter,
      page: 1,
      hitsPerPage: MAX_HITS_PER_PAGE,
    });
    const documents = await this.sources.of(index).load(hits.map(({ id }) => id));
    const meeting = new Set(documents.filter((document) => meets(conditions, document)).map(({ id }) => id));
    return hits.flatMap(({ id }) => (meeting.has(id) ? id : []));
  }
}
