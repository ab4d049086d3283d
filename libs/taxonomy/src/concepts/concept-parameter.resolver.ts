import { CurrentLocale, type Locale } from '@app/kernel';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ConceptParameter } from './trade-concept.js';
import { ConceptParameterType } from './trade-concept.type.js';

/** Names of typed parameters. */
@Resolver(() => ConceptParameterType)
export class ConceptParameterResolver {
  @ResolveField(() => String, { description: 'Name in the reader’s language.' })
  name(@Parent() parameter: ConceptParameter, @CurrentLocale() locale: Locale): string {
    return parameter[locale];
  }
}
