import type { SlotModel } from '../problem/slot-model.js';
import { CostFlow } from './cost-flow.js';
import { starLimits } from './star-limits.js';
import { tableLimit } from './table-limit.js';

/** Different weights that the flow tells apart; finer ones are rounded up, which keeps the bound true. */
const LEVELS = 48;

/** What a flow through all participants says of a problem: the slots themselves are left out of account. */
export interface FlowBound {
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
export function sidesOf(model: SlotModel, request: number): [number, number] {
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

/** Costs of requests as whole numbers from −LEVELS to 0, and what one step is worth. MUST comes before everything. */
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
