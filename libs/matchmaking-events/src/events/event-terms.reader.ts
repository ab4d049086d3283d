import { BadInputError } from '@app/kernel';
import { Classification } from '@app/organizations';
import { ConceptVocabulary } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { resolveSchedule, type ResolvedSchedule } from '../schedule/local-schedule.js';
import type { EventScheduleInput, EventTermsInput } from './dto/event-terms.input.js';
import type { EventTerms } from './matchmaking-event.entity.js';
import type { EventKind } from './matchmaking-event.enums.js';

type TermsWish = EventTermsInput & {
  kind?: EventKind | null;
  title?: string | null;
  schedule?: EventScheduleInput | null;
};

/** Reads what an organizer says about an event: codes must exist, times be real, links be safe. */
@Injectable()
export class EventTermsReader {
  constructor(
    private readonly classification: Classification,
    private readonly vocabulary: ConceptVocabulary,
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

  /** The same for a new event, whose kind, title and time are never left out. */
  readNewTerms(
    input: TermsWish & { kind: EventKind; title: string; schedule: EventScheduleInput },
  ): EventTerms {
    return { ...this.readTerms(input), kind: input.kind, title: input.title.trim() };
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

/** The instants of a schedule as an organizer says it; throws BAD_INPUT. */
export function scheduleOf(input: EventScheduleInput): ResolvedSchedule {
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
