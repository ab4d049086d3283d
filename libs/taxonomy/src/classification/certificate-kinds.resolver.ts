import { Access, CurrentLocale, type Locale } from '@app/kernel';
import {
  Args,
  Field,
  ID,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { NameQueryArgs } from './named-list.args.js';
import { type CertificateKind, Certificates, Certifies } from './certificates.js';

registerEnumType(Certifies, {
  name: 'Certifies',
  description: 'What a certificate speaks for.',
  valuesMap: {
    SYSTEM: { description: 'How a company works (ISO 9001).' },
    PRODUCT: { description: 'What it makes (CE, CCC).' },
    SITE: {
      description:
        'One place of production, or a licence to produce there (VDA 6.3, food production licence).',
    },
  },
});

@Access('Everyone: the catalogue is public.')
@ObjectType('CertificateKind', { description: 'A kind of certificate or licence that buyers ask for.' })
export class CertificateKindType {
  @Field(() => ID, { description: 'Stable identifier, for example iatf-16949.' })
  readonly id!: string;

  @Field(() => Certifies, { description: 'What it speaks for.' })
  readonly certifies!: Certifies;
}

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
