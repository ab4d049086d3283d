import { ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { MatchComparer } from '../finding/match-comparer.js';
import { offerOf } from '../matching-needs/need-queries.js';
import { NeedReader } from '@app/need-reading';
import { describeNeed } from '../stored-needs/describe-need.js';
import { Clock } from '@app/kernel';
import { WatchedMatches, type WatchingSupplier } from './watched-matches.js';

/** Narrower and broader concepts of one that is asked for. */
const NARROWER = 200;

/** Words and concepts of which a listing must have at least one to fit: what narrows whom a change may concern. */
export interface WatchedWords {
  readonly texts: readonly string[];
  readonly conceptIds: readonly string[];
}

/** Says by which words and concepts a listing is known that may fit. */
@Injectable()
export class WatchedWordsReader {
  constructor(
    private readonly needs: ProcurementNeedsReader,
    private readonly reader: NeedReader,
    private readonly comparer: MatchComparer,
    private readonly watched: WatchedMatches,
    private readonly clock: Clock,
  ) {}

  /** For a need: the names of what is asked, and of whatever is narrower or one step broader. */
  async ofNeed(needId: string): Promise<WatchedWords> {
    const stored = await this.needs.withLines(needId);
    if (!stored) return { texts: [], conceptIds: [] };
    const view = { now: this.clock.now(), seesHiddenAmounts: false };
    const { parts } = this.reader.readNeed(describeNeed(stored.need, stored.lines, view));
    const asked = parts.filter(({ role }) => role === 'HEAD' || role === 'DEFINING');
    const { vocabulary } = this.comparer;
    const concepts = asked.flatMap(({ conceptId }) => conceptId ?? []);
    return {
      texts: [
        ...new Set([...asked.map(({ text }) => text), ...concepts.flatMap((id) => vocabulary.expand(id))]),
      ],
      conceptIds: [
        ...new Set(
          concepts.flatMap((id) => [
            id,
            ...vocabulary.ancestors(id),
            ...vocabulary.descendants(id).slice(0, NARROWER),
          ]),
        ),
      ],
    };
  }

  /** For a supplier: the words of what it offers, and the concepts that needs may ask it by. */
  async ofSupplier(supplier: WatchingSupplier): Promise<WatchedWords> {
    const offered = await this.watched.offersOf(supplier);
    const asked = offered.flatMap(
      (each) => offerOf(each, this.comparer.conceptsOf(each), this.comparer.vocabulary).asked,
    );
    const texts = offered.flatMap(({ title, processes, materials }) => [title, ...processes, ...materials]);
    return { texts: [...new Set(texts)], conceptIds: [...new Set(asked)] };
  }
}
