import { Access, CurrentLocale } from '@app/identity';
import type { Locale } from '@app/kernel';
import { BrochureReader, type Stated } from '@app/need-reading';
import { Certificates, ConceptVocabulary } from '@app/taxonomy';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { BrochureArgs, BrochureReadingType } from './brochure.graphql.js';
import { ReadingRenderer } from './render-reading.js';

const withPassage = <T extends object>({ value, passage }: Stated<T>) => ({ ...value, passage });

/** Reads a brochure for the form of a capability. */
@Resolver()
export class BrochureResolver {
  constructor(
    private readonly reader: BrochureReader,
    private readonly renderer: ReadingRenderer,
    private readonly certificates: Certificates,
    private readonly vocabulary: ConceptVocabulary,
  ) {}

  @Query(() => BrochureReadingType, {
    description:
      'What the text of a brochure states: concepts, capacity, lead time, minimum order, certificates and parameters, each with its passage. Nothing is stored. Any signed-in user.',
  })
  @Access('any signed-in user', 'SIGNED_IN')
  brochureReading(@Args() { text }: BrochureArgs, @CurrentLocale() locale: Locale): BrochureReadingType {
    const facts = this.reader.readBrochure(text);
    return {
      title: facts.title,
      parts: this.renderer.parts(facts.reading, locale),
      capacities: facts.capacities.map(withPassage),
      minimumOrders: facts.minimumOrders.map(withPassage),
      leadTimes: facts.leadTimes.map(({ value, passage }) => ({ days: value, passage })),
      certificates: facts.certificates.map(({ value, passage }) => ({
        kindId: value,
        name: this.certificates.name(value, locale),
        passage,
      })),
      parameters: facts.parameters.map(({ value, passage }) => ({
        ...value,
        name: this.vocabulary.parameter(value.parameterId)?.[locale] ?? value.parameterId,
        passage,
      })),
      materials: facts.materials,
      processes: facts.processes,
    };
  }
}
