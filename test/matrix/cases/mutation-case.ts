import type { Market, MarketViewer } from '../market.js';

type Values = Readonly<Record<string, unknown>>;

/** One way to try a mutation. */
export interface MutationCase {
  /** Makes what a successful attempt uses up; it is made anew for everybody who may. */
  readonly given?: (market: Market) => Promise<Values>;
  /** The input, of which `given` made a part. */
  readonly input: (market: Market, given: Values, viewer: MarketViewer) => Values;
  /** It begins something of one's own, so that acting in the name of one's own organization is no attack. */
  readonly beginsAnew?: boolean;
  /** It ends the session or the membership of whoever succeeds, so that everybody gets a stand-in. */
  readonly spendsViewer?: boolean;
}

/** The ways to try one mutation, by the names that the table gives them. */
export type MutationCases = Readonly<Record<string, Readonly<Record<string, MutationCase>>>>;
