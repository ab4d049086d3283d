import type { SlotModel } from '../problem/slot-model.js';
import { CostFlow } from './cost-flow.js';

/**
 * How many meetings each participant can have at most if everybody else were free: the greatest matching between the
 * participant's requests and slots (augmenting paths, Kuhn 1955), no more than its maximum. A delegation of several
 * persons is bounded by its places.
 */
function starLimits(model: SlotModel): Int32Array {
  return Int32Array.from({ length: model.participants }, (_, participant) => {
    const limit = model.single[participant] ? matchedSlots(model, participant) : places(model, participant);
    return Math.min(limit, model.maximum[participant]!);
  });
}

function places(model: SlotModel, participant: number): number {
  let sum = 0;
  for (let slot = 0; slot < model.slots; slot++) sum += model.capacity[participant * model.slots + slot]!;
  return Math.min(sum, model.requestStart[participant + 1]! - model.requestStart[participant]!);
}

function matchedSlots(model: SlotModel, participant: number): number {
  const holder = new Int32Array(model.slots).fill(-1);
  let matched = 0;
  for (let i = model.requestStart[participant]!; i < model.requestStart[participant + 1]!; i++) {
    if (augment(model, model.requestList[i]!, holder, new Uint8Array(model.slots))) matched++;
    if (matched === model.slots) break;
  }
  return matched;
}

function augment(model: SlotModel, request: number, holder: Int32Array, seen: Uint8Array): boolean {
  for (let slot = 0; slot < model.slots; slot++) {
    if (seen[slot] || !model.allowed[request * model.slots + slot]) continue;
    seen[slot] = 1;
    if (holder[slot]! < 0 || augment(model, holder[slot]!, holder, seen)) {
      holder[slot] = request;
      return true;
    }
  }
  return false;
}

/**
 * Σ over slots of the least of: tables, places of the buyers who are there, places of the suppliers who are there. A
 * scarce pool of tables is a unit like any other; when some request needs none of them, tables do not limit.
 */
function tableLimit(model: SlotModel): number {
  return tableLimitPerSlot(model).reduce((sum, limit) => sum + limit, 0);
}

/** The limit of {@link tableLimit} for each slot. */
function tableLimitPerSlot(model: SlotModel): number[] {
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

/** All scarce pools; null when some request uses a pool that has enough tables for everybody. */
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

/** Different weights that the flow tells apart; finer ones are rounded up, which keeps the bound true. */
const LEVELS = 48;

/** The result of a flow through all participants, which ignores in which slot a meeting takes place. */
interface FlowBound {
  /** No schedule holds more meetings, none has more value. */
  readonly meetings: number;
  readonly value: number;
  /** A set of requests of that number and of greatest value: where a good schedule is likely to be. */
  readonly chosen: readonly number[];
}

/**
 * Greatest flow of greatest value: source → buyers → requests → suppliers → sink. Whoever is asked on both sides is
 * split into two; pairs, representatives and slots are relaxed. So both figures are upper bounds.
 */
export function flowBound(model: SlotModel): FlowBound {
  const limits = starLimits(model);
  const { participants } = model;
  const [gate, source, sink] = [participants * 2, participants * 2 + 1, participants * 2 + 2];
  const flow = new CostFlow(participants * 2 + 3);
  flow.connect(source, gate, tableLimit(model));
  const costs = wholeCosts(model);
  const edges = new Int32Array(model.requests).fill(-1);
  connectParticipants(model, flow, limits, gate, sink);
  for (let request = 0; request < model.requests; request++) {
    if (model.allowedCount[request] === 0) continue;
    const [buyer, supplier] = sidesOf(model, request);
    edges[request] = flow.connect(buyer, participants + supplier, 1, costs.of(request));
  }
  let [meetings, value, best] = [0, 0, 0];
  flow.run(source, sink, potentials(model, costs.least), (amount, length) => {
    meetings += amount;
    value -= amount * length * costs.unit;
    best = Math.max(best, value);
    return true;
  });
  const chosen = [...edges.keys()].filter(
    (request) => edges[request]! >= 0 && flow.flowOf(edges[request]!) > 0,
  );
  return { meetings, value: best, chosen };
}

/** Buyer and supplier of a request. */
function sidesOf(model: SlotModel, request: number): [number, number] {
  const start = model.unitStart[request]!;
  return [model.unitList[start]!, model.unitList[start + 1]!];
}

function connectParticipants(
  model: SlotModel,
  flow: CostFlow,
  limits: Int32Array,
  gate: number,
  sink: number,
): void {
  for (let participant = 0; participant < model.participants; participant++) {
    flow.connect(gate, participant, limits[participant]!);
    flow.connect(model.participants + participant, sink, limits[participant]!);
  }
}

/** Costs of requests as whole numbers from −LEVELS to 0, and the weight of one step. The costs do not tell MUST from WANT. */
function wholeCosts(model: SlotModel) {
  const heaviest = model.weight.reduce((most, weight) => Math.max(most, weight), 0);
  const whole = model.weight.every((weight) => Number.isInteger(weight)) && heaviest <= LEVELS;
  const unit = whole ? 1 : heaviest / LEVELS;
  const of = (request: number) => -Math.ceil(model.weight[request]! / (unit || 1) - 1e-9);
  return { unit: unit || 1, of, least: -Math.ceil(heaviest / (unit || 1) - 1e-9) };
}

/** Potentials that make every reduced cost non-negative: the only negative edges lead from buyers to suppliers. */
function potentials({ participants }: SlotModel, least: number): Float64Array {
  const potential = new Float64Array(participants * 2 + 3);
  potential.fill(least, participants, participants * 2);
  potential[participants * 2 + 2] = least;
  return potential;
}
