import type { NeedWithLines } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { NeedReader, type NeedReading } from '@app/need-reading';
import { deliveryDay, describeNeed } from '../stored-needs/describe-need.js';

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
  of({ need, lines }: NeedWithLines, view: { now: Date; seesHiddenAmounts: boolean }): NeedReading {
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
