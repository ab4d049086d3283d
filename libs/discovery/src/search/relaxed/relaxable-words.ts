import { foldText } from '@app/kernel';
import { isMakingToOrder } from '@app/need-reading';
import {
  ConceptExtractor,
  type ConceptHit,
  ConceptKind,
  ConceptVocabulary,
  ModelNumbers,
} from '@app/taxonomy';
import { Injectable } from '@nestjs/common';

/** Words of a question that can be asked for more broadly, or left out. */
export interface RelaxableWords {
  /** As they stand in the folded question. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** Concepts that can stand for them, the nearest first: 不锈钢, then 特殊钢, for SUS304. */
  readonly broader: readonly string[];
  /** How much they decide of what is asked: the field of use least, the thing most. */
  readonly deciding: number;
  /** Whether they are a grade or a model number, which few listings name. */
  readonly isNumber: boolean;
  /** Whether a search engine would ask for something else than they say. */
  readonly unaskable: boolean;
}

/** A grade of which a search engine keeps two digits, that stand in many texts for something else: 45#. */
const UNASKABLE = /^\d{1,2}#$/;

/** Behind what the thing is for: 睡衣用的真丝面料. */
const FOR = /^用的?/;

/** How much a kind of word decides: grades and materials narrow a thing, work makes it, the thing itself is what is asked. */
const DECIDING: Readonly<Record<ConceptHit['kind'], number>> = {
  APPLICATION: 0,
  MATERIAL: 1,
  PROCESS: 2,
  SERVICE: 3,
  EQUIPMENT: 3,
  PRODUCT: 3,
};

/** Reads which words of a question can be relaxed, the least deciding first; of equals the earlier, since Chinese puts the head last. */
@Injectable()
export class RelaxableWordsReader {
  constructor(
    private readonly extractor: ConceptExtractor,
    private readonly vocabulary: ConceptVocabulary,
    private readonly numbers: ModelNumbers,
  ) {}

  /** The words of a question that name a known thing, or are a number of one. */
  read(text: string): RelaxableWords[] {
    const folded = foldText(text);
    const named = new Map<number, RelaxableWords>();
    for (const { surface, start, end, conceptId, kind } of this.extractor.hits(folded)) {
      if (named.has(start)) continue;
      const above = this.vocabulary.ancestors(conceptId);
      const broader = UNASKABLE.test(surface) ? [conceptId, ...above] : above;
      const [use = ''] = FOR.exec(folded.slice(end)) ?? [];
      const span = { words: surface + use, start, end: end + use.length };
      const isBeside = use !== '' || isMakingToOrder(conceptId);
      named.set(start, this.relaxable(span, broader, isBeside ? ConceptKind.APPLICATION : kind));
    }
    for (const { words, start, end, conceptId } of this.numbers.findAll(folded)) {
      if ([...named.values()].some((other) => other.start < end && start < other.end)) continue;
      const kind = this.vocabulary.get(conceptId)?.kind;
      const broader = [conceptId, ...this.vocabulary.ancestors(conceptId)];
      if (kind) named.set(start, this.relaxable({ words, start, end }, broader, kind));
    }
    return [...named.values()].sort((a, b) => a.deciding - b.deciding || a.start - b.start);
  }

  private relaxable(
    span: { words: string; start: number; end: number },
    broader: readonly string[],
    kind: ConceptHit['kind'],
  ): RelaxableWords {
    const { words } = span;
    const [isNumber, unaskable] = [/\d/.test(words), UNASKABLE.test(words)];
    return { ...span, broader, deciding: DECIDING[kind], isNumber, unaskable };
  }
}
