import { Access } from '@app/identity';
import { LocalDateScalar } from '@app/kernel';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { TierLevel } from '../../facts/tier-level.js';
import { OrganizationImportState } from './organization-import-state.js';

@ObjectType('ImportCounts', {
  description: 'What a list comes to: counted when checked, done when imported.',
})
@Access('staff')
export class ImportCountsType {
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
export class ImportRowProblemType {
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
export class ImportListColumnType {
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
export class ImportedTierType {
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
