import { foldText } from '@app/kernel';
import { Certificates, ConceptExtractor, ConceptVocabulary, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { withoutDenied } from '../finding/said-text.js';
import { findCleanrooms, findPlainCleanrooms, withRoomsAsWorks } from './cleanroom-condition.js';
import { EnglishFields, inVocabularyForms } from './english-forms.js';
import type { NeedDescription } from './need-description.js';
import type { NeedConditions, NeedReading } from './need-reading.js';
import { withoutLotSizes } from './how-it-is-ordered.js';
import { withoutUnwanted } from './not-wanted.js';
import { ParameterFinder } from './parameter-finder.js';
import { blank, blankPlainPhrases } from './plain-phrases.js';
import { findPrices } from './price-conditions.js';
import { findQuantities, mostTelling } from './quantity-conditions.js';
import { subjectOf } from './question-subject.js';
import { readParts } from './read-parts.js';
import { withWorkForMachines } from './work-on-machines.js';
import { findLeadTimes } from './time-conditions.js';

/** What stands between two places of which either will do: 上海或苏州、苏州/昆山, Shanghai or Suzhou. */
const EITHER = /^[\s,]*(?:或者?|及|和|与|、|\/|or)[\s,]*$/;

/** The first place named and those that stand beside it as alternatives. */
function alternatives<T extends { start: number; end: number }>(text: string, mentions: readonly T[]): T[] {
  const [first, ...others] = mentions;
  if (!first) return [];
  const places = [first];
  for (const place of others) {
    const last = places.at(-1)!;
    if (!EITHER.test(text.slice(last.end, place.start))) break;
    places.push(place);
  }
  return places;
}

/** What the words of a need say of its conditions, and the words without them. */
interface WordConditions {
  readonly rest: string;
  readonly stated: Partial<NeedConditions>;
}

/**
 * Reads a need before anything is searched: quantities, certificates, places, dates and prices become conditions;
 * verbs and courtesies fall away; what is left is typed into material, process, product and application.
 */
@Injectable()
export class NeedReader {
  private readonly fields: EnglishFields;

  constructor(
    private readonly vocabulary: ConceptVocabulary,
    private readonly extractor: ConceptExtractor,
    private readonly certificates: Certificates,
    private readonly regions: Regions,
    private readonly parameters: ParameterFinder,
  ) {
    this.fields = new EnglishFields(vocabulary);
  }

  /** The reading of a need. What the buyer stated as a fact wins over what the words say. */
  read(need: NeedDescription): NeedReading {
    const named = need.lines.flatMap((line) =>
      [line.material, line.process, line.surface, line.name].filter(Boolean),
    );
    const asked = this.askedIn([need.title, ...named].join('，'));
    const subject = this.withoutConditions(asked);
    const { stated } = this.withoutConditions(withoutDenied(`${need.title}，${need.text}`));
    const rest = inVocabularyForms(subject.rest, this.extractor);
    const { extractor, vocabulary, fields } = this;
    const wording = foldText(withoutUnwanted(withoutDenied([need.title, ...named, need.text].join('，'))));
    const parts = readParts(rest, { extractor, vocabulary, fields });
    return {
      description: need,
      parts,
      conditions: this.conditions(need, stated),
      subject: this.wordsOf(rest),
      question: this.questionOf(withWorkForMachines(foldText(asked), extractor)),
      wording: this.wordsOf(withWorkForMachines(wording, extractor)),
    };
  }

  /** A text without what is not wanted, and with names in the form that the vocabulary knows. */
  private askedIn(text: string): string {
    return withRoomsAsWorks(withoutLotSizes(withoutUnwanted(withoutDenied(text))));
  }

  private questionOf(folded: string): string {
    return subjectOf(folded, this.extractor.hits(folded))
      .replace(/[\s,]+/g, ' ')
      .trim();
  }

  /** The words of a folded text, verbs and courtesies left out. */
  private wordsOf(folded: string): string {
    return blankPlainPhrases(folded, this.extractor.hits(folded))
      .replace(/[\s,]+/g, ' ')
      .trim();
  }

  private withoutConditions(text: string): WordConditions {
    let rest = foldText(text);
    const take = <T extends { start: number; end: number }>(found: readonly T[]): readonly T[] => {
      for (const { start, end } of found) rest = blank(rest, start, end);
      return found;
    };
    const certificates = take(this.certificates.findAll(text)).map((c) => c.id);
    const rooms = take(findCleanrooms(rest)).map((found) => found.value);
    take(findPlainCleanrooms(rest));
    const figures = take(this.parameters.findFigures(rest)).map((found) => found.value);
    const [leadTime] = take(findLeadTimes(rest));
    const [price] = take(findPrices(rest));
    const [quantity] = mostTelling(take(findQuantities(rest)));
    const places = alternatives(rest, this.regions.findAll(rest));
    take(places);
    const grades = this.parameters.findGrades(rest).map((found) => found.value);
    return {
      rest,
      stated: {
        requiredCertificates: certificates,
        parameters: [...rooms, ...figures, ...grades],
        quantity: quantity?.value,
        deliverInDays: leadTime?.value,
        price: price?.value,
        regions: places.map(({ code }) => code),
      },
    };
  }

  private conditions(need: NeedDescription, stated: Partial<NeedConditions>): NeedConditions {
    const known = new Set(need.parameters.map((p) => p.parameterId));
    const required = new Set(need.requiredCertificates);
    const worded = (stated.requiredCertificates ?? []).filter((id) => !required.has(id));
    return {
      requiredCertificates: [...required],
      // Certificates that only the words name are wished for: the buyer did not mark them as a condition.
      preferredCertificates: [...new Set([...need.preferredCertificates, ...worded])],
      parameters: [...need.parameters, ...(stated.parameters ?? []).filter((p) => !known.has(p.parameterId))],
      quantity: need.quantity ?? stated.quantity,
      deliverInDays: need.deliverInDays ?? stated.deliverInDays,
      regions: need.region ? [need.region] : (stated.regions ?? []),
      excludedRegions: need.excludedRegions,
      price: need.price ?? stated.price,
      excludedOrganizationIds: need.excludedOrganizationIds,
    };
  }
}
