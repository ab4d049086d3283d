import { type Locale, IsPublicName } from '@app/kernel';
import { Field, InputType } from '@nestjs/graphql';
import { IsEnum, IsIn, Length, Matches } from 'class-validator';
import { CodePurpose } from '../../codes/one-time-code.entity.js';
import { LocaleEnum } from '../../users/locale.enum.js';

const IDENTIFIER = 'Mobile number (of the Chinese mainland unless it begins with +) or e-mail address.';
const CODE = 'The six digits that were sent to the identifier.';
const PASSWORD = 'From 8 to 128 characters.';
/** Longer than any password that is taken, so that the policy can say why; bounded, since hashing is slow. */
const TYPED_PASSWORD = [0, 1000] as const;

@InputType({ description: 'Asks for a one-time code.' })
export class RequestCodeInput {
  @Field({ description: IDENTIFIER })
  @Length(1, 320)
  identifier!: string;

  @Field(() => CodePurpose, { description: 'What the code is for; it is good for nothing else.' })
  @IsEnum(CodePurpose)
  purpose!: CodePurpose;
}

@InputType({ description: 'Becomes a user of the platform.' })
export class RegisterInput {
  @Field({ description: IDENTIFIER })
  @Length(1, 320)
  identifier!: string;

  @Field({ description: CODE })
  @Length(1, 20)
  code!: string;

  @Field({ description: 'Name by which others shall know the person.' })
  @Length(1, 60)
  @Matches(/\S/)
  @IsPublicName()
  name!: string;

  @Field({ description: PASSWORD })
  @Length(...TYPED_PASSWORD)
  password!: string;

  @Field(() => LocaleEnum, {
    defaultValue: LocaleEnum.ZH,
    description: 'Language in which the person is written to.',
  })
  @IsIn(Object.values(LocaleEnum))
  locale!: Locale;
}

@InputType({ description: 'Signs in with a password.' })
export class SignInInput {
  @Field({ description: IDENTIFIER })
  @Length(1, 320)
  identifier!: string;

  @Field({ description: 'The password.' })
  @Length(...TYPED_PASSWORD)
  password!: string;
}

@InputType({ description: 'Signs in with a one-time code.' })
export class SignInWithCodeInput {
  @Field({ description: IDENTIFIER })
  @Length(1, 320)
  identifier!: string;

  @Field({ description: CODE })
  @Length(1, 20)
  code!: string;
}

@InputType({ description: 'Replaces a forgotten password.' })
export class ResetPasswordInput {
  @Field({ description: IDENTIFIER })
  @Length(1, 320)
  identifier!: string;

  @Field({ description: CODE })
  @Length(1, 20)
  code!: string;

  @Field({ description: PASSWORD })
  @Length(...TYPED_PASSWORD)
  newPassword!: string;
}

@InputType({ description: 'Takes another password.' })
export class ChangePasswordInput {
  @Field({ description: 'The present password.' })
  @Length(...TYPED_PASSWORD)
  currentPassword!: string;

  @Field({ description: PASSWORD })
  @Length(...TYPED_PASSWORD)
  newPassword!: string;
}
