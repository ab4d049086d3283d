import type { SlotModel } from '../problem/slot-model.js';

/** A row of a linear program: which variables, and the least and most of their sum. */
export interface ProgramRow {
  readonly columns: readonly number[];
  readonly least: number;
  readonly most: number;
}

/** The meeting problem as a linear program in whole numbers: one variable per request and allowed slot, 0 or 1. */
export interface MeetingProgram {
  /** Request and slot of each variable. */
  readonly request: Int32Array;
  readonly slot: Int32Array;
  readonly rows: readonly ProgramRow[];
}

/** How many variables the program of a model has. */
export function programSize(model: SlotModel): number {
  return model.allowedCount.reduce((sum, count) => sum + count, 0);
}

/** Writes the rules of a model as rows. */
export function meetingProgram(model: SlotModel): MeetingProgram {
  const size = programSize(model);
  const program = { request: new Int32Array(size), slot: new Int32Array(size), rows: [] as ProgramRow[] };
  const column = new Int32Array(model.requests * model.slots).fill(-1);
  let next = 0;
  for (let at = 0; at < column.length; at++) {
    if (!model.allowed[at]) continue;
    program.request[next] = Math.floor(at / model.slots);
    program.slot[next] = at % model.slots;
    column[at] = next++;
  }
  const columnsOf = (request: number, from = 0, to = model.slots) =>
    [...column.subarray(request * model.slots + from, request * model.slots + to)].filter((x) => x >= 0);
  for (let request = 0; request < model.requests; request++) {
    const columns = columnsOf(request);
    program.rows.push({ columns, least: model.fixed[request] && columns.length > 0 ? 1 : 0, most: 1 });
  }
  unitRows(model, column, program.rows);
  precedenceRows(model, columnsOf, program.rows);
  walkingRows(model, column, program.request, program.rows);
  program.rows = program.rows.filter(({ columns, least, most }) => columns.length > most || least > 0);
  return program;
}

function unitRows(model: SlotModel, column: Int32Array, rows: ProgramRow[]): void {
  for (let unit = 0; unit < model.units; unit++) {
    const all: number[] = [];
    for (let slot = 0; slot < model.slots; slot++) {
      const columns = columnsOfUnit(model, column, unit, slot);
      all.push(...columns);
      rows.push({ columns, least: 0, most: model.capacity[unit * model.slots + slot]! });
    }
    if (all.length > model.maximum[unit]!) rows.push({ columns: all, least: 0, most: model.maximum[unit]! });
  }
}

function columnsOfUnit(model: SlotModel, column: Int32Array, unit: number, slot: number): number[] {
  const columns: number[] = [];
  for (let i = model.requestStart[unit]!; i < model.requestStart[unit + 1]!; i++) {
    const at = column[model.requestList[i]! * model.slots + slot]!;
    if (at >= 0) columns.push(at);
  }
  return columns;
}

/** For each slot: the later meeting up to it, or the earlier one from it on, not both. */
function precedenceRows(
  model: SlotModel,
  columnsOf: (request: number, from: number, to: number) => number[],
  rows: ProgramRow[],
): void {
  model.before.forEach((firsts, then) => {
    for (const first of firsts)
      for (let slot = 0; slot < model.slots; slot++) {
        const columns = [...columnsOf(then, 0, slot + 1), ...columnsOf(first, slot, model.slots)];
        rows.push({ columns, least: 0, most: 1 });
      }
  });
}

/** A person is not in one place in a slot and in another too far away in a slot too near. */
function walkingRows(model: SlotModel, column: Int32Array, request: Int32Array, rows: ProgramRow[]): void {
  if (!model.walkingMinutes) return;
  const placeOf = (variable: number) => model.place[request[variable]!]!;
  for (let unit = 0; unit < model.units; unit++) {
    if (!model.single[unit]) continue;
    const columns = Array.from({ length: model.slots }, (_, slot) =>
      columnsOfUnit(model, column, unit, slot),
    );
    for (let first = 0; first < model.slots; first++)
      for (let then = first + 1; then < model.slots; then++) {
        const time = model.startsAt[then]! - model.endsAt[first]!;
        model.walkingMinutes.forEach((minutes, place) => {
          if (!minutes.some((needed) => needed > time)) return;
          const there = columns[first]!.filter((variable) => placeOf(variable) === place);
          const far = columns[then]!.filter((variable) => (minutes[placeOf(variable)] ?? 0) > time);
          if (there.length > 0 && far.length > 0)
            rows.push({ columns: [...there, ...far], least: 0, most: 1 });
        });
      }
  }
}
