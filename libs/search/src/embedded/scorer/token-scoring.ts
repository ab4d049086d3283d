import { FULL_IMPACT, inverseDocumentFrequency } from '../../ranking/impact.js';
import { impactIn } from '../postings/posting-block.js';
import type { WeightedToken } from '../../text/text-query.js';
import type { IndexReader, TokenPostings } from './index-reader.js';
import type { ScoreBoard } from './score-board.js';

/** Postings after which a further token adds only to documents already touched, per 100,000 documents. */
const OPEN_POSTINGS = 20_000;
const PER_DOCUMENTS = 100_000;

/** Postings that are read before tokens are closed, in an index of some size. */
export function openPostings(reader: IndexReader): number {
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
