import { flowBound } from '../bounds/flow-bound.js';
import { solveExactly } from '../exact/solve-exactly.js';
import type { SlotModel } from '../problem/slot-model.js';
import { CountSearch } from '../search/count-search.js';
import { Deadline, type SearchBudget } from '../search/deadline.js';
import { Exchange } from '../search/exchange.js';
import { FairnessSearch, MustSearch, returnToPublished, ValueSearch } from '../search/exchange-searches.js';
import { placeChosen, placeLocked, placePublished } from '../search/first-schedule.js';
import { IdleSearch } from '../search/idle-search.js';
import { Insertion } from '../search/insertion.js';
import { RandomSource } from '../search/random-source.js';
import { ScheduleState } from '../search/schedule-state.js';

/** One piece of work for one thread. Schedules are slots per request, −1 for none. */
export interface SolverStage {
  readonly kind: 'COUNT' | 'VALUE' | 'FAIRNESS' | 'IDLE' | 'EXACT_COUNT' | 'EXACT_VALUE';
  readonly budget: SearchBudget;
  /** Where it starts; null: from nothing, or from what has been published. */
  readonly start: Int32Array | null;
  /** It ends when so many meetings, or so much value, are reached. */
  readonly goal: number;
  readonly seed: number;
}

/** What a stage has come to. */
export interface StageOutcome {
  readonly slotOf: Int32Array | null;
  /** Bounds that the stage has found: no schedule has more meetings, or (with the most meetings) more value. */
  readonly meetingsBound: number;
  readonly valueBound: number;
  /** Whether the exact solver has finished. */
  readonly proven: boolean;
  /** Steps that a search took; 0 of the exact solver. */
  readonly steps: number;
}

/** Told while a stage is at work. */
export interface StageProgress {
  readonly meetings?: number;
  readonly bound?: number;
}

/** After so many fruitless walks the first search gives way to the exact solver. */
const PATIENCE = 6000;

/** What a stage is told by, and tells, whoever ordered it. */
interface StageContext {
  readonly stopped: () => boolean;
  readonly onProgress: (progress: StageProgress) => void;
}

/** Does one stage in this thread. */
export async function runStage(
  model: SlotModel,
  stage: SolverStage,
  context: StageContext,
): Promise<StageOutcome> {
  if (stage.kind === 'EXACT_COUNT' || stage.kind === 'EXACT_VALUE') return exactStage(model, stage, context);
  const deadline = new Deadline(stage.budget, context.stopped);
  const insertion = new Insertion(new ScheduleState(model), new RandomSource(stage.seed));
  if (stage.start) insertion.state.restore(stage.start);
  const exchange = new Exchange(insertion);
  if (stage.kind === 'COUNT') return countStage(insertion, exchange, stage, deadline, context);
  if (stage.kind === 'VALUE') new ValueSearch(exchange).run(stage.goal, deadline);
  if (stage.kind === 'FAIRNESS') new FairnessSearch(exchange).run(deadline);
  if (stage.kind === 'IDLE') new IdleSearch(insertion).run(stage.goal, deadline);
  return outcome(insertion.state, deadline);
}

function outcome(
  state: ScheduleState,
  { steps }: Deadline,
  meetingsBound = Infinity,
  valueBound = Infinity,
): StageOutcome {
  return { slotOf: state.slotOf.slice(), meetingsBound, valueBound, proven: false, steps };
}

function countStage(
  insertion: Insertion,
  exchange: Exchange,
  stage: SolverStage,
  deadline: Deadline,
  { onProgress }: StageContext,
): StageOutcome {
  const { state } = insertion;
  const { model } = state;
  const flow = flowBound(model);
  const bound = Math.min(flow.meetings, stage.goal);
  onProgress({ bound });
  if (!stage.start) {
    placeLocked(state);
    placePublished(state);
    const musts = [...model.must.keys()].filter((request) => model.must[request]);
    placeChosen(insertion, musts, () => deadline.passed());
    placeChosen(insertion, flow.chosen, () => deadline.passed());
  }
  new MustSearch(exchange).run(deadline);
  onProgress({ meetings: state.count });
  const patience = stage.start ? Infinity : PATIENCE;
  new CountSearch(insertion).run(bound, deadline, () => onProgress({ meetings: state.count }), patience);
  returnToPublished(insertion);
  return outcome(state, deadline, flow.meetings, flow.value);
}

async function exactStage(
  model: SlotModel,
  stage: SolverStage,
  { stopped, onProgress }: StageContext,
): Promise<StageOutcome> {
  const start = stage.start ?? new Int32Array(model.requests).fill(-1);
  const held = [...start.keys()].filter((request) => start[request]! >= 0);
  const aim = stage.kind === 'EXACT_COUNT' ? 'COUNT' : 'VALUE';
  const { schedule, bound, proven, infeasible } = await solveExactly(model, {
    aim,
    budget: stage.budget,
    start,
    leastMeetings: held.length,
    leastMusts: held.filter((request) => model.must[request]).length,
    onBound: (best) => {
      if (aim === 'COUNT') onProgress({ bound: best });
      return stopped() || (aim === 'COUNT' && best <= held.length);
    },
  });
  return {
    slotOf: schedule,
    meetingsBound: aim === 'COUNT' && !infeasible ? bound : Infinity,
    valueBound: aim === 'VALUE' && !infeasible ? bound : Infinity,
    proven,
    steps: 0,
  };
}
