import { CurrentLocale } from '@app/identity';
import { type Locale, renderText, UserError } from '@app/kernel';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';

/** Renders expected outcomes in the reader's language. */
@Resolver(() => UserError)
export class UserErrorResolver {
  @ResolveField(() => String, { description: 'The outcome in the reader’s language.' })
  message(@Parent() outcome: UserError, @CurrentLocale() locale: Locale): string {
    return renderText(locale, outcome.code, outcome.params);
  }
}
