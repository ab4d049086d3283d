export * from './acquire-database.js';
export * from './database-unavailable.error.js';
export * from './node-arguments.js';
