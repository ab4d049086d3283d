import { BadInputError } from '@app/kernel';
import { Classification } from '@app/organizations';
import { ConceptExtractor, ConceptVocabulary } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { type ResolvedSchedule, resolveSchedule } from './local-schedule.js';
import type { EventScheduleInput, EventTermsInput } from './matchmaking-event.inputs.js';
import type { EventConcept, EventTerms, MatchmakingEvent } from './matchmaking-event.entity.js';
import type { EventKind } from './matchmaking-event.enums.js';

type TermsWish = EventTermsInput & {
  kind?: EventKind | null;
  title?: string | null;
  schedule?: EventScheduleInput | null;
};

/** Reads what an organizer states about an event: codes must exist, times must be real, links must be safe. */
@Injectable()
export class EventTermsReader {
  constructor(
    private readonly classification: Classification,
    private readonly vocabulary: ConceptVocabulary,
    private readonly extractor: ConceptExtractor,
  ) {}

  /** The terms that an input states; throws BAD_INPUT with the field. */
  readTerms(input: TermsWish): EventTerms {
    return {
      kind: input.kind ?? undefined,
      title: input.title?.trim() || undefined,
      description: trimmed(input.description),
      regionCode: input.regionCode
        ? this.classification.regionCode(input.regionCode, 'input.regionCode')
        : input.regionCode,
      venue: trimmed(input.venue),
      address: trimmed(input.address),
      onlineUrl: onlineUrl(trimmed(input.onlineUrl)),
      industryCodes: this.industries(input.industryCodes),
      themes: words(input.themes),
      halls: words(input.halls),
      conceptIds: this.concepts(input.conceptIds),
      chains: words(input.chains),
      schedule: input.schedule ? scheduleOf(input.schedule) : undefined,
    };
  }

  /** The terms of a new event, which always state kind, title and time; throws BAD_INPUT with the field. */
  readNewTerms(
    input: TermsWish & { kind: EventKind; title: string; schedule: EventScheduleInput },
  ): EventTerms {
    return { ...this.readTerms(input), kind: input.kind, title: input.title.trim() };
  }

  /** What an event is about: the concepts that the organizer named, then those found in its texts, most important first. */
  extractConcepts({
    title,
    themes,
    description,
    conceptIds,
  }: Pick<MatchmakingEvent, 'title' | 'themes' | 'description' | 'conceptIds'>): EventConcept[] {
    const text = [title, ...themes, description].filter(Boolean).join('\n');
    const named = conceptIds.flatMap((conceptId) => {
      const concept = this.vocabulary.get(conceptId);
      return concept ? [{ conceptId, kind: concept.kind, text: concept.zh, weight: 1 }] : [];
    });
    const found = this.extractor
      .extract(text)
      .filter(({ conceptId }) => !conceptId || !conceptIds.includes(conceptId))
      .map(({ conceptId, kind, text, weight }) => ({ conceptId, kind, text, weight }));
    return [...named, ...found];
  }

  private concepts(ids: readonly string[] | null | undefined): string[] | undefined {
    if (ids === null) return [];
    ids?.forEach((id, i) => {
      if (!this.vocabulary.get(id))
        throw new BadInputError('UNKNOWN_CONCEPT', { id: id.slice(0, 80) }, [`input.conceptIds.${i}`]);
    });
    return ids && [...new Set(ids)];
  }

  private industries(codes: readonly string[] | null | undefined): string[] | undefined {
    if (codes === null) return [];
    const read = codes?.map((code, i) => this.classification.industryCode(code, `input.industryCodes.${i}`));
    return read && [...new Set(read)];
  }
}

/** Resolves the instants of a schedule; throws BAD_INPUT. */
function scheduleOf(input: EventScheduleInput): ResolvedSchedule {
  const { zone, starts, startsOccurrence = null, ends, endsOccurrence = null } = input;
  return resolveSchedule({ zone, startsLocal: starts, startsOccurrence, endsLocal: ends, endsOccurrence });
}

function onlineUrl(text: string | null | undefined): string | null | undefined {
  if (!text) return text;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' || url.username || url.password)
    throw new BadInputError('ONLINE_URL_NOT_HTTPS', {}, ['input.onlineUrl']);
  return url.href;
}

function trimmed(text: string | null | undefined): string | null | undefined {
  return typeof text === 'string' ? text.trim() || null : text;
}

function words(list: readonly string[] | null | undefined): string[] | undefined {
  if (list === null) return [];
  return list && [...new Set(list.map((word) => word.trim()).filter(Boolean))];
}
