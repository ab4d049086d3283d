import type { ConceptHit, ConceptExtractor, ConceptVocabulary } from '@app/taxonomy';

/** American spellings and the British ones that the vocabulary uses. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\baluminum\b/g, 'aluminium'],
  [/\bmold(?=s|ed|ing|er|ers|\b)/g, 'mould'],
  [/\bfiber/g, 'fibre'],
  [/\bgray\b/g, 'grey'],
  [/\bcolor/g, 'colour'],
  [/\btire(?=s?\b)/g, 'tyre'],
];
const PARTICIPLE = /\b([a-z]{3,}?)(?:ed)?\b/g;

function covers(hits: readonly ConceptHit[], at: number): boolean {
  return hits.some(({ start, end }) => start <= at && at < end);
}

/**
 * A folded English text in the forms of the vocabulary: British spelling, and participles as the process that they
 * come from where that names one (injection moulded, die cast). Other texts stay as they are.
 */
export function inVocabularyForms(folded: string, extractor: Pick<ConceptExtractor, 'hits'>): string {
  if (!/[a-z]{4}/.test(folded)) return folded;
  let text = SPELLINGS.reduce((spelled, [from, to]) => spelled.replace(from, to), folded);
  let hits = extractor.hits(text);
  for (const match of [...text.matchAll(PARTICIPLE)].reverse()) {
    const [word, stem = ''] = match;
    if (covers(hits, match.index)) continue;
    const process = `${text.slice(0, match.index)}${stem}ing${text.slice(match.index + word.length)}`;
    const found = extractor.hits(process);
    if (!found.some((hit) => hit.kind === 'PROCESS' && hit.start < match.index && hit.end > match.index))
      continue;
    [text, hits] = [process, found];
  }
  return text;
}

/** Last words of the English names of fields of use, which buyers leave out: medical use, robot industry. */
const FIELD = / (?:use|uses|industry|application|applications|sector|field|engineering)$/;

/** Fields of use by the English word that buyers name them with: medical, automotive, robots. */
export class EnglishFields {
  private readonly ids = new Map<string, string>();

  constructor(vocabulary: Pick<ConceptVocabulary, 'all'>) {
    for (const { id, kind, en } of vocabulary.all()) {
      const name = en.toLowerCase();
      if (kind === 'APPLICATION' && FIELD.test(name)) this.ids.set(name.replace(FIELD, ''), id);
    }
  }

  /** The concept id of a field of use; null when the words name none. */
  find(words: string): string | null {
    return this.ids.get(words) ?? this.ids.get(words.replace(/s$/, '')) ?? null;
  }
}
