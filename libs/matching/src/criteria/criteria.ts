import type { Certificates, ConceptVocabulary, Regions } from '@app/taxonomy';
import { application } from './application.criterion.js';
import { capacity } from './capacity.criterion.js';
import { certificatesCriterion } from './certificates.criterion.js';
import { conceptCoverage } from './concept-coverage.criterion.js';
import { leadTime } from './lead-time.criterion.js';
import type { MatchCriterion } from './match-criterion.js';
import { meaning, modelMeaning } from './meaning.criterion.js';
import { price } from './price.criterion.js';
import { regionCriterion } from './region.criterion.js';
import { technicalEnvelope } from './technical-envelope.criterion.js';
import { textCloseness } from './text-closeness.criterion.js';
import { tier } from './tier.criterion.js';
import { trust } from './trust.criterion.js';

/** Where criteria take names and parameter types from. */
export interface CriteriaSources {
  readonly vocabulary: ConceptVocabulary;
  readonly certificates: Certificates;
  readonly regions: Regions;
}

/** All criteria, in the order of the card. */
export function allCriteria({ vocabulary, certificates, regions }: CriteriaSources): MatchCriterion[] {
  return [
    conceptCoverage,
    application,
    technicalEnvelope(vocabulary),
    textCloseness,
    meaning,
    modelMeaning,
    capacity,
    leadTime,
    price,
    certificatesCriterion((id) => ({ zh: certificates.name(id, 'zh'), en: certificates.name(id, 'en') })),
    regionCriterion((code) => ({ zh: regions.name(code, 'zh'), en: regions.name(code, 'en') })),
    tier,
    trust,
  ];
}
