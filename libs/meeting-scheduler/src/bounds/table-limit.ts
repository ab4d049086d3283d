import type { SlotModel } from '../problem/slot-model.js';

/**
 * Σ over slots of the least of: tables, places of the buyers who are there, places of the suppliers who are there. A
 * scarce pool of tables is a unit like any other; when some request needs none of them, tables do not limit.
 */
export function tableLimit(model: SlotModel): number {
  return tableLimitPerSlot(model).reduce((sum, limit) => sum + limit, 0);
}

/** The same for each slot. */
export function tableLimitPerSlot(model: SlotModel): number[] {
  const [buyers, suppliers] = sides(model);
  const pools = poolUnits(model);
  return Array.from({ length: model.slots }, (_, slot) => {
    const places = (units: Iterable<number>) => {
      let sum = 0;
      for (const unit of units) sum += model.capacity[unit * model.slots + slot]!;
      return sum;
    };
    return Math.min(places(buyers), places(suppliers), pools ? places(pools) : Infinity);
  });
}

function sides(model: SlotModel): [Set<number>, Set<number>] {
  const [buyers, suppliers] = [new Set<number>(), new Set<number>()];
  for (let request = 0; request < model.requests; request++) {
    const start = model.unitStart[request]!;
    buyers.add(model.unitList[start]!);
    suppliers.add(model.unitList[start + 1]!);
  }
  return [buyers, suppliers];
}

/** The pools that all requests share in, null when some request has a pool with tables enough. */
function poolUnits(model: SlotModel): Set<number> | null {
  const pools = new Set<number>();
  for (let request = 0; request < model.requests; request++) {
    let found = false;
    for (let i = model.unitStart[request]! + 2; i < model.unitStart[request + 1]!; i++) {
      const unit = model.unitList[i]!;
      if (unit < model.firstPool || unit >= model.endOfPools) continue;
      pools.add(unit);
      found = true;
    }
    if (!found) return null;
  }
  return pools;
}
