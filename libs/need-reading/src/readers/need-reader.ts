import { foldText } from '@app/kernel';
import { Certificates, ConceptExtractor, ConceptVocabulary, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { withRoomsAsWorks } from '../conditions/cleanrooms.js';
import {
  type ConditionSources,
  readConditions,
  type WordedConditions,
} from '../conditions/condition-passes.js';
import { ParameterFinder } from '../conditions/parameter-finder.js';
import { type NeedConditions, type NeedDescription, type NeedReading, plainWords } from '../need-reading.js';
import { readParts } from '../parts/read-parts.js';
import { withoutDenied, withoutUnwanted } from '../words/denied-words.js';
import { withoutLotSizes } from '../words/how-ordered.js';
import { blankPlainPhrases, subjectOf } from '../words/plain-words.js';
import { EnglishFields, inVocabularyForms, withWorkForMachines } from '../words/vocabulary-forms.js';

/** The passes over the words as the buyer wrote them, in order. Each gives the text that the next one reads. */
export const TEXT_PASSES: readonly { readonly name: string; rewrite(text: string): string }[] = [
  { name: 'leave out what is denied', rewrite: withoutDenied },
  { name: 'leave out what is not wanted', rewrite: withoutUnwanted },
  { name: 'leave out sizes of lots within names', rewrite: withoutLotSizes },
  { name: 'name clean rooms to be built as works', rewrite: withRoomsAsWorks },
];

/**
 * Reads a need before anything is searched, in three lists of passes: {@link TEXT_PASSES} leave out what is denied,
 * `CONDITION_PASSES` turn quantities, certificates, places, dates and prices into conditions, and `PART_PASSES` type what
 * is left into material, process, product and application.
 */
@Injectable()
export class NeedReader {
  private readonly fields: EnglishFields;
  private readonly sources: ConditionSources;

  constructor(
    private readonly vocabulary: ConceptVocabulary,
    private readonly extractor: ConceptExtractor,
    certificates: Certificates,
    regions: Regions,
    parameters: ParameterFinder,
  ) {
    this.fields = new EnglishFields(vocabulary);
    this.sources = { certificates, regions, parameters };
  }

  /** The reading of a need. What the buyer stated as a fact takes precedence over the words. */
  readNeed(need: NeedDescription): NeedReading {
    const { vocabulary, extractor, fields } = this;
    const named = need.lines.flatMap((line) =>
      [line.material, line.process, line.surface, line.name].filter(Boolean),
    );
    const asked = TEXT_PASSES.reduce((text, pass) => pass.rewrite(text), [need.title, ...named].join('，'));
    const rest = inVocabularyForms(readConditions(asked, this.sources).rest, extractor);
    const { stated } = readConditions(withoutDenied(`${need.title}，${need.text}`), this.sources);
    const wording = foldText(withoutUnwanted(withoutDenied([need.title, ...named, need.text].join('，'))));
    return {
      description: need,
      parts: readParts(rest, { vocabulary, extractor, fields }),
      conditions: joinConditions(need, stated),
      subject: this.wordsOf(rest),
      question: this.questionOf(withWorkForMachines(foldText(asked), extractor)),
      wording: this.wordsOf(withWorkForMachines(wording, extractor)),
    };
  }

  /**
   * The words of what plain words ask for: 谐波减速器 of 我们做工业机器人的，要找谐波减速器. Empty where they name nothing.
   */
  findAskedThing(words: string): string {
    const { parts } = this.readNeed(plainWords(words));
    return parts.flatMap(({ role, text }) => (role === 'HEAD' ? text : [])).join(' ');
  }

  private questionOf(folded: string): string {
    return asOneLine(subjectOf(folded, this.extractor.hits(folded)));
  }

  /** The words of a folded text without verbs and courtesies. */
  private wordsOf(folded: string): string {
    return asOneLine(blankPlainPhrases(folded, this.extractor.hits(folded)));
  }
}

function asOneLine(text: string): string {
  return text.replace(/[\s,]+/g, ' ').trim();
}

function joinConditions(need: NeedDescription, stated: WordedConditions): NeedConditions {
  const known = new Set(need.parameters.map((p) => p.parameterId));
  const required = new Set(need.requiredCertificates);
  const worded = stated.certificates.filter((id) => !required.has(id));
  return {
    requiredCertificates: [...required],
    // Certificates that only the words name are preferred: the buyer did not mark them as a condition.
    preferredCertificates: [...new Set([...need.preferredCertificates, ...worded])],
    parameters: [...need.parameters, ...stated.parameters.filter((p) => !known.has(p.parameterId))],
    quantity: need.quantity ?? stated.quantity,
    deliverInDays: need.deliverInDays ?? stated.deliverInDays,
    regions: need.region ? [need.region] : stated.regions,
    excludedRegions: need.excludedRegions,
    price: need.price ?? stated.price,
    excludedOrganizationIds: need.excludedOrganizationIds,
  };
}
