import highsModule, { type Highs, type HighsCallbackMap, type Model, type ModelData } from 'highs';
import type { SearchBudget } from '../search/deadline.js';
import type { SlotModel } from '../problem/slot-model.js';
import { type MeetingProgram, meetingProgram, type ProgramRow } from './meeting-program.js';

/** What an exact solver is to find, within what budget, and from where it starts. */
export interface ExactTask {
  /** COUNT: most MUST wishes, then most meetings. VALUE: greatest value with at least so many meetings and MUST wishes. */
  readonly aim: 'COUNT' | 'VALUE';
  /** Seconds, or steps, of which a node of the search tree takes many. */
  readonly budget: SearchBudget;
  readonly start: Int32Array;
  readonly leastMeetings: number;
  readonly leastMusts: number;
  /** Called now and then with the best proven bound; true ends the search. */
  readonly onBound?: (bound: number) => boolean;
}

/** What the exact solver has found. */
export interface ExactOutcome {
  readonly schedule: Int32Array | null;
  /** No schedule has more meetings or value, as asked. */
  readonly bound: number;
  readonly proven: boolean;
  readonly infeasible: boolean;
}

/** The package declares a CommonJS module and is loaded as an ES module, whose default is the loader itself. */
const load = highsModule as unknown as typeof highsModule.default;
let loading: Promise<Highs> | undefined;

/**
 * Solves a model exactly by branch and cut with HiGHS (Huangfu and Hall 2018), compiled to WebAssembly. Blocks this
 * thread meanwhile. With COUNT a MUST counts as one more than all meetings together; the bound is given in meetings.
 */
export async function solveExactly(model: SlotModel, task: ExactTask): Promise<ExactOutcome> {
  const highs = await (loading ??= load());
  const program = meetingProgram(model);
  const rows = [...program.rows, ...promises(model, program, task), ...floors(model, program, task)];
  const costs = objective(model, program, task);
  return highs.withModel(modelData(highs, program, rows, costs), (solver) => {
    solver.options.set({
      output_flag: false,
      ...limits(task.budget),
      mip_rel_gap: 0,
      mip_abs_gap: 0.999 * grain(costs),
    });
    const start = Float64Array.from(program.request, (request, x) =>
      task.start[request] === program.slot[x] ? 1 : 0,
    );
    solver.setSolution({ colValue: start });
    let bound = Infinity;
    const { mipLogging, mipInterrupt } = highs.constants.callbackType;
    const callbacks: HighsCallbackMap = {
      [mipLogging]: (event) => void (bound = Math.min(bound, event.data.mip_dual_bound ?? Infinity)),
      [mipInterrupt]: (event) => {
        bound = Math.min(bound, event.data.mip_dual_bound ?? Infinity);
        if (task.onBound?.(meetingsIn(model, task, bound))) event.interrupt();
      },
    };
    const status = solver.run(callbacks).modelStatus;
    return outcomeOf(highs, solver, status, { model, program, task, bound });
  });
}

/** A node of the tree of the exact solver is about as much work as so many steps of the search. */
const STEPS_PER_NODE = 1000;

/** HiGHS counts the nodes of its tree in 32 bits. */
function limits({ unit, amount }: SearchBudget): { time_limit: number } | { mip_max_nodes: number } {
  return unit === 'SECONDS'
    ? { time_limit: amount }
    : { mip_max_nodes: Math.min(Math.ceil(amount / STEPS_PER_NODE), 2_147_483_647) };
}

interface SolvedProgram {
  readonly model: SlotModel;
  readonly program: MeetingProgram;
  readonly task: ExactTask;
  /** The best dual bound that was told on the way. */
  readonly bound: number;
}

function outcomeOf(
  highs: Highs,
  solver: Model,
  status: number,
  { model, program, task, bound }: SolvedProgram,
): ExactOutcome {
  const { optimal, infeasible } = highs.constants.modelStatus;
  if (status === infeasible) return { schedule: null, bound: -Infinity, proven: true, infeasible: true };
  const found = Number(solver.info.get('primal_solution_status')) === highs.constants.solutionStatus.feasible;
  const dual = Math.min(bound, Number(solver.info.get('mip_dual_bound')));
  const proven = status === optimal;
  return {
    schedule: found ? scheduleFrom(model, program, solver.getSolution().colValue) : null,
    bound: meetingsIn(model, task, proven ? Math.min(dual, solver.getObjectiveValue()) : dual),
    proven,
    infeasible: false,
  };
}

/** The least difference between two values of the objective; real weights are told apart to a millionth. */
function grain(costs: Float64Array): number {
  return costs.every((cost) => Number.isInteger(cost)) ? 1 : 1e-6;
}

function objective(model: SlotModel, { request }: MeetingProgram, { aim }: ExactTask): Float64Array {
  if (aim === 'VALUE') return Float64Array.from(request, (r) => model.weight[r]!);
  return Float64Array.from(request, (r) => 1 + model.must[r]! * mustWorth(model));
}

function mustWorth(model: SlotModel): number {
  return model.must.some((must) => must > 0) ? model.requests + 1 : 0;
}

/** The bound in meetings: what MUST wishes are worth at the least is taken off; while more may be held, it says little. */
function meetingsIn(model: SlotModel, { aim, leastMusts }: ExactTask, bound: number): number {
  if (aim === 'VALUE' || !Number.isFinite(bound)) return bound;
  return Math.floor(bound + 1e-6 - leastMusts * mustWorth(model));
}

/** Nobody falls below the minimum that the schedule at the start has reached. */
function promises(model: SlotModel, { request }: MeetingProgram, { start }: ExactTask): ProgramRow[] {
  const rows: ProgramRow[] = [];
  for (let unit = 0; unit < model.participants; unit++) {
    if (model.minimum[unit]! === 0) continue;
    const requests = model.requestList.subarray(model.requestStart[unit]!, model.requestStart[unit + 1]!);
    const reached = requests.filter((r) => start[r]! >= 0).length;
    const columns = [...request.keys()].filter((x) => requests.includes(request[x]!));
    rows.push({ columns, least: Math.min(reached, model.minimum[unit]!), most: columns.length });
  }
  return rows.filter(({ least }) => least > 0);
}

function floors(model: SlotModel, { request }: MeetingProgram, task: ExactTask): ProgramRow[] {
  if (task.aim === 'COUNT') return [];
  const all = [...request.keys()];
  const musts = all.filter((x) => model.must[request[x]!]);
  return [
    { columns: all, least: task.leastMeetings, most: all.length },
    { columns: musts, least: task.leastMusts, most: musts.length },
  ].filter(({ least }) => least > 0);
}

function modelData(
  highs: Highs,
  program: MeetingProgram,
  rows: readonly ProgramRow[],
  costs: Float64Array,
): ModelData {
  const { objectiveSense, variableType } = highs.constants;
  const columns = costs.length;
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (starts[i + 1] = starts[i]! + row.columns.length));
  const indices = new Int32Array(starts[rows.length]!);
  rows.forEach((row, i) => indices.set(row.columns, starts[i]));
  return {
    numCols: columns,
    numRows: rows.length,
    sense: objectiveSense.maximize,
    colCost: costs,
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(1),
    rowLower: Float64Array.from(rows, ({ least }) => least),
    rowUpper: Float64Array.from(rows, ({ most }) => most),
    integrality: new Int32Array(columns).fill(variableType.integer),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns,
      starts,
      indices,
      values: new Float64Array(indices.length).fill(1),
    },
  };
}

function scheduleFrom(model: SlotModel, program: MeetingProgram, values: Float64Array): Int32Array {
  const schedule = new Int32Array(model.requests).fill(-1);
  values.forEach((value, x) => {
    if (value > 0.5) schedule[program.request[x]!] = program.slot[x]!;
  });
  return schedule;
}
