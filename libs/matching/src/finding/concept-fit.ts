import type { ConceptVocabulary } from '@app/taxonomy';

/** Each step from the concept asked up to a broader one that is offered. */
const PER_STEP_UP = 0.55;
/** Offered beside the concept asked, under the same broader one. */
const SIBLING = 0.25;
/** The concept asked is a component of the name offered: 压铸 in 铝压铸件. */
const COMPONENT = 0.95;
/** A machine for what is asked: a maker of heat-treatment furnaces is no heat treater. */
const MACHINE_FOR = 0.35;

/**
 * How well offered concepts meet an asked one: the same or a narrower one fully (who asks for castings is served by die
 * castings), a broader one less with each step (who offers castings may or may not die-cast), a neighbour a little.
 */
export class ConceptFit {
  private readonly known = new Map<string, number>();

  constructor(private readonly vocabulary: ConceptVocabulary) {}

  /** The best fit of any of the offered concepts, 0 to 1, and which one it was. */
  best(asked: string, offered: readonly string[]): { fit: number; conceptId: string | null } {
    let best: { fit: number; conceptId: string | null } = { fit: 0, conceptId: null };
    for (const conceptId of offered) {
      const fit = this.of(asked, conceptId);
      if (fit > best.fit) best = { fit, conceptId };
    }
    return best;
  }

  private of(asked: string, offered: string): number {
    if (asked === offered) return 1;
    const key = `${asked} ${offered}`;
    let fit = this.known.get(key);
    if (fit === undefined) this.known.set(key, (fit = this.compute(asked, offered)));
    return fit;
  }

  private compute(asked: string, offered: string): number {
    const aboveOffered = this.vocabulary.ancestors(offered);
    if (aboveOffered.includes(asked)) return 1;
    const components = this.vocabulary.get(offered)?.composedOf ?? [];
    if (components.some((part) => part === asked || this.vocabulary.ancestors(part).includes(asked))) {
      return this.isMachineFor(offered, asked) ? MACHINE_FOR : COMPONENT;
    }
    const aboveAsked = this.vocabulary.ancestors(asked);
    const steps = aboveAsked.indexOf(offered);
    if (steps >= 0) return PER_STEP_UP ** (steps + 1);
    return aboveAsked[0] !== undefined && aboveAsked[0] === aboveOffered[0] ? SIBLING : 0;
  }

  private isMachineFor(offered: string, asked: string): boolean {
    return (
      this.vocabulary.get(offered)?.kind === 'EQUIPMENT' && this.vocabulary.get(asked)?.kind !== 'EQUIPMENT'
    );
  }
}
