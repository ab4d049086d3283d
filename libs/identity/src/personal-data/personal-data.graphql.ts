import { defineTexts, encodeGlobalId, Outcome, OutcomeType, resultUnion } from '@app/kernel';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Length } from 'class-validator';
import { WrongPasswordError } from '../authentication/authentication.texts.js';
import { TooManyAttemptsError } from '../security/attempts.texts.js';

@OutcomeType(
  'SuccessorNeededError',
  'The viewer is the only owner of organizations: each needs another owner first.',
)
export class SuccessorNeededError extends Outcome {
  @Field(() => [ID], { description: 'The organizations that need another owner.' })
  readonly organizationIds: string[];

  constructor(organizations: readonly string[]) {
    super('SUCCESSOR_NEEDED', { count: organizations.length });
    this.organizationIds = organizations.map((id) => encodeGlobalId('Organization', id));
  }
}

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

@InputType({ description: 'Asks that the account be erased, which cannot be undone.' })
export class EraseMyAccountInput {
  @Field({ description: 'The current password. A person without one first sets one with resetPassword.' })
  @Length(0, 1000)
  currentPassword!: string;
}

/** The sentences of outcomes about a person's own data. */
defineTexts({
  SUCCESSOR_NEEDED: {
    zh: '您是 {count} 家企业的唯一负责人：请先为其指定其他负责人。',
    en: 'You are the only owner of {count} organization(s): make somebody else an owner of each first.',
  },
});
