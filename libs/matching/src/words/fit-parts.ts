import { foldText } from '@app/kernel';
import { type NeedPart, type NeedReading, standsAtEnd } from '@app/need-reading';
import type { ConceptVocabulary } from '@app/taxonomy';
import type { CandidateWords, NamingText } from './candidate-words.js';
import { type AskedPart, type ConceptEvidence, ConceptFit } from './concept-fit.js';
import { type Rarity, sharedWords, type WeightedWord, wordsOf } from './word-set.js';

/** Where the evidence for a part was found. */
type EvidencePlace = 'CONCEPT' | 'CAPABILITY_TEXT' | 'ORGANIZATION_TEXT' | 'NOWHERE';

/** How well one part of a need is met by a candidate, and by which of its words. */
export interface PartFit {
  readonly part: NeedPart;
  /** 0 to 1. */
  readonly fit: number;
  /** The candidate's words that met it; null when none did. */
  readonly met: string | null;
  readonly place: EvidencePlace;
}

/** A thing at the front of a longer name of another thing (轴承 in 轴承座) is weak evidence. */
const AT_FRONT = 0.3;
/** A thing at the end of a longer name is a kind of it: 控制器 in 电机控制器. */
const AT_END = 0.8;
/** A material inside a longer name is what that thing is made of: 不锈钢法兰. */
const MATERIAL_INSIDE = 0.95;
/** Each step up from the material asked to a broader one that the longer name holds. */
const BROADER_MATERIAL = 0.55;

/** The number of a grade: 304, 316l, 6061. */
const GRADE = /(?<![\d.])\d{3,4}[a-z]?(?![\d.])/;

interface InnerName {
  readonly name: string;
  readonly worth: number;
}

/** The names of one part of a need, to be found inside longer names of a text. */
class InnerNames {
  private constructor(
    /** The thing asked for itself, where it is no material. */
    private readonly thing: string | null,
    /** Names of a material and of broader ones, the best evidence first. */
    private readonly materials: readonly InnerName[],
    private readonly grade: { readonly number: RegExp; readonly of: readonly string[] } | null,
  ) {}

  /** The names of a part; `goods`: whether it is the goods asked for, so that what is made of it does not offer it. */
  static of(part: NeedPart, goods: boolean, vocabulary: ConceptVocabulary): InnerNames {
    const { conceptId, text, kind } = part;
    if (!conceptId) return new InnerNames(null, [], null);
    const above = vocabulary.ancestors(conceptId);
    const zhNames = (id: string) => (vocabulary.get(id)?.zh ? [foldText(vocabulary.get(id)!.zh)] : []);
    if (kind !== 'MATERIAL') return new InnerNames(text, [], null);
    const number = GRADE.exec(text)?.[0];
    const grade = number && above[0] ? { number: standing(number), of: zhNames(above[0]) } : null;
    if (goods) return new InnerNames(text, [], grade);
    const materials = [conceptId, ...above].flatMap((id, steps) => {
      const names = steps === 0 ? [text, ...vocabulary.expand(id)] : zhNames(id);
      const worth = MATERIAL_INSIDE * BROADER_MATERIAL ** steps;
      return names.filter((name) => [...name].length > 1).map((name) => ({ name, worth }));
    });
    return new InnerNames(null, materials, grade);
  }

  /** What a folded text that holds one of the names within longer ones is worth, 0 to 1. */
  worthIn(text: string): number {
    // A grade in a list of grades of the material: 201/304/316 of 不锈钢.
    if (this.grade?.number.test(text) && this.grade.of.some((name) => text.includes(name)))
      return MATERIAL_INSIDE;
    if (this.thing !== null) return thingIn(this.thing, text);
    return this.materials.find(({ name }) => text.includes(name))?.worth ?? 0;
  }
}

function standing(number: string): RegExp {
  return new RegExp(`(?<![\\d.])${number}(?![\\d.])`);
}

function thingIn(thing: string, text: string): number {
  let worth = 0;
  for (let at = text.indexOf(thing); at >= 0; at = text.indexOf(thing, at + thing.length)) {
    if (standsAtEnd(text, at + thing.length)) return AT_END;
    worth = AT_FRONT;
  }
  return worth;
}

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
