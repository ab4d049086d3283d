import { Access } from '@app/identity';
import { Outcome, OutcomeType, resultUnion } from '@app/kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import { OrganizationImportState } from './organization-import-state.js';
import { OrganizationImportType } from './organization-import.type.js';

@OutcomeType('OrganizationImportStateError', 'The state of the list does not allow the step.')
export class OrganizationImportStateError extends Outcome {
  @Field(() => OrganizationImportState, { description: 'Where the list stands now.' })
  readonly currentState: OrganizationImportState;

  constructor(currentState: OrganizationImportState) {
    super('ORGANIZATION_IMPORT_STATE', {}, ['input.importId']);
    this.currentState = currentState;
  }
}

@ObjectType('OrganizationImportPayload', { description: 'The list as it stands now.' })
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
