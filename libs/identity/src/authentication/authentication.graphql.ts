import { IsPublicName, type Locale, resultUnion } from '@app/kernel';
import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsIn, Length, Matches } from 'class-validator';
import {
  IdentifierTakenError,
  WeakPasswordError,
  WrongCodeError,
  WrongCredentialsError,
  WrongPasswordError,
} from './authentication.texts.js';
import { TooManyAttemptsError } from '../security/attempts.texts.js';
import { EndedSessionsPayload } from '../sessions/sessions.graphql.js';
import type { SignedInSession } from '../sessions/sessions.service.js';
import type { DeviceCookie } from '../sessions/trusted-devices.service.js';
import { LocaleEnum, UserType } from '../users/users.graphql.js';
import { Access } from '../viewer/access.js';
import { CodePurpose } from './one-time-code.entity.js';

@ObjectType({
  description: 'A message is on its way to the identifier; whether it is known to the platform is not said.',
})
@Access('whoever asked for the code')
export class CodeSentPayload {
  @Field({ description: 'Until when the code is good.' })
  readonly expiresAt: Date;

  @Field(() => Int, { description: 'Seconds after which another code may be asked for.' })
  readonly resendAfterSeconds: number;

  constructor(expiresAt: Date, resendAfterSeconds: number) {
    this.expiresAt = expiresAt;
    this.resendAfterSeconds = resendAfterSeconds;
  }
}

@ObjectType({
  description: 'A person is signed in. Browsers also get the token as a cookie that scripts cannot read.',
})
@Access('the person who signed in')
export class SignedInPayload {
  @Field(() => UserType, { description: 'Who is signed in.' })
  readonly user: UserType;

  @Field({ description: 'Token for the Authorization header, as `Bearer …`; shown here and never again.' })
  readonly token: string;

  @Field({ description: 'When the session ends unless it is used; each use moves the end.' })
  readonly expiresAt: Date;

  /** Until when a browser keeps its cookie. */
  readonly cookieExpiresAt: Date;

  /** What tells this browser from strangers when it signs in again. */
  readonly device: DeviceCookie;

  constructor(user: UserType, session: SignedInSession) {
    this.user = user;
    this.token = session.token;
    this.expiresAt = session.expiresAt;
    this.cookieExpiresAt = session.cookieExpiresAt;
    this.device = session.device;
  }
}

registerEnumType(CodePurpose, {
  name: 'CodePurpose',
  description: 'What a one-time code is for.',
  valuesMap: {
    REGISTER: { description: 'To become a user.' },
    SIGN_IN: { description: 'To sign in without a password.' },
    RESET_PASSWORD: { description: 'To replace a forgotten password.' },
  },
});

export const RequestCodeResult = resultUnion('RequestCodeResult', [
  CodeSentPayload,
  TooManyAttemptsError,
] as const);
export type RequestCodeResult = typeof RequestCodeResult;

export const RegisterResult = resultUnion('RegisterResult', [
  SignedInPayload,
  WrongCodeError,
  WeakPasswordError,
  IdentifierTakenError,
  TooManyAttemptsError,
] as const);
export type RegisterResult = typeof RegisterResult;

export const SignInResult = resultUnion('SignInResult', [
  SignedInPayload,
  WrongCredentialsError,
  TooManyAttemptsError,
] as const);
export type SignInResult = typeof SignInResult;

export const SignInWithCodeResult = resultUnion('SignInWithCodeResult', [
  SignedInPayload,
  WrongCodeError,
  TooManyAttemptsError,
] as const);
export type SignInWithCodeResult = typeof SignInWithCodeResult;

export const ResetPasswordResult = resultUnion('ResetPasswordResult', [
  SignedInPayload,
  WrongCodeError,
  WeakPasswordError,
  TooManyAttemptsError,
] as const);
export type ResetPasswordResult = typeof ResetPasswordResult;

export const ChangePasswordResult = resultUnion('ChangePasswordResult', [
  EndedSessionsPayload,
  WrongPasswordError,
  WeakPasswordError,
  TooManyAttemptsError,
] as const);
export type ChangePasswordResult = typeof ChangePasswordResult;

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
