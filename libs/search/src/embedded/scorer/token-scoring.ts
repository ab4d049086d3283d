import { groupMass, weighingNames, type WorthyGroup } from '../../ranking/evidence.js';
import { FULL_IMPACT, inverseDocumentFrequency } from '../../ranking/impact.js';
import type { TokenGroup, WeightedToken } from '../../text/query-analysis.js';
import { impactIn } from '../storage/posting-blocks.js';
import type { IndexReader, TokenPostings } from './index-reader.js';
import type { ScoreBoard } from './score-board.js';

/** Postings after which a further token adds only to documents already touched, per 100,000 documents. */
const OPEN_POSTINGS = 20_000;
const PER_DOCUMENTS = 100_000;

/** Postings that are read before tokens are closed, in an index of some size. */
function openPostings(reader: IndexReader): number {
  return Math.max(OPEN_POSTINGS, (OPEN_POSTINGS * reader.limit) / PER_DOCUMENTS);
}

/** The most tokens of a query; of more, the rarest are taken. */
const MAX_TOKENS = 64;

/** A token with its postings and its worth: weight times rarity. */
export interface LoadedToken {
  readonly token: string;
  readonly postings: TokenPostings;
  readonly worth: number;
}

/** Loads the postings of a query's tokens; those that no document carries stay out. */
export async function loadTokens(
  reader: IndexReader,
  tokens: readonly WeightedToken[],
  most = MAX_TOKENS,
): Promise<LoadedToken[]> {
  const chosen = tokens.length > most ? await rarest(reader, tokens, most) : tokens;
  const postings = await reader.postings(chosen.map(({ token }) => token));
  return chosen
    .map(({ token, weight }, i) => {
      const found = postings[i]!;
      return {
        token,
        postings: found,
        worth: weight * inverseDocumentFrequency(reader.live, found.frequency),
      };
    })
    .filter((loaded) => loaded.postings.frequency > 0)
    .sort((a, b) => a.postings.frequency - b.postings.frequency);
}

/** Adds up tokens, rarest first. */
export function scoreTokens(board: ScoreBoard, reader: IndexReader, tokens: readonly LoadedToken[]): void {
  addTokens(board, tokens, openPostings(reader));
}

/** Adds up tokens where only documents that carry all of them matter: each needs to have the rarest. */
export function scoreConjunction(board: ScoreBoard, tokens: readonly LoadedToken[]): void {
  addTokens(board, tokens, 0);
}

/** The first token is always open, further ones while fewer postings than `open` were read. */
function addTokens(board: ScoreBoard, tokens: readonly LoadedToken[], open: number): void {
  let postings = 0;
  tokens.forEach(({ postings: { base, changed, frequency }, worth }, i) => {
    const isOpen = i === 0 || postings < open;
    board.add(base, worth, isOpen);
    if (changed) board.addChanged(changed, worth, isOpen);
    postings += frequency;
  });
}

/** How strongly a document carries a token, from 0 to 1. */
export function shareIn({ base, changed }: TokenPostings, document: number): number {
  const impact = impactIn(base, document);
  if (impact > 0 || !changed) return impact / FULL_IMPACT;
  const at = changed.documents.indexOf(document);
  return at < 0 ? 0 : changed.impacts[at]! / FULL_IMPACT;
}

async function rarest(
  reader: IndexReader,
  tokens: readonly WeightedToken[],
  most: number,
): Promise<WeightedToken[]> {
  const frequencies = await reader.frequencies(tokens.map(({ token }) => token));
  const found = tokens.filter(({ token }) => frequencies.get(token)! > 0);
  return found.sort((a, b) => frequencies.get(a.token)! - frequencies.get(b.token)!).slice(0, most);
}

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
  const ordered = [...groups].sort((a, b) => rarestFrequency(a) - rarestFrequency(b));
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

function rarestFrequency({ tokens, alternatives }: LoadedGroup): number {
  return [...tokens, ...alternatives].reduce(
    (least, { postings }) => Math.min(least, postings.frequency),
    Number.POSITIVE_INFINITY,
  );
}
