import { setTimeout as delay } from 'node:timers/promises';
import type { RequestContext } from '@app/identity';
import type { RequestBudget } from '@app/kernel';
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';

/** The first refusals of an address are answered at once; each further one is delayed longer than the last. */
const FREE = 1;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2000;
/** An address that is quiet for so long is forgiven one refusal. */
const FORGIVEN_AFTER_MS = 2000;
/** Answers held back at once: beyond that they would take more memory than they save time. */
const MAX_HELD = 1000;
/** Addresses that are remembered; beyond that those longest unheard of are forgotten. */
const MAX_REMEMBERED = 50_000;
/** Status of what was refused before it was carried out. */
const REFUSED: readonly (number | undefined)[] = [400, 429];

interface Refusals {
  count: number;
  at: number;
}

/** What the pauses go by; a test has its own. */
export interface PauseTools {
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

const REAL: PauseTools = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => delay(milliseconds, undefined, { signal, ref: false }),
};

/**
 * Holds back refusals to addresses that go on asking for too much. Reading a large document only to refuse it takes a
 * millisecond or two; a caller that waits for its answer before it asks again cannot do that a thousand times a second.
 */
export class RefusalPause {
  private readonly refusals = new Map<string, Refusals>();
  private held = 0;

  constructor(private readonly tools: PauseTools = REAL) {}

  /** Counts a refusal and waits until it may be told; at once when nobody waits for it any more. */
  async beforeRefusal(budget: RequestBudget): Promise<void> {
    const milliseconds = this.pauseOf(budget.caller);
    if (milliseconds === 0 || this.held >= MAX_HELD) return;
    const gone = new AbortController();
    const forget = budget.onEnd(() => gone.abort());
    this.held++;
    try {
      await this.tools.sleep(milliseconds, gone.signal);
    } catch {
      // The client has gone.
    } finally {
      this.held--;
      forget();
    }
  }

  private pauseOf(caller: string): number {
    const now = this.tools.now();
    const known = this.refusals.get(caller) ?? { count: 0, at: now };
    const forgiven = Math.floor((now - known.at) / FORGIVEN_AFTER_MS);
    const count = Math.max(0, known.count - forgiven) + 1;
    this.refusals.delete(caller);
    this.refusals.set(caller, { count, at: now });
    if (this.refusals.size > MAX_REMEMBERED) this.refusals.delete(this.refusals.keys().next().value!);
    if (count <= FREE) return 0;
    return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (Math.min(count, 20) - FREE - 1));
  }
}

/** Holds back what GraphQL's front door refuses. */
export function refusalPausePlugin(pause: RefusalPause): ApolloServerPlugin<RequestContext> {
  const listener: GraphQLRequestListener<RequestContext> = {
    async willSendResponse({ response, contextValue }) {
      const { budget } = contextValue.loaders;
      if (budget && REFUSED.includes(response.http.status)) await pause.beforeRefusal(budget);
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}
