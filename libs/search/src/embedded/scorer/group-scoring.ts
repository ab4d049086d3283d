import { inverseDocumentFrequency } from '../../ranking/impact.js';
import { groupMass, weighingNames, type WorthyGroup } from '../../ranking/evidence.js';
import type { TokenGroup } from '../../text/text-query.js';
import type { IndexReader, TokenPostings } from './index-reader.js';
import type { ScoreBoard } from './score-board.js';
import { type LoadedToken, loadTokens, openPostings } from './token-scoring.js';

/** The most other names of a query that are read. */
const MOST_ALTERNATIVES = 64;

/** A group of tokens with its postings; what no document carries is left out. */
export interface LoadedGroup extends WorthyGroup<LoadedToken> {
  /** Worth of the words, and of words that only other names stand for. */
  readonly mass: number;
  /** All tokens of the group, those left out too. */
  readonly asked: ReadonlySet<string>;
}

/** Loads the postings of groups; a group of which nothing is known is left out. */
export async function loadGroups(reader: IndexReader, groups: readonly TokenGroup[]): Promise<LoadedGroup[]> {
  const tokens = await loadTokens(
    reader,
    groups.flatMap((group) => group.tokens),
  );
  const byToken = new Map(tokens.map((loaded) => [loaded.token, loaded]));
  const others = await loadOthers(reader, groups);
  return groups.flatMap(({ tokens: asked, alternatives }) => {
    const known = asked.flatMap(({ token }) => byToken.get(token) ?? []);
    const named = alternatives.flatMap(({ token, worth }) => {
      const postings = others.get(token);
      return postings && postings.frequency > 0 ? [{ token, postings, worth }] : [];
    });
    if (known.length + named.length === 0) return [];
    const carried = weighingNames(named).reduce((sum, { postings }) => sum + postings.frequency, 0);
    const unknown = named.length === 0 ? [] : asked.filter(({ token }) => !byToken.has(token));
    const mass = groupMass(
      known,
      unknown.reduce((sum, { weight }) => sum + weight, 0),
      inverseDocumentFrequency(reader.live, carried),
    );
    return [
      {
        tokens: known,
        alternatives: named.map((other) => ({ ...other, worth: other.worth * mass })),
        mass,
        asked: new Set(asked.map(({ token }) => token)),
      },
    ];
  });
}

/** What all groups together are worth: the mass of a document that carries them all. */
export function massOfGroups(groups: readonly LoadedGroup[]): number {
  return groups.reduce((sum, { mass }) => sum + mass, 0);
}

/** Adds up groups, the one with the rarest token first, and of each group its words before their other names. */
export function scoreGroups(board: ScoreBoard, reader: IndexReader, groups: readonly LoadedGroup[]): void {
  const open = openPostings(reader);
  const ordered = [...groups].sort((a, b) => rarest(a) - rarest(b));
  let postings = 0;
  const isOpen = (): boolean => board.count === 0 || postings < open;
  for (const { tokens, alternatives } of ordered) {
    board.beginGroup();
    for (const { postings: list, worth } of tokens) {
      const opens = isOpen();
      board.add(list.base, worth, opens);
      if (list.changed) board.addChanged(list.changed, worth, opens);
      postings += list.frequency;
    }
    for (const { postings: list, worth } of alternatives) {
      const opens = isOpen();
      board.raise(list.base, worth, opens);
      if (list.changed) board.raiseChanged(list.changed, worth, opens);
      postings += list.frequency;
    }
  }
}

async function loadOthers(
  reader: IndexReader,
  groups: readonly TokenGroup[],
): Promise<ReadonlyMap<string, TokenPostings>> {
  const tokens = [...new Set(groups.flatMap((group) => group.alternatives.map(({ token }) => token)))];
  const chosen = tokens.slice(0, MOST_ALTERNATIVES);
  const postings = chosen.length > 0 ? await reader.postings(chosen) : [];
  return new Map(chosen.map((token, i) => [token, postings[i]!]));
}

function rarest({ tokens, alternatives }: LoadedGroup): number {
  return [...tokens, ...alternatives].reduce(
    (least, { postings }) => Math.min(least, postings.frequency),
    Number.POSITIVE_INFINITY,
  );
}
