import { hasText, type Locale, renderText } from '@app/kernel';
import { Certificates, ConceptVocabulary, Industries, Regions } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { SearchFacet } from './search.enums.js';

/** Codes of facets and concepts in words. */
@Injectable()
export class FacetLabels {
  constructor(
    private readonly regions: Regions,
    private readonly industries: Industries,
    private readonly certificates: Certificates,
    private readonly vocabulary: ConceptVocabulary,
  ) {}

  /** The name of a trade concept in a language. */
  concept(id: string, locale: Locale): string {
    return this.vocabulary.name(id, locale);
  }

  /** The name of a facet's value in a language; the value itself where it is a name already. */
  label(facet: SearchFacet, value: string, locale: Locale): string {
    switch (facet) {
      case SearchFacet.PROVINCE:
      case SearchFacet.CITY:
      case SearchFacet.REGION:
      case SearchFacet.REGION_SERVED:
        return this.regions.name(value, locale);
      case SearchFacet.INDUSTRY:
        return this.industries.name(value, locale);
      case SearchFacet.CERTIFICATE:
        return this.certificates.name(value, locale);
      case SearchFacet.CHAIN:
        return value;
      default: {
        const code = `FACET_${value}`;
        return hasText(code) ? renderText(locale, code) : value;
      }
    }
  }
}
