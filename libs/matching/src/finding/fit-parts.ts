import { foldText } from '@app/kernel';
import type { ConceptVocabulary } from '@app/taxonomy';
import type { EvidencePlace, PartFit } from '../criteria/part-fit.js';
import type { NeedPart, NeedReading } from '../reading/need-reading.js';
import type { CandidateWords, NamingText } from './candidate-words.js';
import { type AskedPart, type ConceptEvidence, ConceptFit } from './concept-fit.js';
import { type Rarity, sharedWords, type WeightedWord, wordsOf } from './word-set.js';

/** What the organization's name and scope say counts less than what the capability itself says. */
const ORGANIZATION_WORTH = 0.6;
/** The fields that a maker serves stand in its scope as well as anywhere. */
const APPLICATION_WORTH = 0.9;
/** A word found inside a longer name of another concept (轴承 in 轴承座) is weak evidence. */
const INSIDE_ANOTHER = 0.4;
/** A material inside a longer name is what that thing is made of: 不锈钢法兰. */
const MATERIAL_INSIDE = 0.95;
/** Each step up from the material asked to a broader one that the longer name holds. */
const BROADER_MATERIAL = 0.55;
/** Words of a known thing, where the thing itself is not named. */
const SCATTERED = 0.25;
/** The most that a broader thing with all words of the narrower one is worth. */
const ALL_WORDS = 0.9;

/** A name to be found inside longer ones, and what finding it is worth. */
interface InnerName {
  readonly name: string;
  readonly worth: number;
}

interface PreparedPart {
  readonly part: NeedPart;
  readonly asked: AskedPart;
  readonly words: readonly WeightedWord[];
  readonly innerNames: readonly InnerName[];
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
      return { part, asked, words: wordsOf(part.text), innerNames: this.innerNames(part, goods) };
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

  /** A broader thing that says the narrower one's other words as well comes nearer: 机床 … 轴承 for 机床主轴轴承. */
  private raisedByWords({ part, words }: PreparedPart, text: string, evidence: ConceptEvidence): number {
    const { fit, itself } = evidence;
    if (part.role !== 'HEAD' || !itself || fit === 0 || fit >= ALL_WORDS) return fit;
    return fit + (ALL_WORDS - fit) * sharedWords(words, text, this.rarity) ** 2;
  }

  private textFit({ part, words, innerNames }: PreparedPart, text: string, conceptFit: number): number {
    if (!part.conceptId) {
      if (text.includes(part.text)) return 1;
      return 0.95 * sharedWords(words, text, this.rarity) ** 2;
    }
    const inside = innerNames.find(({ name }) => text.includes(name))?.worth ?? 0;
    if (inside > 0 || conceptFit > 0) return inside;
    return SCATTERED * sharedWords(words, text, this.rarity) ** 2;
  }

  /** Names of a part to be looked for inside longer names, the best evidence first. */
  private innerNames(part: NeedPart, goods: boolean): InnerName[] {
    if (!part.conceptId) return [];
    if (part.kind !== 'MATERIAL' || goods) return [{ name: part.text, worth: INSIDE_ANOTHER }];
    const line = [part.conceptId, ...this.vocabulary.ancestors(part.conceptId)];
    return line.flatMap((id, steps) => {
      const names = steps === 0 ? [part.text, ...this.vocabulary.expand(id)] : this.zhNames(id);
      const worth = MATERIAL_INSIDE * BROADER_MATERIAL ** steps;
      return names.filter((name) => [...name].length > 1).map((name) => ({ name, worth }));
    });
  }

  private zhNames(id: string): string[] {
    const zh = this.vocabulary.get(id)?.zh;
    return zh ? [foldText(zh)] : [];
  }
}
