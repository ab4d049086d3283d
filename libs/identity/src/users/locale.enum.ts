import type { Locale } from '@app/kernel';
import { registerEnumType } from '@nestjs/graphql';

/** The platform's languages by their GraphQL names. */
export const LocaleEnum = { ZH: 'zh', EN: 'en' } as const satisfies Record<string, Locale>;

registerEnumType(LocaleEnum, {
  name: 'Locale',
  description: 'A language of the platform.',
  valuesMap: { ZH: { description: 'Chinese.' }, EN: { description: 'English.' } },
});
