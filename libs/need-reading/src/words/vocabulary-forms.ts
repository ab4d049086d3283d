import type { ConceptExtractor, ConceptHit, ConceptVocabulary } from '@app/taxonomy';

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

/** The rest of a clause that asks for work done on a machine: 数控车床 精密轴类零件加工, but not 数控车床 用于加工轴类. */
const WORKED =
  /^(?![^,。;、\n]{0,10}(?:用于|用来|适合|可加工|能加工))[^,。;、\n]{0,12}加工(?!中心|机|设备|厂用)/;

/** What makes the name of a machine of the name of its work: 数控车床, 注塑机. */
const MACHINE_ENDING = /(?:机床|[机床])$/;

/** The work of a machine, where a clause asks for work done on it and not for the machine. */
export function workedOn(text: string, hit: ConceptHit, extractor: ConceptExtractor): ConceptHit | undefined {
  if (hit.kind !== 'EQUIPMENT' || !WORKED.test(text.slice(hit.end))) return undefined;
  const work = `${hit.surface}加工`;
  return extractor
    .hits(work)
    .find(({ kind, start, end }) => kind === 'PROCESS' && start === 0 && end === work.length);
}

/**
 * A folded text in which a machine that only says how something is made stands as its work, so that those who make the
 * machine share no more words than those who work on it: 数控车床 轴加工 as 数控车 轴加工. Positions stay.
 */
export function withWorkForMachines(folded: string, extractor: ConceptExtractor): string {
  let text = folded;
  for (const hit of extractor.hits(folded)) {
    if (!workedOn(folded, hit, extractor)) continue;
    const work = hit.surface.replace(MACHINE_ENDING, '');
    text = text.slice(0, hit.start) + work.padEnd(hit.surface.length) + text.slice(hit.end);
  }
  return text;
}
