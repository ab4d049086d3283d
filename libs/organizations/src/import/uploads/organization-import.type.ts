import { Access } from '@app/identity';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
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
