import { foldText } from '@app/kernel';
import { bestCover } from '../phrases/best-cover.js';
import { type PhraseMatch, PhraseTrie } from '../phrases/phrase-trie.js';
import type { CertificateKind, CertificateMention } from './certificate-kind.js';

/** What people write or leave out inside a mark: ISO 9001, ISO9001, ISO-9001; ISO/IEC 27001. */
const SEPARATOR = /[\s\-_/:.·]/;
const LATIN = /[a-z0-9]/;
/** The edition after a standard's number: ISO 9001:2015, IATF 16949-2016, ISO9001 2015. */
const EDITION = /^\s?[:\-—]?\s?(?:19|20)\d{2}(?!\d)/;
const ACRONYM = /(?<![A-Za-z0-9])[A-Za-z]{2,6}(?![A-Za-z0-9])/g;

/** Finds the kinds of certificates that a text names, in their usual writings. */
export class CertificateFinder {
  private readonly marks = new PhraseTrie<string>();
  private readonly acronyms = new Map<string, string>();

  constructor(kinds: readonly CertificateKind[]) {
    for (const kind of kinds) {
      for (const alias of kind.aliases) this.marks.put(squeeze(foldText(alias)).text, kind.id);
      for (const acronym of kind.acronyms) this.acronyms.set(acronym, kind.id);
    }
  }

  /** The kinds named in a text, by position; each mention once. */
  findAll(text: string): CertificateMention[] {
    const folded = foldText(text);
    const found = [...this.findMarks(folded), ...this.findAcronyms(text, folded)];
    return bestCover(found).map(({ value, start, end }) => ({ id: value, start, end }));
  }

  private findMarks(folded: string): PhraseMatch<string>[] {
    const { text, positions } = squeeze(folded);
    const found: PhraseMatch<string>[] = [];
    for (const { value, start, end } of this.marks.findInside(text)) {
      const from = positions[start] ?? 0;
      const to = (positions[end - 1] ?? 0) + 1;
      if (breaksWord(folded, from) || breaksWord(folded, to)) continue;
      found.push({
        value,
        start: from,
        end: to + (EDITION.exec(folded.slice(to, to + 10))?.[0].length ?? 0),
      });
    }
    return found;
  }

  /** The n-th Latin word of the text is the n-th of the folded text: folding changes the case of words, not their number. */
  private findAcronyms(text: string, folded: string): PhraseMatch<string>[] {
    const written = text.normalize('NFKC').match(ACRONYM);
    if (!written) return [];
    return [...folded.matchAll(ACRONYM)].flatMap((word, n) => {
      const value = this.acronyms.get(written[n] ?? '');
      return value === undefined ? [] : [{ value, start: word.index, end: word.index + word[0].length }];
    });
  }
}

/** A text without separators, and where each of its characters stood. */
function squeeze(folded: string): { text: string; positions: number[] } {
  const positions: number[] = [];
  let text = '';
  for (let i = 0; i < folded.length; i++) {
    const char = folded.charAt(i);
    if (SEPARATOR.test(char)) continue;
    text += char;
    positions.push(i);
  }
  return { text, positions };
}

/** Whether a Latin word goes on across a position. */
function breaksWord(folded: string, at: number): boolean {
  return at > 0 && at < folded.length && LATIN.test(folded.charAt(at - 1)) && LATIN.test(folded.charAt(at));
}
