import { ScopeActivity } from '@app/capabilities';
import { foldText } from '@app/kernel';
import { namedConcepts, Naming, saidText, withoutDenied } from '@app/need-reading';
import type { ConceptExtractor, ConceptVocabulary } from '@app/taxonomy';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { SaidFacts, type SaidFactsSources } from '../candidates/said-facts.js';
import { mainOffer, type MainOffer } from './main-offer.js';

/** A buyer looks for makers: whoever only deals in a thing meets the need less. */
const DEALER_WORTH = 0.75;

/** A text as it is compared: folded, and the concepts that it names. */
export class NamingText {
  readonly text: string;
  private named: ReadonlyMap<string, Naming> | undefined;
  private names: string | undefined;

  constructor(
    words: string,
    private readonly extractor: ConceptExtractor,
    private readonly declared: readonly string[] = [],
  ) {
    this.text = foldText(words);
  }

  /** How each concept is named; read only when asked for, since a registered scope is long. */
  get concepts(): ReadonlyMap<string, Naming> {
    return (this.named ??= this.read());
  }

  /** What the things that it names are called by the vocabulary, in Chinese and English; folded. */
  standardNames(vocabulary: ConceptVocabulary): string {
    return (this.names ??= [...this.concepts.keys()].map((id) => nameIn(vocabulary, id)).join(' '));
  }

  private read(): Map<string, Naming> {
    const named = namedConcepts(this.text, this.extractor.hits(this.text));
    // What the supplier declared apart from its words is declared of the thing itself.
    for (const id of this.declared) if (!named.has(id)) named.set(id, Naming.ITSELF);
    return named;
  }
}

/** Folded standard names by concept. */
const standardNames = new WeakMap<ConceptVocabulary, Map<string, string>>();

function nameIn(vocabulary: ConceptVocabulary, id: string): string {
  let names = standardNames.get(vocabulary);
  if (!names) standardNames.set(vocabulary, (names = new Map()));
  let name = names.get(id);
  if (name === undefined) {
    const concept = vocabulary.get(id);
    names.set(id, (name = concept ? foldText(`${concept.zh} ${concept.en}`) : ''));
  }
  return name;
}

/** A candidate's words: the capability's own, and its organization's. */
export interface CandidateWords {
  readonly capability: NamingText;
  /** What a thing named by the capability is worth as evidence that it can be had made. */
  readonly worth: number;
  readonly organization: NamingText;
  /** What the listing itself says, its facts aside; folded. */
  readonly prose: string;
  /**
   * Characters of the listing's own prose. Materials, processes and figures are facts: they never make a text long, so
   * that stating one more of them cannot lower a match.
   */
  readonly proseLength: number;
  /** What the listing's words say of facts. */
  readonly said: SaidFacts;
  /** What the listing offers first of all. */
  readonly mainOffer: MainOffer;
}

/** What the words of candidates are read with. */
export interface CandidateWordsSources extends SaidFactsSources {
  readonly vocabulary: ConceptVocabulary;
}

/** Prepares a candidate's words for comparing. */
export function candidateWords(
  candidate: CandidateFacts,
  extractor: ConceptExtractor,
  sources: CandidateWordsSources,
): CandidateWords {
  const { title, materials, processes, description, specification, conceptIds } = candidate;
  const prose = saidText(description ?? '');
  const folded = foldText(`${withoutDenied(title)}，${prose}`);
  const told = [withoutDenied(title), ...materials, ...processes, prose, specification ?? ''].join('，');
  return {
    capability: new NamingText(told, extractor, conceptIds),
    worth: candidate.activity === ScopeActivity.TRADES ? DEALER_WORTH : 1,
    organization: new NamingText(saidText(candidate.organizationText), extractor),
    prose: folded,
    proseLength: title.length + prose.length,
    said: new SaidFacts(candidate, [title, prose, specification ?? ''].join('。'), sources),
    mainOffer: mainOffer(folded, (beginning) => extractor.hits(beginning), sources.vocabulary),
  };
}
