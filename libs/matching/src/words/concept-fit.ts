import { isTool, Naming, type NeedPart } from '@app/need-reading';
import type { ConceptVocabulary } from '@app/taxonomy';

/** Each step from the concept asked up to a broader one that is offered. */
const PER_STEP_UP = 0.55;
/** However far above: who offers the broader thing may offer the narrower one. */
const LEAST_ABOVE = 0.25;
/** Worth of a near concept, such as carbon sliders where carbon brushes are asked: it meets a need partly (ADR 62). */
const NEAR = 0.7;
/** Offered beside the concept asked, under the same broader one. */
const SIBLING = 0.25;
/** The concept asked is a component of the name offered: 压铸 in 铝压铸件. */
const COMPONENT = 0.95;
/** A machine for what is asked: a maker of heat-treatment furnaces is no heat treater. */
const MACHINE_FOR = 0.35;
/** Things of the industry that a field of use names: who makes medical devices knows medical use. */
const OF_THE_INDUSTRY = 0.8;

/** What a naming is worth where the concept is asked for itself. */
const AS_HEAD: Readonly<Record<Naming, number>> = {
  [Naming.ITSELF]: 1,
  [Naming.WORKED_ON]: 0.85,
  [Naming.WITHIN]: 0.4,
  [Naming.MACHINE_FOR]: 0.35,
};
/** What it is worth where the concept is asked as the work to be done. */
const AS_PROCESS: Readonly<Record<Naming, number>> = { ...AS_HEAD, [Naming.WORKED_ON]: 1 };

/** What of a part decides how it is met by concepts. */
export interface AskedPart extends Pick<NeedPart, 'kind' | 'conceptId'> {
  /** Whether it is the goods asked for, so that a name which holds it as a part does not offer it. */
  readonly goods: boolean;
}

/** The best of the offered concepts for one that is asked. */
export interface ConceptEvidence {
  /** 0 to 1. */
  readonly fit: number;
  readonly conceptId: string | null;
  /** Whether it is named as what is offered, not as a part of another name. */
  readonly itself: boolean;
}

const NOTHING: ConceptEvidence = { fit: 0, conceptId: null, itself: false };

/**
 * How well offered concepts meet an asked one: the same or a narrower one fully (who asks for castings is served by die
 * castings), a broader one less with each step (who offers castings may or may not die-cast), a neighbour a little.
 */
export class ConceptFit {
  /** By asked and offered concept. */
  private readonly known = new Map<string, Map<string, number>>();

  constructor(private readonly vocabulary: ConceptVocabulary) {}

  /** The best of the offered concepts for a part that names a concept, by how they are named. */
  best(part: AskedPart, offered: ReadonlyMap<string, Naming>): ConceptEvidence {
    let best = NOTHING;
    if (!part.conceptId) return best;
    const fits = this.fitsOf(part.conceptId);
    for (const [conceptId, naming] of offered) {
      let known = fits.get(conceptId);
      if (known === undefined) fits.set(conceptId, (known = this.compute(part.conceptId, conceptId)));
      const fit = known * worthOf(naming, part);
      if (fit > best.fit) best = { fit, conceptId, itself: naming === Naming.ITSELF };
    }
    return best;
  }

  private fitsOf(asked: string): Map<string, number> {
    const fits = this.known.get(asked) ?? new Map<string, number>();
    this.known.set(asked, fits);
    return fits;
  }

  private compute(asked: string, offered: string): number {
    const direct = this.onTheLine(asked, offered);
    if (direct === 1) return 1;
    const components = this.vocabulary.get(offered)?.composedOf ?? [];
    const inside = Math.max(0, ...components.map((part) => this.onTheLine(asked, part)));
    const named = inside * (this.isMachineFor(offered, asked) ? MACHINE_FOR : COMPONENT);
    return Math.max(direct, named, this.ofTheIndustry(asked, offered));
  }

  /** The same, narrower, broader or beside. */
  private onTheLine(asked: string, offered: string): number {
    if (asked === offered) return 1;
    const aboveOffered = this.vocabulary.ancestors(offered);
    if (aboveOffered.includes(asked)) return 1;
    const aboveAsked = this.vocabulary.ancestors(asked);
    const steps = aboveAsked.indexOf(offered);
    if (steps >= 0) return Math.max(LEAST_ABOVE, PER_STEP_UP ** (steps + 1));
    if (this.vocabulary.near(asked).has(offered)) return NEAR;
    return aboveAsked[0] !== undefined && aboveAsked[0] === aboveOffered[0] ? SIBLING : 0;
  }

  private ofTheIndustry(asked: string, offered: string): number {
    const field = this.vocabulary.get(asked);
    if (field?.kind !== 'APPLICATION') return 0;
    const industries = this.vocabulary.get(offered)?.industries ?? [];
    const shared = industries.some((code) => field.industries.some((own) => code.startsWith(own)));
    return shared ? OF_THE_INDUSTRY : 0;
  }

  private isMachineFor(offered: string, asked: string): boolean {
    return isTool(this.vocabulary.get(offered)) && !isTool(this.vocabulary.get(asked));
  }
}

function worthOf(naming: Naming, { kind, goods }: AskedPart): number {
  if (kind === 'PROCESS') return AS_PROCESS[naming];
  return goods ? AS_HEAD[naming] : 1;
}
