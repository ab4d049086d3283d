import { dataFile, foldText, type Locale } from '@app/kernel';
import { z } from 'zod';
import { readYamlFile } from '../phrases/yaml-file.js';
import { NameSearch } from '../phrases/name-search.js';
import { bestCover, type PhraseMatch, PhraseTrie } from '../phrases/phrase-trie.js';

/** What a certificate speaks for: how a company works, what it makes, or one place of production. */
export enum Certifies {
  SYSTEM = 'SYSTEM',
  PRODUCT = 'PRODUCT',
  SITE = 'SITE',
}

/** A kind of certificate or licence that buyers ask for. */
export interface CertificateKind {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly certifies: Certifies;
  /** Usual writings, found in any case, with or without blanks, hyphens and a year. */
  readonly aliases: readonly string[];
  /** Short marks that are found in capitals only (CE, UL), since in lower case they are other words. */
  readonly acronyms: readonly string[];
}

/** A certificate that a text names; positions are those of the folded text. */
export interface CertificateMention {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** What people write or leave out inside a mark: ISO 9001, ISO9001, ISO-9001; ISO/IEC 27001. */
const SEPARATOR = /[\s\-_/:.·]/;
const LATIN = /[a-z0-9]/;
/** The edition after a standard's number: ISO 9001:2015, IATF 16949-2016, ISO9001 2015. */
const EDITION = /^\s?[:\-—]?\s?(?:19|20)\d{2}(?!\d)/;
const ACRONYM = /(?<![A-Za-z0-9])[A-Za-z]{2,6}(?![A-Za-z0-9])/g;

/** Finds the kinds of certificates that a text names, in their usual writings. */
class CertificateFinder {
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

const catalogue = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    zh: z.string().min(2),
    en: z.string().min(2),
    certifies: z.enum(Certifies),
    aliases: z.array(z.string().min(2)).min(1),
    acronyms: z.array(z.string().regex(/^[A-Z]{2,6}$/)).default([]),
  }),
);

/** The catalogue of certificates and licences that buyers ask for. */
export class Certificates {
  private readonly byId: ReadonlyMap<string, CertificateKind>;
  private readonly finder: CertificateFinder;
  private readonly names: NameSearch<CertificateKind>;

  constructor(kinds: readonly CertificateKind[]) {
    this.byId = new Map(kinds.map((kind) => [kind.id, kind]));
    if (this.byId.size < kinds.length) throw new Error('certificates.yaml: an id is used twice');
    this.finder = new CertificateFinder(kinds);
    this.names = new NameSearch(kinds, ({ zh, en, aliases, acronyms }) => [zh, en, ...aliases, ...acronyms]);
  }

  /** The catalogue as the data file has it. */
  static load(file = dataFile(import.meta.url, 'libs/taxonomy/data/certificates.yaml')): Certificates {
    return new Certificates(catalogue.parse(readYamlFile(file)));
  }

  /** A kind by its id; undefined when there is none. */
  get(id: string): CertificateKind | undefined {
    return this.byId.get(id);
  }

  /** All kinds, in the order of the catalogue. */
  all(): readonly CertificateKind[] {
    return [...this.byId.values()];
  }

  /** The name of a kind in a language; the id itself when it is unknown. */
  name(id: string, locale: Locale): string {
    return this.byId.get(id)?.[locale] ?? id;
  }

  /** Every certificate that a text names (IATF16949, ISO/TS 16949:2009); positions are those of the folded text. */
  findAll(text: string): CertificateMention[] {
    return this.finder.findAll(text);
  }

  /** Kinds by a part of a name or of a usual writing. */
  search(text: string, limit: number): CertificateKind[] {
    return this.names.find(text, limit);
  }
}
