import { Access } from '@app/identity';
import { LocalDateScalar, Outcome, OutcomeType, resultUnion } from '@app/kernel';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsBase64, IsInt, IsOptional, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { TierLevel } from '../../profiles/organization.enums.js';

/** Where an uploaded list stands. */
export enum OrganizationImportState {
  UPLOADING = 'UPLOADING',
  CHECKING = 'CHECKING',
  CHECKED = 'CHECKED',
  IMPORTING = 'IMPORTING',
  IMPORTED = 'IMPORTED',
  FAILED = 'FAILED',
}

registerEnumType(OrganizationImportState, {
  name: 'OrganizationImportState',
  description: 'Where an uploaded list of organizations stands.',
  valuesMap: {
    UPLOADING: { description: 'Parts of the file are still to come.' },
    CHECKING: { description: 'The worker reads it and counts what would happen; nothing is stored.' },
    CHECKED: { description: 'It is known what would happen; staff decide whether to import it.' },
    IMPORTING: { description: 'The worker imports it, all of it or nothing.' },
    IMPORTED: { description: 'Its good rows are imported.' },
    FAILED: { description: 'The file as a whole cannot be read; nothing was imported.' },
  },
});

/** Largest list, in bytes: some hundred thousand rows. */
const MOST_BYTES = 50_000_000;
/** Longest part in base64: 512 KiB. */
const LONGEST_PART = 700_000;
const MOST_PARTS = 1000;

@InputType({ description: 'A list that is going to be uploaded in parts.' })
export class StartOrganizationImportInput {
  @Field({ description: 'Name of the file, without folders.' })
  @Length(1, 200)
  @Matches(/^[^/\\\p{Cc}]*[^/\\\p{Cc}.][^/\\\p{Cc}]*$/u)
  fileName!: string;

  @Field(() => Int, { description: 'Bytes of the file, at most 50 million.' })
  @IsInt()
  @Min(1)
  @Max(MOST_BYTES)
  size!: number;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id starts once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({ description: 'A part of a list.' })
export class UploadOrganizationImportPartInput {
  @Field(() => ID, { description: 'The list.' })
  importId!: string;

  @Field(() => Int, { description: 'Which part, from 0; the same part again takes its place.' })
  @IsInt()
  @Min(0)
  @Max(MOST_PARTS)
  position!: number;

  @Field({ description: 'Its bytes in base64, at most 512 KiB of them.' })
  @MaxLength(LONGEST_PART)
  @IsBase64()
  content!: string;
}

@InputType({ description: 'A list that was checked and is to be imported.' })
export class RunOrganizationImportInput {
  @Field(() => ID, { description: 'The list.' })
  importId!: string;
}

@ObjectType('ImportCounts', {
  description: 'What a list comes to: counted when checked, done when imported.',
})
@Access('staff')
class ImportCountsType {
  @Field(() => Int, { description: 'Rows below the header.' })
  rows!: number;

  @Field(() => Int, { description: 'Organizations that are new.' })
  created!: number;

  @Field(() => Int, { description: 'Unclaimed profiles that differ.' })
  updated!: number;

  @Field(() => Int, { description: 'Organizations that stay as they are, claimed ones too.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Rows that cannot be taken.' })
  rejected!: number;

  @Field(() => Int, { description: 'Cells that are left out.' })
  warnings!: number;
}

@ObjectType('ImportRowProblem', { description: 'What is wrong with a row of a list.' })
@Access('staff')
class ImportRowProblemType {
  @Field(() => Int, { description: 'Line of the file, from 1.' })
  line!: number;

  @Field(() => String, { nullable: true, description: 'The column, as the import knows it.' })
  column!: string | null;

  @Field({ description: 'Why, in the reader’s language.' })
  message!: string;

  @Field({ description: 'Whether the row cannot be taken; otherwise only the cell is left out.' })
  rejected!: boolean;
}

@ObjectType('ImportListColumn', { description: 'A column of a list and what becomes of it.' })
@Access('staff')
class ImportListColumnType {
  @Field(() => Int, { description: 'Place in the list, from 1.' })
  position!: number;

  @Field({ description: 'Its heading in the list.' })
  heading!: string;

  @Field(() => String, { nullable: true, description: 'What it is read as; null when it is dropped.' })
  readAs!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is dropped, in the reader’s language; null when it is read.',
  })
  droppedBecause!: string | null;

  @Field(() => [String], { description: 'Some of its cells, at most 3; none of personal data.' })
  examples!: readonly string[];
}

@ObjectType('ImportedTier', { description: 'A recognition that a list states.' })
@Access('staff')
class ImportedTierType {
  @Field(() => TierLevel, { description: 'The tier.' })
  level!: TierLevel;

  @Field(() => Int, { description: 'Year of the recognition.' })
  year!: number;

  @Field(() => String, { nullable: true, description: 'Batch of the recognition.' })
  batch!: string | null;
}

@ObjectType('ImportUnderstoodRow', { description: 'A row of a list as the import understood it.' })
@Access('staff')
export class ImportUnderstoodRowType {
  @Field(() => Int, { description: 'Line of the file, from 1.' })
  line!: number;

  @Field({ description: 'Name of the organization.' })
  name!: string;

  @Field({ description: 'Its unified social credit code.' })
  creditCode!: string;

  @Field(() => String, { nullable: true, description: 'Its address.' })
  address!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was founded.' })
  foundedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Its business scope, its first 200 characters.' })
  businessScope!: string | null;

  @Field(() => [ImportedTierType], { description: 'Its recognitions.' })
  tiers!: readonly ImportedTierType[];
}

@ObjectType('OrganizationImport', {
  description: 'A list of organizations that staff uploaded, to be checked and then imported.',
})
@Access('staff')
export class OrganizationImportType {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field({ description: 'Name of the file.' })
  fileName!: string;

  @Field(() => Int, { description: 'Bytes of the file.' })
  size!: number;

  @Field(() => Int, { description: 'Bytes that have arrived.' })
  received!: number;

  @Field(() => OrganizationImportState, { description: 'Where it stands.' })
  state!: OrganizationImportState;

  @Field(() => Int, { description: 'Rows read so far, while it is checked or imported.' })
  rowsRead!: number;

  @Field(() => ImportCountsType, {
    nullable: true,
    description: 'What it comes to; null until it is checked.',
  })
  counts!: ImportCountsType | null;

  @Field(() => [ImportListColumnType], {
    description: 'Its columns, read and dropped; empty until it is checked.',
  })
  columns!: readonly ImportListColumnType[];

  @Field(() => [ImportUnderstoodRowType], {
    description: 'Its first rows as they were understood, at most 5; empty until it is checked.',
  })
  firstRows!: readonly ImportUnderstoodRowType[];

  @Field(() => [ImportRowProblemType], { description: 'The first problems of its rows, at most 200.' })
  problems!: readonly ImportRowProblemType[];

  @Field(() => String, {
    nullable: true,
    description: 'Why it failed or could not be imported yet, in the reader’s language.',
  })
  failure!: string | null;

  @Field({ description: 'When the upload began.' })
  startedAt!: Date;
}

@OutcomeType('OrganizationImportStateError', 'The state of the list does not allow the step.')
export class OrganizationImportStateError extends Outcome {
  @Field(() => OrganizationImportState, { description: 'Where the list stands now.' })
  readonly currentState: OrganizationImportState;

  constructor(currentState: OrganizationImportState) {
    super('ORGANIZATION_IMPORT_STATE', {}, ['input.importId']);
    this.currentState = currentState;
  }
}

@ObjectType('OrganizationImportPayload', { description: 'The list in its current state.' })
@Access('staff')
export class OrganizationImportPayload {
  @Field(() => OrganizationImportType, { description: 'The list.' })
  readonly organizationImport: OrganizationImportType;

  constructor(organizationImport: OrganizationImportType) {
    this.organizationImport = organizationImport;
  }
}

export const StartOrganizationImportResult = resultUnion('StartOrganizationImportResult', [
  OrganizationImportPayload,
] as const);
export type StartOrganizationImportResult = typeof StartOrganizationImportResult;

export const UploadOrganizationImportPartResult = resultUnion('UploadOrganizationImportPartResult', [
  OrganizationImportPayload,
  OrganizationImportStateError,
] as const);
export type UploadOrganizationImportPartResult = typeof UploadOrganizationImportPartResult;

export const RunOrganizationImportResult = resultUnion('RunOrganizationImportResult', [
  OrganizationImportPayload,
  OrganizationImportStateError,
] as const);
export type RunOrganizationImportResult = typeof RunOrganizationImportResult;
