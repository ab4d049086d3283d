import {
  Certificates,
  ConceptExtractor,
  ConceptVocabulary,
  Industries,
  readStopWords,
  Regions,
} from '@app/taxonomy';

const industries = Industries.load();

/** The real vocabulary of the trade, and what reads by it. */
export const vocabulary = ConceptVocabulary.load((code) => industries.get(code) !== undefined);
export const certificates = Certificates.load();
export const regions = Regions.load();
export const extractor = new ConceptExtractor(vocabulary, {
  certificates,
  regions,
  stopWords: readStopWords(),
});
