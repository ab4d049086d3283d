import { type IndexName, indexSchema } from '../../port/index-schemas.js';
import type { SearchRequest } from '../../port/search-request.js';
import { evidenceOf, fillUpTo, namesOf } from '../../ranking/evidence.js';
import { mayBeMisspelt, MOST_MENDED, withMended } from '../../text/near-words.js';
import type { TextQuery } from '../../text/query-analysis.js';
import { LATIN_ATTRIBUTE, type ServerDocument } from '../server/server-document.js';
import type { DocumentEvidence } from './document-evidence.js';
import type { TokenFrequencyCache } from './token-frequencies.js';
import { isSupported, type WeighedQuery, weighText } from './weighed-query.js';
import { LooseSearch } from './loose-search.js';
import { type LiveIndexes, MAX_TERMS, plainWord, termsOf } from './server-query.js';
import { bySort, facetsOf, type FoundDocument, type FoundPage, StrictSearch } from './strict-search.js';

const TWO_ERRORS_FROM = 9;
const LOOKED_AT = 20;

/**
 * Mends typing errors in words that no document knows, in Latin letters only: what looks like a slip between two hanzi
 * is another word. Digits have to be right, since 6205 and 6206 are two bearings and not one misspelt.
 */
export class TypingErrors {
  constructor(private readonly indexes: LiveIndexes) {}

  /** The query with the nearest known words in place of misspelt ones; the same object when there is nothing to mend. */
  async corrected(index: IndexName, { text, words }: WeighedQuery): Promise<TextQuery> {
    const known = new Set(words.map(({ token }) => token));
    const unknown = text.shown
      .map(({ token }) => token)
      .filter((word) => !known.has(word) && mayBeMisspelt(word))
      .slice(0, MOST_MENDED);
    if (unknown.length === 0) return text;
    const answers = await this.indexes.ask(
      index,
      unknown.map((word) => ({
        q: plainWord(word),
        matchingStrategy: 'all',
        attributesToSearchOn: [LATIN_ATTRIBUTE],
        attributesToRetrieve: [LATIN_ATTRIBUTE],
        page: 1,
        hitsPerPage: LOOKED_AT,
      })),
    );
    const mended = new Map<string, string>();
    unknown.forEach((word, i) => {
      const seen = answers[i]!.hits.flatMap((hit) => String(hit[LATIN_ATTRIBUTE] ?? '').split(' '));
      const nearest = nearestOf(word, new Set(seen));
      if (nearest) mended.set(word, nearest);
    });
    return withMended(text, mended);
  }
}

function nearestOf(word: string, seen: ReadonlySet<string>): string | undefined {
  let nearest: string | undefined;
  let least = word.length >= TWO_ERRORS_FROM ? 3 : 2;
  const digits = (text: string) => text.replace(/\D/g, '');
  for (const other of seen) {
    if (Math.abs(other.length - word.length) >= least || digits(other) !== digits(word)) continue;
    const errors = distance(word, other);
    if (errors < least) [nearest, least] = [other, errors];
  }
  return nearest;
}

/** Levenshtein's distance: letters to insert, drop or exchange. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const exchanged = row[j - 1]! + Number(one[i - 1] !== other[j - 1]);
      next.push(Math.min(exchanged, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]!;
}

/** Finds documents by words: first those that carry them all; where these are few, whatever carries enough. */
export class TextSearch {
  private readonly strict: StrictSearch;
  private readonly loose: LooseSearch;

  constructor(
    indexes: LiveIndexes,
    private readonly book: TokenFrequencyCache,
    private readonly evidence: DocumentEvidence,
    private readonly errors: TypingErrors,
  ) {
    this.strict = new StrictSearch(indexes);
    this.loose = new LooseSearch(indexes, evidence);
  }

  /** A page of hits. */
  async find(request: SearchRequest, asked: TextQuery): Promise<FoundPage> {
    const typed = await weighText(this.book, request.index, asked);
    const text = await this.errors.corrected(request.index, typed);
    const weighed = text === asked ? typed : await weighText(this.book, request.index, text);
    const strict = await this.findAll(request, weighed);
    return strict && strict.total >= fillUpTo(weighed.text.shown.length)
      ? strict
      : this.findEnough(request, weighed);
  }

  /** Documents that carry all words; undefined when the words are too many to be asked at once, or unknown. */
  private async findAll(request: SearchRequest, weighed: WeighedQuery): Promise<FoundPage | undefined> {
    const { words, groups, fine, unknownMass } = weighed;
    if (words.length === 0 || words.length > MAX_TERMS || unknownMass > 0) return undefined;
    const { typicalLength } = indexSchema(request.index);
    const rerank = (documents: readonly ServerDocument[]): FoundDocument[] =>
      documents
        .map((document) => ({
          document,
          score: evidenceOf(groups, fine, ({ token }) => this.evidence.share(document, token, typicalLength)),
        }))
        .sort(byScore);
    return this.strict.find(request, termsOf(words.map(({ token }) => token)), rerank);
  }

  private async findEnough(request: SearchRequest, weighed: WeighedQuery): Promise<FoundPage> {
    const { found, more, relaxed } = await this.loose.find(request, weighed);
    const { facets = [], sort = [], page, hitsPerPage } = request;
    const hits = found.map(({ document, score }) => ({ document, score })).sort(byScore);
    const [best] = hits;
    const leftOut = relaxed && best ? this.lacking(best.document, weighed) : [];
    const compare = bySort(sort);
    if (sort.length > 0) hits.sort((a, b) => compare(a.document, b.document));
    return {
      hits: hits.slice((page - 1) * hitsPerPage, page * hitsPerPage),
      total: hits.length,
      totalIsLowerBound: more,
      facets: facetsOf(
        facets,
        hits.map(({ document }) => document),
      ),
      leftOut,
    };
  }

  /** The words of the query that a document does not carry, under no name. */
  private lacking(document: ServerDocument, { text, groups }: WeighedQuery): string[] {
    const saying = groups.map((group) => ({ ...group, alternatives: namesOf(group) }));
    return text.shown
      .filter((word) => !isSupported(word, saying, ({ token }) => this.evidence.carries(document, token)))
      .map(({ surface }) => surface);
  }
}

function byScore(a: FoundDocument, b: FoundDocument): number {
  return b.score - a.score || (a.document.id < b.document.id ? -1 : 1);
}
