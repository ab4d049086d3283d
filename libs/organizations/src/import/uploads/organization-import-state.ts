import { registerEnumType } from '@nestjs/graphql';

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
