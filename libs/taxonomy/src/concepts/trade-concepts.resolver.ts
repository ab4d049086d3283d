import { Access, CurrentLocale, type Locale, MAX_PAGE } from '@app/kernel';
import { Args, ArgsType, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { Industries } from '../classification/industries.js';
import { IndustryType } from '../classification/industries.resolver.js';
import { ConceptVocabulary } from './concept-vocabulary.js';
import type { ConceptParameter, TradeConcept } from './trade-concept.js';
import { ConceptParameterType, TradeConceptType } from './trade-concept.graphql.js';

const LONGEST_QUERY = 100;

/** Arguments of typing help over the vocabulary. */
@ArgsType()
class TradeConceptsArgs {
  @Field({ description: 'A part of a name or synonym, in Chinese or English.' })
  @IsString()
  @MaxLength(LONGEST_QUERY)
  query!: string;

  @Field(() => Int, { defaultValue: 10, description: `How many, at most ${MAX_PAGE}.` })
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE)
  first!: number;
}

/** Names of typed parameters. */
@Resolver(() => ConceptParameterType)
export class ConceptParameterResolver {
  @ResolveField(() => String, { description: 'Name in the reader’s language.' })
  name(@Parent() parameter: ConceptParameter, @CurrentLocale() locale: Locale): string {
    return parameter[locale];
  }
}

/** The vocabulary of trade concepts, for typing help and names. */
@Resolver(() => TradeConceptType)
export class TradeConceptsResolver {
  constructor(
    private readonly vocabulary: ConceptVocabulary,
    private readonly industries: Industries,
  ) {}

  @Access('Everyone.')
  @Query(() => [TradeConceptType], {
    description: 'Concepts by a part of a name or synonym, the best fitting first.',
  })
  async tradeConcepts(@Args() { query, first }: TradeConceptsArgs): Promise<readonly TradeConceptType[]> {
    return this.vocabulary.search(query, first);
  }

  @Access('Everyone.')
  @Query(() => TradeConceptType, {
    nullable: true,
    description: 'A concept by its identifier; null when there is none.',
  })
  async tradeConcept(
    @Args('id', { type: () => ID, description: 'Identifier, for example die-casting.' }) id: string,
  ): Promise<TradeConceptType | null> {
    return this.vocabulary.get(id) ?? null;
  }

  @ResolveField(() => String, { description: 'Name in the reader’s language.' })
  name(@Parent() concept: TradeConcept, @CurrentLocale() locale: Locale): string {
    return concept[locale];
  }

  @ResolveField(() => TradeConceptType, { nullable: true, description: 'The next broader concept.' })
  broader(@Parent() concept: TradeConcept): TradeConceptType | null {
    return concept.broader === undefined ? null : (this.vocabulary.get(concept.broader) ?? null);
  }

  @ResolveField(() => [TradeConceptType], { description: 'The next narrower concepts.' })
  narrower(@Parent() concept: TradeConcept): TradeConceptType[] {
    return this.conceptsOf(this.vocabulary.narrower(concept.id));
  }

  @ResolveField(() => [TradeConceptType], {
    description: 'Related concepts: a supplier of one may serve a buyer of the other.',
  })
  near(@Parent() concept: TradeConcept): TradeConceptType[] {
    return this.conceptsOf([...this.vocabulary.near(concept.id)]);
  }

  @ResolveField(() => [TradeConceptType], {
    description: 'Material, process and use that the name itself contains.',
  })
  composedOf(@Parent() concept: TradeConcept): TradeConceptType[] {
    return this.conceptsOf(concept.composedOf);
  }

  @ResolveField('industries', () => [IndustryType], { description: 'Industries whose trade it is.' })
  industriesOf(@Parent() concept: TradeConcept): IndustryType[] {
    return concept.industries.flatMap((code) => this.industries.get(code) ?? []);
  }

  @ResolveField('parameters', () => [ConceptParameterType], {
    description: 'Typed parameters that decide whether a capability suits.',
  })
  parametersOf(@Parent() concept: TradeConcept): ConceptParameterType[] {
    return concept.parameters.flatMap((id) => this.vocabulary.parameter(id) ?? []);
  }

  private conceptsOf(ids: readonly string[]): TradeConceptType[] {
    return ids.flatMap((id) => this.vocabulary.get(id) ?? []);
  }
}
