import { Access, CurrentLocale, type Locale } from '@app/kernel';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { NameQueryArgs } from '../graphql/named-list.args.js';
import type { CertificateKind } from './certificate-kind.js';
import { CertificateKindType } from './certificate-kind.type.js';
import { Certificates } from './certificates.js';

/** The catalogue of certificates, for pickers, filters and names. */
@Resolver(() => CertificateKindType)
export class CertificateKindsResolver {
  constructor(private readonly certificates: Certificates) {}

  @Access('Everyone.')
  @Query(() => [CertificateKindType], {
    description:
      'Kinds of certificates by a part of a name or usual writing; the whole catalogue when no query is given.',
  })
  async certificateKinds(@Args() { query, first }: NameQueryArgs): Promise<readonly CertificateKindType[]> {
    return query ? this.certificates.search(query, first) : this.certificates.all().slice(0, first);
  }

  @ResolveField(() => String, { description: 'Name in the reader’s language.' })
  name(@Parent() kind: CertificateKind, @CurrentLocale() locale: Locale): string {
    return kind[locale];
  }
}
