import { Access } from '@app/kernel';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Certifies } from './certificate-kind.js';

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
