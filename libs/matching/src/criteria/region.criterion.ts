import type { LocalizedText } from '@app/kernel';
import { CriterionKey } from '../criterion-key.js';
import { type MatchCriterion, stateOf, unknown } from './match-criterion.js';

/** Names of regions, as GB/T 2260 has them. */
export type RegionNames = (code: string) => LocalizedText;

/** The provinces of the Yangtze River Delta by their GB/T 2260 codes. */
const DELTA = new Set(['31', '32', '33', '34']);

/** How near a place is to the wanted one: same place, same city, same province, the Delta, elsewhere. */
function nearness(wanted: string, place: string): number {
  if (place.startsWith(wanted)) return 1;
  if (wanted.startsWith(place)) return 0.8;
  if (place.slice(0, 4) === wanted.slice(0, 4)) return 0.9;
  if (place.slice(0, 2) === wanted.slice(0, 2)) return 0.7;
  return DELTA.has(place.slice(0, 2)) && DELTA.has(wanted.slice(0, 2)) ? 0.3 : 0;
}

/** Of places of which any will do, the one nearest to the supplier's. */
function nearestOf(wanted: readonly string[], place: string | null): string | undefined {
  if (!place) return wanted[0];
  return [...wanted].sort((a, b) => nearness(b, place) - nearness(a, place))[0];
}

/** Is the supplier where the buyer wants it, or does it say that it delivers there? */
export function regionCriterion(nameOf: RegionNames): MatchCriterion {
  return {
    key: CriterionKey.REGION,
    judge(need, candidate) {
      const place = candidate.regionCode;
      const wanted = nearestOf(need.conditions.regions, place);
      if (!wanted) return null;
      const wantedName = nameOf(wanted);
      const served = candidate.regionsServed.some((code) => wanted.startsWith(code));
      if (!place && !served) {
        return unknown(
          { code: 'MATCH_REGION_UNKNOWN', params: { wanted: wantedName } },
          { code: 'FACT_REGION', params: {} },
        );
      }
      const near = place ? nearness(wanted, place) : 0;
      const score = Math.max(near, served ? 0.75 : 0);
      const params = { wanted: wantedName, place: place ? nameOf(place) : wantedName };
      const code =
        near >= 0.7
          ? 'MATCH_REGION_NEAR'
          : served
            ? 'MATCH_REGION_SERVED'
            : near > 0
              ? 'MATCH_REGION_DELTA'
              : 'MATCH_REGION_FAR';
      return { state: stateOf(score, 0.75), score, reason: { code, params }, facts: { asked: 1, known: 1 } };
    },
  };
}
