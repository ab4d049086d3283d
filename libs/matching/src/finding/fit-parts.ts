import type { ConceptVocabulary } from '@app/taxonomy';
import type { EvidencePlace, PartFit } from '../criteria/part-fit.js';
import type { NeedPart, NeedReading } from '@app/need-reading';
import type { CandidateWords, NamingText } from './candidate-words.js';
import { type AskedPart, type ConceptEvidence, ConceptFit } from './concept-fit.js';
import { InnerNames } from './inner-names.js';
import { type Rarity, sharedWords, type WeightedWord, wordsOf } from './word-set.js';

/** What the organization's name and scope say counts less than what the capability itself says. */
const ORGANIZATION_WORTH = 0.6;
/** The fields that a maker serves stand in its scope as well as anywhere. */
const APPLICATION_WORTH = 0.9;
/** Words of a known thing, where the thing itself is not named. */
const SCATTERED = 0.25;
/** The most that a broader thing with all words of the narrower one is worth. */
const ALL_WORDS = 0.9;

interface PreparedPart {
  readonly part: NeedPart;
  readonly asked: AskedPart;
  readonly words: readonly WeightedWord[];
  readonly inside: InnerNames;
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
    const worked = need.parts.some(({ kind }) => kind === 'PROCESS');
    this.parts = need.parts.map((part) => {
      // A material beside a process is what is worked on; by itself it is the goods.
      const goods = part.role === 'HEAD' && !(part.kind === 'MATERIAL' && worked);
      const asked = { kind: part.kind, conceptId: part.conceptId, goods };
      return { part, asked, words: wordsOf(part.text), inside: InnerNames.of(part, goods, vocabulary) };
    });
  }

  /** The fit of each part, in the order of the reading. */
  fit(candidate: CandidateWords): PartFit[] {
    return this.parts.map((prepared) => {
      const said = this.fitIn(prepared, candidate.capability, 'CAPABILITY_TEXT');
      const own = { ...said, fit: said.fit * candidate.worth };
      const worth = prepared.part.role === 'APPLICATION' ? APPLICATION_WORTH : ORGANIZATION_WORTH;
      if (own.fit >= worth) return own;
      const wider = this.fitIn(prepared, candidate.organization, 'ORGANIZATION_TEXT');
      const discounted = wider.fit * worth;
      return discounted > own.fit ? { ...wider, fit: discounted, place: 'ORGANIZATION_TEXT' } : own;
    });
  }

  private fitIn(prepared: PreparedPart, { text, concepts }: NamingText, place: EvidencePlace): PartFit {
    const { part, asked } = prepared;
    const evidence = this.concepts.best(asked, concepts);
    const raised = place === 'CAPABILITY_TEXT' ? this.raisedByWords(prepared, text, evidence) : evidence.fit;
    const fit = Math.max(raised, this.textFit(prepared, text, evidence.fit));
    if (fit === 0) return { part, fit, met: null, place: 'NOWHERE' };
    if (!evidence.conceptId) return { part, fit, met: part.text, place };
    return {
      part,
      fit,
      met: this.vocabulary.get(evidence.conceptId)?.zh ?? null,
      place: place === 'CAPABILITY_TEXT' ? 'CONCEPT' : place,
    };
  }

  /**
   * A broader thing that says the narrower one's other words as well comes nearer: 机床 … 轴承 for 机床主轴轴承. The words of the
   * broader thing's own names are met already, and say nothing of the narrower one (减速器 for 谐波减速器).
   */
  private raisedByWords({ part, words }: PreparedPart, text: string, evidence: ConceptEvidence): number {
    const { fit, itself, conceptId } = evidence;
    if (part.role !== 'HEAD' || !itself || !conceptId || fit === 0 || fit >= ALL_WORDS) return fit;
    const names = this.vocabulary.expand(conceptId);
    const others = words.filter(({ word }) => !names.some((name) => name.includes(word)));
    return fit + (ALL_WORDS - fit) * sharedWords(others.length > 0 ? others : words, text, this.rarity) ** 2;
  }

  private textFit({ part, words, inside }: PreparedPart, text: string, conceptFit: number): number {
    if (!part.conceptId) {
      if (text.includes(part.text)) return 1;
      return 0.95 * sharedWords(words, text, this.rarity) ** 2;
    }
    const worth = inside.worthIn(text);
    if (worth > 0 || conceptFit > 0) return worth;
    return SCATTERED * sharedWords(words, text, this.rarity) ** 2;
  }
}
