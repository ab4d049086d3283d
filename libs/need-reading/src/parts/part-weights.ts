import type { ConceptVocabulary } from '@app/taxonomy';
import type { NeedPart, PartRole } from '../need-reading.js';
import { isContracted } from '../words/how-ordered.js';
import { type Piece } from './pieces.js';

/** The most parts of a need. Recall and comparison take longer with each; 2,000 characters can name 400 things. */
export const MAX_PARTS = 48;

/**
 * The exponent of a part in the geometric mean, by role: the thing asked for and its defining process and material weigh
 * most, what only narrows it less, the field of use least (a criterion of its own, since makers seldom name their fields).
 */
const BY_ROLE: Readonly<Record<PartRole, number>> = {
  HEAD: 1.5,
  DEFINING: 0.8,
  MODIFIER: 0.35,
  APPLICATION: 0.15,
};

/** A figure or model among the words (750W, DN100): makers seldom repeat it. */
const FIGURE = 0.12;
/** An unknown English word: makers in the Delta describe themselves in Chinese, apart from abbreviations (PPSU). */
const ENGLISH = 0.12;
const ENGLISH_WORD = /^[a-z][a-z -]{5,}$/;

/** The weight of a part in a role. */
export function partWeight(role: PartRole, text: string, known = true): number {
  if (role !== 'MODIFIER') return BY_ROLE[role];
  if (/\d/.test(text)) return FIGURE;
  return !known && ENGLISH_WORD.test(text) ? ENGLISH : BY_ROLE[role];
}

/**
 * The weights where a need names a process (压铸, 注塑): a supplier that masters the process in the material can meet it, so
 * the process counts in full, and the product, which job shops seldom list, less.
 */
const PROCESS_NEED = { process: 1, product: 0.75 } as const;

/**
 * The roots of processes that finish a thing. A buyer of galvanised bolts buys bolts: a maker of bolts that has them
 * galvanised serves the need better than a galvanising shop.
 */
const FINISHES: ReadonlySet<string> = new Set(['heat-treating', 'surface-treating']);
const FINISH_WEIGHT = 0.5;

/** A new clause, or a blank as purchasing engineers write it. */
const APART = /[,。;、\n!?|/\s]/;

/**
 * The processes that only finish the thing asked for: heat or surface treatment named behind the thing and apart from it
 * (螺栓 10.9级 热镀锌). Before it or in one piece with it (小五金发黑) the process itself is asked for.
 */
export function finishesOf(
  text: string,
  head: Piece | undefined,
  pieces: readonly Piece[],
  vocabulary: ConceptVocabulary,
): ReadonlySet<string> {
  if (head?.kind !== 'PRODUCT') return new Set();
  const behind = pieces.filter(
    (p) => p.start > head.end && APART.test(text.slice(head.end, p.start)) && !isContracted(text, p),
  );
  const named = new Set(pieces.filter((p) => !behind.includes(p)).map((p) => p.conceptId));
  return new Set(
    behind
      .flatMap(({ kind, conceptId }) =>
        kind === 'PROCESS' && conceptId && !named.has(conceptId) ? conceptId : [],
      )
      .filter((id) => [id, ...vocabulary.ancestors(id)].some((above) => FINISHES.has(above))),
  );
}

/** The parts with a head: where no thing is named, the last process, else the last material, becomes the head. */
export function promoteHead(parts: readonly NeedPart[]): readonly NeedPart[] {
  if (parts.some((part) => part.role === 'HEAD')) return parts;
  const heir =
    parts.findLast((p) => p.kind === 'PROCESS') ??
    parts.findLast((p) => p.kind === 'MATERIAL') ??
    parts.at(-1);
  return parts.map((part) =>
    part === heir ? { ...part, role: 'HEAD', weight: partWeight('HEAD', part.text) } : part,
  );
}

function narrowing(part: NeedPart): NeedPart {
  if (part.kind !== 'PROCESS') return part;
  return { ...part, role: 'MODIFIER', weight: partWeight('MODIFIER', part.text) };
}

/**
 * Weighs the process over the product where the need names a process. A process next to a machine says what the machine
 * does or how it is finished (防腐泵 衬氟), and only narrows it.
 */
export function weighProcesses(
  parts: readonly NeedPart[],
  finishes: ReadonlySet<string>,
): readonly NeedPart[] {
  if (parts.some((part) => part.role === 'HEAD' && part.kind === 'EQUIPMENT')) return parts.map(narrowing);
  const isFinish = ({ conceptId }: NeedPart) => conceptId !== null && finishes.has(conceptId);
  const works = parts.some((part) => part.kind === 'PROCESS' && part.role === 'DEFINING' && !isFinish(part));
  return parts.map((part) => {
    if (isFinish(part)) return { ...part, weight: FINISH_WEIGHT };
    if (!works) return part;
    if (part.kind === 'PROCESS') return { ...part, weight: PROCESS_NEED.process };
    return part.role === 'HEAD' && part.kind === 'PRODUCT' ? { ...part, weight: PROCESS_NEED.product } : part;
  });
}

/** The heaviest {@link MAX_PARTS} parts in the order of the text. */
export function heaviestParts(parts: readonly NeedPart[]): readonly NeedPart[] {
  if (parts.length <= MAX_PARTS) return parts;
  const kept = new Set([...parts].sort((a, b) => b.weight - a.weight).slice(0, MAX_PARTS));
  return parts.filter((part) => kept.has(part));
}
