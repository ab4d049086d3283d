import { Global, Logger, Module } from '@nestjs/common';
import { CertificateKindsResolver } from './classification/certificate-kinds.resolver.js';
import { Certificates } from './classification/certificates.js';
import { readVocabularyFiles } from './concepts/concept-files.js';
import { ConceptExtractor, readStopWords } from './concepts/concept-extractor.js';
import { ConceptParameterResolver, TradeConceptsResolver } from './concepts/trade-concepts.resolver.js';
import { ConceptVocabulary } from './concepts/concept-vocabulary.js';
import { describeProblems, vocabularyProblems } from './concepts/vocabulary-rules.js';
import { IndustriesResolver } from './classification/industries.resolver.js';
import { Industries } from './classification/industries.js';
import { ModelNumbers } from './phrases/model-numbers.js';
import { ParameterTerms } from './concepts/parameter-terms.js';
import { RegionalWords } from './phrases/regional-words.js';
import { RegionsResolver } from './classification/regions.resolver.js';
import { Regions } from './classification/regions.js';

/** The files are a part of the program and never change while it runs: a process reads each of them once. */
function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: read() }).value;
}

const industries = once(() => Industries.load());

/** A slip in the vocabulary (a name claimed twice) is no reason to keep everybody out: it is logged, and CI refuses it. */
const vocabulary = once(() => {
  const files = readVocabularyFiles();
  const problems = vocabularyProblems(files, (code) => industries().get(code) !== undefined);
  if (problems.length > 0) new Logger('TradeConcepts').error(describeProblems(problems));
  return ConceptVocabulary.of(files);
});

const stopWords = once(() => readStopWords());

const extractor = {
  provide: ConceptExtractor,
  useFactory: (concepts: ConceptVocabulary, certificates: Certificates, regions: Regions) =>
    new ConceptExtractor(concepts, { certificates, regions, stopWords: stopWords() }),
  inject: [ConceptVocabulary, Certificates, Regions],
};

const services = [
  { provide: Industries, useFactory: industries },
  { provide: Regions, useFactory: once(() => Regions.load()) },
  { provide: Certificates, useFactory: once(() => Certificates.load()) },
  { provide: RegionalWords, useFactory: once(() => RegionalWords.load()) },
  { provide: ModelNumbers, useFactory: once(() => ModelNumbers.load()) },
  // Each application has its own, since it learns names.
  { provide: ConceptVocabulary, useFactory: () => vocabulary().copy() },
  extractor,
  ParameterTerms,
];

const resolvers = [
  IndustriesResolver,
  RegionsResolver,
  CertificateKindsResolver,
  TradeConceptsResolver,
  ConceptParameterResolver,
];

/** Industries, regions, certificates and trade concepts, read once at start, for everybody. */
@Global()
@Module({ providers: [...services, ...resolvers], exports: services })
export class TaxonomyModule {}
