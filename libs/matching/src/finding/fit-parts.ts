import type { ConceptVocabulary } from '@app/taxonomy';
import type { EvidencePlace, PartFit } from '../criteria/part-fit.js';
import type { NeedPart, NeedReading } from '../reading/need-reading.js';
import type { CandidateWords } from './candidate-words.js';
import { ConceptFit } from './concept-fit.js';
import { type Rarity, sharedWords, type WeightedWord, wordsOf } from './word-set.js';

/** What the organization's name and scope say counts less than what the capability itself says. */
const ORGANIZATION_WORTH = 0.6;
/** A word found inside a longer name of another concept (轴承 in 轴承座) is weak evidence. */
const INSIDE_ANOTHER = 0.4;

interface PreparedPart {
  readonly part: NeedPart;
  readonly words: readonly WeightedWord[];
}

/** Compares the parts of one need with the words of many candidates. */
export class PartFitter {
  private readonly concepts: ConceptFit;
  private readonly parts: readonly PreparedPart[];

  constructor(
    need: NeedReading,
    private readonly vocabulary: ConceptVocabulary,
    private readonly rarity: Rarity,
  ) {
    this.concepts = new ConceptFit(vocabulary);
    this.parts = need.parts.map((part) => ({ part, words: wordsOf(part.text) }));
  }

  /** The fit of each part, in the order of the reading. */
  fit(candidate: CandidateWords): PartFit[] {
    return this.parts.map((prepared) => {
      const said = this.fitIn(
        prepared,
        candidate.capability,
        candidate.capabilityConcepts,
        'CAPABILITY_TEXT',
      );
      const own = { ...said, fit: said.fit * candidate.worth };
      if (own.fit >= ORGANIZATION_WORTH) return own;
      const wider = this.fitIn(
        prepared,
        candidate.organization,
        candidate.organizationConcepts,
        'ORGANIZATION_TEXT',
      );
      const discounted = wider.fit * ORGANIZATION_WORTH;
      return discounted > own.fit ? { ...wider, fit: discounted, place: 'ORGANIZATION_TEXT' } : own;
    });
  }

  private fitIn(
    { part, words }: PreparedPart,
    text: string,
    concepts: readonly string[],
    place: EvidencePlace,
  ): PartFit {
    const byConcept = part.conceptId
      ? this.concepts.best(part.conceptId, concepts)
      : { fit: 0, conceptId: null };
    const byText = this.textFit(part, words, text, byConcept.fit);
    if (byConcept.fit >= byText && byConcept.conceptId) {
      return {
        part,
        fit: byConcept.fit,
        met: this.vocabulary.get(byConcept.conceptId)?.zh ?? null,
        place: place === 'CAPABILITY_TEXT' ? 'CONCEPT' : place,
      };
    }
    return byText > 0
      ? { part, fit: byText, met: part.text, place }
      : { part, fit: 0, met: null, place: 'NOWHERE' };
  }

  private textFit(part: NeedPart, words: readonly WeightedWord[], text: string, conceptFit: number): number {
    if (text.includes(part.text)) return part.conceptId && conceptFit < 0.9 ? INSIDE_ANOTHER : 1;
    const share = sharedWords(words, text, this.rarity);
    return (part.conceptId ? INSIDE_ANOTHER : 0.95) * share * share;
  }
}
