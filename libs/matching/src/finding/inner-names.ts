import { foldText } from '@app/kernel';
import type { ConceptVocabulary } from '@app/taxonomy';
import { type NeedPart, standsAtEnd } from '@app/need-reading';

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
export class InnerNames {
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
