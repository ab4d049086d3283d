import type { ChosenConcept } from './capability-draft.js';

/** Trade concepts that a capability names at most: as many as the API takes. */
export const MAX_CONCEPTS = 8;

interface ReadPart {
  readonly text: string;
  readonly role: string;
  readonly weight: number;
  readonly conceptId?: string | null;
  readonly conceptName?: string | null;
}

const importance = ({ role, weight }: ReadPart): number =>
  (role === 'HEAD' ? 2 : role === 'APPLICATION' ? 0 : 1) + Math.min(weight, 1) / 2;

/**
 * The concepts that a brochure names, each once: what is offered first, fields of use last. `chosen` are as many as a
 * capability takes, `further` the rest.
 */
export function proposedConcepts(parts: readonly ReadPart[]): {
  readonly chosen: ChosenConcept[];
  readonly further: ChosenConcept[];
} {
  const ranked = [...parts].sort((one, other) => importance(other) - importance(one));
  const concepts = new Map<string, ChosenConcept>();
  for (const { conceptId, conceptName, text } of ranked)
    if (conceptId && !concepts.has(conceptId))
      concepts.set(conceptId, { value: conceptId, label: conceptName ?? text });
  const all = [...concepts.values()];
  return { chosen: all.slice(0, MAX_CONCEPTS), further: all.slice(MAX_CONCEPTS) };
}
