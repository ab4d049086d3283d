import { ConceptParameterType, ConceptVocabulary, TradeConceptType } from '@app/taxonomy';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CapabilityConceptType, OfferedParameterType } from './capability-values.type.js';

/** The vocabulary behind the concepts of a capability. */
@Resolver(() => CapabilityConceptType)
export class CapabilityConceptFieldsResolver {
  constructor(private readonly vocabulary: ConceptVocabulary) {}

  @ResolveField(() => TradeConceptType, {
    nullable: true,
    description: 'The trade concept; null for a plain word.',
  })
  concept(@Parent() found: CapabilityConceptType): TradeConceptType | null {
    return (found.conceptId && this.vocabulary.get(found.conceptId)) || null;
  }
}

/** The vocabulary behind the parameters of a capability. */
@Resolver(() => OfferedParameterType)
export class OfferedParameterFieldsResolver {
  constructor(private readonly vocabulary: ConceptVocabulary) {}

  @ResolveField(() => ConceptParameterType, {
    nullable: true,
    description: 'The parameter; null for one that left the vocabulary.',
  })
  parameter(@Parent() offered: OfferedParameterType): ConceptParameterType | null {
    return this.vocabulary.parameter(offered.parameterId) ?? null;
  }
}
