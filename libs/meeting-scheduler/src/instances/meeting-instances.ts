import { z } from 'zod';
import type { MeetingProblem } from '../problem/meeting-problem.js';
import { RandomSource } from '../search/random-source.js';

/** The measures of an invented event. */
export interface InventedEvent {
  readonly name: string;
  readonly buyers: number;
  readonly suppliers: number;
  readonly requests: number;
  readonly slots: number;
  readonly tables: number;
  /** How likely it is that a participant is there in a slot, from 0 to 1. */
  readonly presence: number;
}

/** Events of different shapes: ordinary, large, with few tables, and with participants who are seldom there. */
export const INVENTED_EVENTS: readonly InventedEvent[] = [
  { name: 'small', buyers: 20, suppliers: 50, requests: 300, slots: 12, tables: 22, presence: 0.9 },
  { name: 'few-tables', buyers: 60, suppliers: 180, requests: 1500, slots: 16, tables: 25, presence: 0.8 },
  { name: 'seldom-there', buyers: 100, suppliers: 100, requests: 1500, slots: 16, tables: 80, presence: 0.3 },
  { name: 'middle', buyers: 200, suppliers: 600, requests: 5000, slots: 20, tables: 150, presence: 0.8 },
];

/** Invents an event, always the same for a seed. */
export function inventInstance(event: InventedEvent, seed: number): MeetingProblem {
  const random = new RandomSource(seed);
  for (let i = 0; i < 20; i++) random.below(2);
  const there = () =>
    Array.from({ length: event.slots }, (_, slot) => slot).filter(() => random.unit() < event.presence);
  const participant = (side: 'BUYER' | 'SUPPLIER', i: number) => {
    const id = `${side === 'BUYER' ? 'b' : 's'}${i}`;
    return { id, side, representatives: [{ id, available: there() }] };
  };
  const pairs = new Set<number>();
  const most = Math.min(event.requests, event.buyers * event.suppliers);
  while (pairs.size < most)
    pairs.add(random.below(event.buyers) * event.suppliers + random.below(event.suppliers));
  return {
    name: event.name,
    slots: Array.from({ length: event.slots }, (_, slot) => ({
      startsAt: slot * 20,
      endsAt: slot * 20 + 20,
    })),
    pools: [{ id: 'tables', place: 0, tables: Array<number>(event.slots).fill(event.tables) }],
    participants: [
      ...Array.from({ length: event.buyers }, (_, i) => participant('BUYER', i)),
      ...Array.from({ length: event.suppliers }, (_, i) => participant('SUPPLIER', i)),
    ],
    requests: [...pairs].map((pair) => ({
      buyer: Math.floor(pair / event.suppliers),
      supplier: event.buyers + (pair % event.suppliers),
      wish: 'WANT' as const,
      weight: 1 + random.below(3),
      pool: 0,
    })),
  };
}

/** An instance as it stands in a file: buyers, suppliers, tables that anybody may use, and requests with a weight. */
const INSTANCE = z.object({
  name: z.string().default('unnamed'),
  slots: z.number().int().min(1).max(1000),
  tables: z.number().int().min(0),
  participants: z
    .array(
      z.object({
        id: z.union([z.string().min(1), z.number()]).transform(String),
        side: z.enum(['BUYER', 'SUPPLIER']),
        available: z.array(z.number().int()),
      }),
    )
    .max(200_000),
  requests: z
    .array(
      z.object({
        buyer: z.union([z.string(), z.number()]).transform(String),
        supplier: z.union([z.string(), z.number()]).transform(String),
        weight: z.number().min(0).default(1),
      }),
    )
    .max(500_000),
});

/** What is wrong with an instance, in words for whoever wrote the file. */
export class InstanceError extends Error {}

/** Reads an instance; says where it is wrong. */
export function readInstance(text: string): MeetingProblem {
  const instance = parsed(text);
  const indexes = new Map<string, number>();
  instance.participants.forEach(({ id, available }, i) => {
    if (indexes.has(id)) throw new InstanceError(`participants[${i}]: the id "${id}" stands twice`);
    indexes.set(id, i);
    const outside = available.find((slot) => slot < 0 || slot >= instance.slots);
    if (outside !== undefined)
      throw new InstanceError(
        `participants[${i}] ("${id}"): slot ${outside} is not one of 0 to ${instance.slots - 1}`,
      );
  });
  const sideAt = (where: string, id: string, side: 'BUYER' | 'SUPPLIER') => {
    const index = indexes.get(id);
    if (index === undefined) throw new InstanceError(`${where}: no participant has the id "${id}"`);
    if (instance.participants[index]?.side !== side)
      throw new InstanceError(`${where}: "${id}" is no ${side}`);
    return index;
  };
  return {
    name: instance.name,
    slots: Array.from({ length: instance.slots }, (_, slot) => ({
      startsAt: slot * 20,
      endsAt: slot * 20 + 20,
    })),
    pools: [{ id: 'tables', place: 0, tables: Array<number>(instance.slots).fill(instance.tables) }],
    participants: instance.participants.map(({ id, side, available }) => ({
      id,
      side,
      representatives: [{ id, available }],
    })),
    requests: instance.requests.map(({ buyer, supplier, weight }, i) => ({
      buyer: sideAt(`requests[${i}].buyer`, buyer, 'BUYER'),
      supplier: sideAt(`requests[${i}].supplier`, supplier, 'SUPPLIER'),
      wish: 'WANT',
      weight,
      pool: 0,
    })),
  };
}

function parsed(text: string): z.infer<typeof INSTANCE> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new InstanceError(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = INSTANCE.safeParse(json);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  throw new InstanceError(`${first?.path.join('.') || 'the file'}: ${first?.message ?? 'not an instance'}`);
}
