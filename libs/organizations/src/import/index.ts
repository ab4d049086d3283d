export * from './organizations-importer.js';
export * from './import.texts.js';
export * from './uploads/organization-import.jobs.js';
export { ListFileError } from './reading/list-row.js';
export * from './rows/column-mapping.js';
export * from './rows/imported-organization.js';
