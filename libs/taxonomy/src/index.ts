export {
  type CertificateKind,
  type CertificateMention,
  Certificates,
  Certifies,
} from './certificates/certificates.js';
export { CertificateKindType } from './certificates/certificate-kinds.resolver.js';
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
export * from './concepts/trade-concept.type.js';
export * from './industries/industries.js';
export { IndustryType } from './industries/industries.resolver.js';
export * from './models/model-numbers.js';
export { type ParameterTerm, ParameterTerms, type ParameterWish } from './concepts/parameter-terms.js';
export * from './regional/regional-words.js';
export * from './regions/region.js';
export { RegionType } from './regions/regions.resolver.js';
export * from './regions/region-finder.js';
export * from './regions/regions.js';
export * from './taxonomy.module.js';
export * from './units/units.js';
