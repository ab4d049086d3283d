import type { Locale } from '@app/kernel';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IdentifierKind } from '../identifiers/identifier.js';
import { NodeType } from '../nodes/node.type.js';
import { Access } from '../viewer/access.js';
import { LocaleEnum } from './locale.enum.js';

registerEnumType(IdentifierKind, {
  name: 'IdentifierKind',
  description: 'By what a person can be reached and recognised.',
  valuesMap: {
    PHONE: { description: 'A mobile number, in E.164.' },
    EMAIL: { description: 'An e-mail address, in lower case.' },
  },
});

@ObjectType('User', { description: 'A person who uses the platform.', implements: () => NodeType })
@Access(
  'the person, fellow members of an organization, those the person invites, and staff; some fields only the person',
)
export class UserType implements NodeType {
  readonly id!: string;

  @Field({ description: 'Name of the person.' })
  name!: string;

  @Field(() => LocaleEnum, { description: 'Language in which the person is written to.' })
  locale!: Locale;

  @Field({ description: 'When the person registered.' })
  createdAt!: Date;
}

@ObjectType('UserIdentifier', { description: 'A number or address that a person has proved to hold.' })
@Access('the person and staff')
export class UserIdentifierType {
  @Field(() => IdentifierKind, { description: 'What kind of identifier it is.' })
  kind!: IdentifierKind;

  @Field({ description: 'The number in E.164, or the address in lower case.' })
  value!: string;

  @Field({ description: 'When the person proved to hold it.' })
  verifiedAt!: Date;
}

@ObjectType({ description: 'The person as now known.' })
@Access('the person only')
export class ProfileUpdatedPayload {
  @Field(() => UserType, { description: 'The person.' })
  readonly user: UserType;

  constructor(user: UserType) {
    this.user = user;
  }
}
