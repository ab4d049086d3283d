import type { MeetingProblem } from '../model/meeting-problem.js';
import { InstanceError } from './meeting-instance.js';
import { type DznValue, readDzn } from './read-dzn.js';

/**
 * Reads an instance of the B2B meeting scheduling problem (Bofill, Espasa, Garcia, Palahí, Suy and Villaret 2014) as
 * MiniZinc data. All requested meetings are to be held. Slots are numbered from 1 in the file and from 0 here. What the
 * file counts beside `requested` (meetings per participant) is not needed and not read.
 */
export function readDznInstance(name: string, text: string): MeetingProblem {
  const data = readDzn(text);
  const slots = whole(data, 'nTotalSlots', 1);
  const participants = whole(data, 'nBusiness', 0);
  const morning = data.has('nMorningSlots') ? whole(data, 'nMorningSlots', 0) : slots;
  const requested = list(data, 'requested').map((row) => numbers(row, 'requested'));
  const fixed = data.has('fixed') ? numbers(data.get('fixed'), 'fixed') : [];
  const forbidden = data.has('forbidden')
    ? list(data, 'forbidden').map((set) => numbers(set, 'forbidden'))
    : [];
  return {
    name,
    slots: Array.from({ length: slots }, (_, slot) => ({ startsAt: slot * 20, endsAt: slot * 20 + 20 })),
    pools: [{ id: 'tables', place: 0, tables: Array<number>(slots).fill(whole(data, 'nTables', 0)) }],
    participants: Array.from({ length: participants }, (_, i) => {
      const available = range(0, slots).filter((slot) => !forbidden[i]?.includes(slot + 1));
      return { id: String(i + 1), side: 'BUYER', representatives: [{ id: String(i + 1), available }] };
    }),
    requests: requested.map(([one = 0, other = 0, session = 3], i) => {
      for (const participant of [one, other])
        if (!(participant >= 1 && participant <= participants))
          throw new InstanceError(`requested, row ${i + 1}: there is no participant ${participant}`);
      const slot = fixed[i] ?? 0;
      if (slot < 0 || slot > slots)
        throw new InstanceError(`fixed, meeting ${i + 1}: there is no slot ${slot}`);
      return {
        buyer: one - 1,
        supplier: other - 1,
        pair: `meeting ${i + 1}`,
        wish: 'MUST',
        weight: 1,
        pool: 0,
        allowed: session === 1 ? range(0, morning) : session === 2 ? range(morning, slots) : range(0, slots),
        ...(slot > 0 ? { locked: slot - 1 } : {}),
      };
    }),
    precedences: precedences(data, requested.length),
  };
}

function precedences(data: ReadonlyMap<string, DznValue>, meetings: number) {
  if (!data.has('precedences')) return [];
  return list(data, 'precedences').flatMap((set, then) =>
    numbers(set, 'precedences')
      .filter((first) => first !== 0)
      .map((first) => {
        if (first < 1 || first > meetings || then >= meetings)
          throw new InstanceError(`precedences, meeting ${then + 1}: there is no meeting ${first}`);
        return { first: first - 1, then };
      }),
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

function whole(data: ReadonlyMap<string, DznValue>, key: string, least: number): number {
  const value = data.get(key);
  if (typeof value === 'number' && value >= least) return value;
  throw new InstanceError(`${key}: a whole number from ${least} is missing`);
}

function list(data: ReadonlyMap<string, DznValue>, key: string): readonly DznValue[] {
  const value = data.get(key);
  if (Array.isArray(value)) return value;
  throw new InstanceError(`${key}: a list is missing`);
}

function numbers(value: DznValue | undefined, key: string): number[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'number')) return value as number[];
  throw new InstanceError(`${key}: a list of whole numbers is expected`);
}
