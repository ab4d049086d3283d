import type { PartKind, PartRole } from './need-reading.js';

/**
 * What a part weighs in the geometric mean: the thing asked for and its defining process and material most, what only
 * narrows it less, the field of use least (it is shown apart, since makers seldom name the fields they serve).
 */
const BY_ROLE: Readonly<Record<PartRole, number>> = {
  HEAD: 1.5,
  DEFINING: 0.8,
  MODIFIER: 0.35,
  APPLICATION: 0.15,
};

/** A figure or model among the words (750W, DN100) is seldom repeated by makers. */
const FIGURE = 0.12;
/** An unknown English word; makers in the Delta describe themselves in Chinese, apart from abbreviations (PPSU). */
const ENGLISH = 0.12;
const ENGLISH_WORD = /^[a-z][a-z -]{5,}$/;

/** The weight of a part in a role. */
export function partWeight(role: PartRole, text: string, known = true): number {
  if (role !== 'MODIFIER') return BY_ROLE[role];
  if (/\d/.test(text)) return FIGURE;
  return !known && ENGLISH_WORD.test(text) ? ENGLISH : BY_ROLE[role];
}

/**
 * A need that names a process (压铸, 注塑) is met by whoever masters the process in the material: then the process counts
 * in full, and the product made by it, which job shops seldom list, less.
 */
export const PROCESS_NEED = { process: 1, product: 0.75 } as const;

/**
 * The roots of processes that finish a thing. Who asks for galvanised bolts buys bolts: whoever galvanises anything, and
 * makes none, serves the need less than a maker of bolts who lets them be galvanised.
 */
export const FINISHES: ReadonlySet<string> = new Set(['heat-treating', 'surface-treating']);
export const FINISH_WEIGHT = 0.5;

/** Kinds of things that one buys. */
export const THINGS: ReadonlySet<PartKind> = new Set(['PRODUCT', 'EQUIPMENT', 'SERVICE']);

/** Kinds of which one at least makes a need clear: things, and work done to them. */
export const WANTED: ReadonlySet<PartKind> = new Set([...THINGS, 'PROCESS', 'MATERIAL']);

/** Kinds that can be what is asked for. */
export const HEAD_KINDS: ReadonlySet<PartKind> = new Set([
  'PRODUCT',
  'EQUIPMENT',
  'SERVICE',
  'MATERIAL',
  'KEYWORD',
]);
