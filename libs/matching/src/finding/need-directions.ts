import type { NeedReading } from '@app/need-reading';
import {
  EMBEDDING,
  type EmbeddingSettings,
  ListingTexts,
  QueryDirections,
  sentText,
  type TextDirection,
  TextDirections,
  textHash,
} from '@app/search';
import { Inject, Injectable } from '@nestjs/common';

/**
 * What needs mean to the outside model: their subject, without courtesies and conditions. Words that somebody typed are
 * sent at once. Of stored needs only public ones are sent, by the worker; both sides read what it computed, so that their
 * cards agree. What is not public never leaves the platform unless the settings say so.
 */
@Injectable()
export class NeedDirections {
  constructor(
    @Inject(EMBEDDING) private readonly settings: EmbeddingSettings | null,
    private readonly directions: TextDirections,
    private readonly queries: QueryDirections,
    private readonly texts: ListingTexts,
  ) {}

  /** The direction of one need; null where there is none yet. */
  async findDirection(reading: NeedReading): Promise<TextDirection | null> {
    return (await this.findDirections([reading])).get(reading) ?? null;
  }

  /** The direction of each need that has one. At most one statement for all stored needs, and one where some wait. */
  async findDirections(readings: readonly NeedReading[]): Promise<ReadonlyMap<NeedReading, TextDirection>> {
    const found = new Map<NeedReading, TextDirection>();
    const { model } = this.directions;
    if (!model || !this.settings) return found;
    const stored = readings.filter(({ description }) => description.needId !== undefined);
    const typed = readings.filter(({ description }) => description.needId === undefined);
    await Promise.all([
      this.ofStored(stored, model.id, found),
      ...typed.map(async (reading) => {
        const direction = await this.queries.findDirection(sentText(reading.subject));
        if (direction) found.set(reading, direction);
      }),
    ]);
    return found;
  }

  private async ofStored(
    readings: readonly NeedReading[],
    modelId: string,
    found: Map<NeedReading, TextDirection>,
  ): Promise<void> {
    const sent = readings
      .filter(({ description }) => description.isPublic || this.settings?.privateNeeds)
      .map((reading) => ({ reading, text: sentText(reading.subject) }));
    const directions = await this.directions.findOfTexts(sent.map(({ text }) => text));
    const missing = sent.filter(({ reading }, i) => {
      const direction = directions[i];
      if (direction) found.set(reading, direction);
      return !direction;
    });
    if (missing.length === 0) return;
    await this.texts.requestVectors(
      modelId,
      missing.map(({ text }) => ({ hash: textHash(text), text })),
    );
  }
}
