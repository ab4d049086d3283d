import { Clock, ownTurn } from '@app/kernel';
import { NeedReader, type NeedReading } from '@app/need-reading';
import type { NeedWithLines } from '@app/procurement';
import { TermStatistics } from '@app/search';
import { Injectable } from '@nestjs/common';
import { type CandidateFacts, NOTHING_STATED, type StatedForNeeds } from '../candidates/candidate-facts.js';
import { MatchComparer } from '../comparing/match-comparer.js';
import { mayBeListed, staysPossible } from '../finding/hard-conditions.js';
import { NeedDirections } from '../finding/need-directions.js';
import type { ScoredMatch } from '../scoring/score-match.js';
import { rarityOf, wordsAsked } from '../words/rarity.js';
import { deliveryDay, describeNeed, type NeedReaderView } from './describe-need.js';

/** As many readings as are kept; one takes some kilobytes. */
const KEPT = 2000;

/**
 * Readings of stored needs, which many suppliers are compared with: a need is read anew when it has changed, and every
 * day, since days until delivery are a condition. What is kept follows from the need alone and owes nothing to anybody.
 */
@Injectable()
export class NeedReadings {
  private readonly kept = new Map<string, NeedReading>();

  constructor(private readonly reader: NeedReader) {}

  /** The reading of a need for readers who see hidden amounts, or for those who do not. */
  readNeed({ need, lines }: NeedWithLines, view: { now: Date; seesHiddenAmounts: boolean }): NeedReading {
    const key = [need.id, need.version, deliveryDay(view.now), view.seesHiddenAmounts].join(' ');
    const known = this.kept.get(key);
    const reading = known ?? this.reader.readNeed(describeNeed(need, lines, view));
    // The one used last stands last, so that the first is the one to go.
    this.kept.delete(key);
    this.kept.set(key, reading);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    return reading;
  }
}

/** A stored need compared with one capability. */
export interface ComparedPair extends ScoredMatch {
  readonly candidate: CandidateFacts;
}

/** Compares a need, by its id, with capabilities; those that a condition of the buyer excludes are left out. */
export type CompareNeed = (needId: string, offered: readonly CandidateFacts[]) => ComparedPair[];

/** As whom a pair is compared: what of the other side's may be read. */
export interface PairView extends Pick<NeedReaderView, 'seesHiddenAmounts'> {
  /** What suppliers stated in their responses, for readers of the two sides. */
  readonly stated?: StatedForNeeds;
  /** Whether it is asked for by its ids: then a known no to what is required is told on the card. */
  readonly single?: boolean;
}

/** Compares stored needs with capabilities: the one computation behind the cards of both sides. */
@Injectable()
export class PairComparer {
  constructor(
    private readonly readings: NeedReadings,
    private readonly statistics: TermStatistics,
    private readonly comparer: MatchComparer,
    private readonly clock: Clock,
    private readonly directions: NeedDirections,
  ) {}

  /** Reads needs as somebody may see them, and asks for the rarity of all their words at once. */
  async prepareComparison(
    needs: readonly NeedWithLines[],
    { seesHiddenAmounts, stated = NOTHING_STATED, single = false }: PairView,
  ): Promise<CompareNeed> {
    const view = { now: this.clock.now(), seesHiddenAmounts };
    const readings = new Map<string, NeedReading>();
    for (const each of needs) {
      // Hundreds of needs may have to be read: other requests are answered in between.
      await ownTurn();
      readings.set(each.need.id, this.readings.readNeed(each, view));
    }
    const words = new Set([...readings.values()].flatMap(wordsAsked));
    const [directions] = await Promise.all([
      this.directions.findDirections([...readings.values()]),
      this.statistics.readFrequencies('capabilities', [...words]),
    ]);
    const comparing = await Promise.all(
      Array.from(readings, async ([id, reading]) => {
        const rarity = await rarityOf(reading, this.statistics);
        const direction = directions.get(reading) ?? null;
        const compare = this.comparer.forNeed(reading, { rarity, direction });
        return [id, { reading, compare }] as const;
      }),
    );
    const byNeed = new Map(comparing);
    return (needId, offered) => {
      const one = byNeed.get(needId);
      if (!one) return [];
      return offered
        .map((candidate) => ({ candidate, known: stated.applyTo(needId, candidate) }))
        .filter(({ known }) => (single ? staysPossible : mayBeListed)(one.reading, known))
        .map(({ candidate, known }) => ({ candidate, ...one.compare(known) }));
    };
  }
}
