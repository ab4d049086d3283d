import { resultUnion } from '@app/kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import { WrongPasswordError } from '../authentication/authentication.errors.js';
import { SuccessorNeededError } from './personal-data.errors.js';

@ObjectType({ description: 'All that the platform holds on the person.' })
export class DataExportedPayload {
  @Field({ description: 'The data, as one JSON document.' })
  readonly document: string;

  @Field({ description: 'Name for the file.' })
  readonly fileName: string;

  @Field({ description: 'As of when.' })
  readonly exportedAt: Date;

  constructor(document: string, exportedAt: Date) {
    this.document = document;
    this.fileName = `lianqiao-${exportedAt.toISOString().slice(0, 10)}.json`;
    this.exportedAt = exportedAt;
  }
}

@ObjectType({ description: 'The account is gone and the person is signed out everywhere.' })
export class AccountErasedPayload {
  @Field({ description: 'When it was erased.' })
  readonly erasedAt: Date;

  constructor(erasedAt: Date) {
    this.erasedAt = erasedAt;
  }
}

export const ExportMyDataResult = resultUnion('ExportMyDataResult', [
  DataExportedPayload,
  TooManyAttemptsError,
] as const);
export type ExportMyDataResult = typeof ExportMyDataResult;

export const EraseMyAccountResult = resultUnion('EraseMyAccountResult', [
  AccountErasedPayload,
  SuccessorNeededError,
  WrongPasswordError,
  TooManyAttemptsError,
] as const);
export type EraseMyAccountResult = typeof EraseMyAccountResult;
