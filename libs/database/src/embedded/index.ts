export * from './acquire-database.js';
export { DatabaseUnavailableError } from './explain-failure.js';
export { nodeArguments, SERVER_ARGUMENTS } from './spawn-keeper.js';
