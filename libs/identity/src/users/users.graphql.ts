import { IsPublicName, type Locale } from '@app/kernel';
import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsOptional, Length, Matches } from 'class-validator';
import { NodeType } from '../viewer/nodes.js';
import { Access } from '../viewer/access.js';
import { IdentifierKind } from './identifier.js';

/** The platform's languages by their GraphQL names. */
export const LocaleEnum = { ZH: 'zh', EN: 'en' } as const satisfies Record<string, Locale>;

registerEnumType(LocaleEnum, {
  name: 'Locale',
  description: 'A language of the platform.',
  valuesMap: { ZH: { description: 'Chinese.' }, EN: { description: 'English.' } },
});

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

@InputType({ description: 'Changes a person’s own name or language; what is left out stays.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'Name by which others shall know the person.' })
  @IsOptional()
  @Length(1, 60)
  @Matches(/\S/)
  @IsPublicName()
  name?: string | null;

  @Field(() => LocaleEnum, { nullable: true, description: 'Language in which the person is written to.' })
  @IsOptional()
  @IsIn(Object.values(LocaleEnum))
  locale?: Locale | null;
}
