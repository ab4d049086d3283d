import { CombinedError } from '@urql/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { type Problem, problemOf } from '../api/use-action.js';
import { type Door, type DoorEntry, type DoorWalkIn, entriesOf, put, walkInsOf } from './door-store.js';
import { syncDoor } from './door-sync.js';
import { type Judged, judgePerson, judgeTicket } from './judge.js';

/** How long a device waits before it tries to reach the server again. */
const EVERY_MS = 20_000;

/** What has been noted at a door, and how to note more. */
export interface DoorDesk {
  readonly door: Door;
  readonly entries: readonly DoorEntry[];
  readonly walkIns: readonly DoorWalkIn[];
  /** How much the server does not know yet. */
  readonly unsent: number;
  readonly reached: boolean;
  readonly problem: Problem | null;
  readonly sync: () => Promise<void>;
  readonly noteTicket: (token: string) => Promise<Judged>;
  readonly notePerson: (representativeId: string) => Promise<Judged | null>;
  readonly noteWalkIn: (walkIn: Omit<DoorWalkIn, 'eventId' | 'at' | 'sent' | 'refusal'>) => Promise<void>;
}

const wanted = ({ verdict }: Judged) => verdict === 'WELCOME' || verdict === 'UNPROVEN';

interface Noted {
  readonly door: Door;
  readonly entries: readonly DoorEntry[];
  readonly walkIns: readonly DoorWalkIn[];
}

function useNoted(first: Door) {
  const [noted, setNoted] = useState<Noted>({ door: first, entries: [], walkIns: [] });
  const reload = useCallback(
    async (door?: Door) => {
      const [entries, walkIns] = await Promise.all([entriesOf(first.eventId), walkInsOf(first.eventId)]);
      setNoted((before) => ({ door: door ?? before.door, entries, walkIns }));
    },
    [first.eventId],
  );
  useEffect(() => void reload(), [reload]);
  return { noted, reload };
}

/** Tries now, when the network comes back, and every now and then; never twice at once. */
function useSync(door: Door, reload: (door?: Door) => Promise<void>) {
  const client = useClient();
  const running = useRef<Promise<void> | null>(null);
  const latest = useRef(door);
  latest.current = door;
  const [reached, setReached] = useState(true);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sync = useCallback(async () => {
    running.current ??= syncDoor(client, latest.current)
      .then(async (fresh) => {
        setReached(true);
        setProblem(null);
        await reload(fresh);
      })
      .catch(async (error: unknown) => {
        const network = !(error instanceof CombinedError) || Boolean(error.networkError);
        setReached(!network);
        setProblem(network ? null : problemOf(error));
        await reload();
      })
      .finally(() => {
        running.current = null;
      });
    await running.current;
  }, [client, reload]);
  useEffect(() => {
    const again = () => void sync();
    again();
    const timer = setInterval(again, EVERY_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [sync]);
  return { sync, reached, problem };
}

/** The work at a door: judged on the device, kept there at once, sent when the server can be reached. */
export function useDoor(first: Door): DoorDesk {
  const { noted, reload } = useNoted(first);
  const { door, entries, walkIns } = noted;
  const { sync, reached, problem } = useSync(door, reload);
  const { eventId } = door;
  const keep = async (judged: Judged, ticket: string | null) => {
    if (!wanted(judged)) return judged;
    const now = { entryId: crypto.randomUUID(), eventId, at: new Date().toISOString() };
    const name = judged.attendee?.name ?? '';
    await put('entries', { ...now, name, representativeId: judged.representativeId, ticket, outcome: null });
    await reload();
    void sync();
    return judged;
  };
  return {
    ...{ door, entries, walkIns, reached, problem, sync },
    unsent:
      entries.filter(({ outcome }) => outcome === null).length +
      walkIns.filter(({ sent, refusal }) => !sent && !refusal).length,
    noteTicket: async (token) => keep(await judgeTicket(token, door, await entriesOf(eventId)), token.trim()),
    notePerson: async (id) => {
      const attendee = door.attendees.find((person) => person.id === id);
      return attendee ? keep(judgePerson(attendee, await entriesOf(eventId)), null) : null;
    },
    noteWalkIn: async (walkIn) => {
      await put('walkIns', { ...walkIn, eventId, at: new Date().toISOString(), sent: false, refusal: null });
      await reload();
      void sync();
    },
  };
}
