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
