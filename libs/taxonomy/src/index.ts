export {
  type CertificateKind,
  type CertificateMention,
  Certificates,
  Certifies,
} from './classification/certificates.js';
export { CertificateKindType } from './classification/certificate-kinds.resolver.js';
export {
  ConceptExtractor,
  type ConceptHit,
  type ExtractedTerm,
  type ExtractorKnowledge,
  readStopWords,
} from './concepts/concept-extractor.js';
export * from './concepts/concept-vocabulary.js';
export { readVocabularyFiles } from './concepts/concept-files.js';
export * from './concepts/trade-concept.js';
export * from './concepts/trade-concept.graphql.js';
export * from './classification/industries.js';
export { IndustryType } from './classification/industries.resolver.js';
export * from './phrases/model-numbers.js';
export { type ParameterTerm, ParameterTerms, type ParameterWish } from './concepts/parameter-terms.js';
export * from './phrases/regional-words.js';
export {
  DELTA_PROVINCES,
  inDelta,
  makeRegion,
  pathOf,
  type Region,
  RegionLevel,
  shortCode,
} from './classification/region-names.js';
export { RegionType } from './classification/regions.resolver.js';
export * from './classification/regions.js';
export * from './taxonomy.module.js';
export * from './concepts/units.js';
