import { cosineOf, type TextDirection } from '@app/search';

/**
 * How near two texts are to the outside model, 0 to 1: their cosine, counted from that of texts which have nothing to do
 * with each other. Null unless the same model knows both: what is not known says nothing.
 */
export function modelNearness(
  asked: TextDirection | null | undefined,
  offered: TextDirection | null | undefined,
): number | null {
  if (!asked || !offered || asked.model.id !== offered.model.id) return null;
  const { unrelated } = asked.model;
  const nearness = (cosineOf(asked.components, offered.components) - unrelated) / (1 - unrelated);
  return Math.min(1, Math.max(0, nearness));
}
