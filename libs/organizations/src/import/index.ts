export * from './derive-capabilities.job-kind.js';
export * from './import-organizations.js';
export * from './import.texts.js';
export * from './uploads/import-list.job.js';
export * from './uploads/resume-imports.job.js';
export * from './reading/list-file.errors.js';
export * from './rows/column-mapping.js';
export * from './rows/imported-organization.js';
