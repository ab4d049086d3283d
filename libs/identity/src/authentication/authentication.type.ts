import { resultUnion } from '@app/kernel';
import { registerEnumType } from '@nestjs/graphql';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import { CodeSentPayload } from '../codes/code-sent.type.js';
import { WrongCodeError } from '../codes/codes.errors.js';
import { CodePurpose } from '../codes/one-time-code.entity.js';
import { EndedSessionsPayload } from '../sessions/session.type.js';
import {
  IdentifierTakenError,
  WeakPasswordError,
  WrongCredentialsError,
  WrongPasswordError,
} from './authentication.errors.js';
import { SignedInPayload } from './signed-in.type.js';

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
