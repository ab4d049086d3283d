export * from './graphql/nodes.js';
export * from './config/data-file.js';
export * from './config/settings.js';
export * from './errors/domain-error.js';
export * from './values/fact-state.js';
export * from './graphql/access.js';
export * from './graphql/connection.type.js';
export * from './graphql/scalars.js';
export * from './graphql/loader-scope.js';
export * from './graphql/user-error.type.js';
export * from './observation/observed-work.js';
export * from './process/on-stop-request.js';
export {
  cutSubWords,
  cutWords,
  type FoldedText,
  foldText,
  foldWithOrigins,
  keywords,
  toPlainLine,
  toXmlText,
} from './text/fold-text.js';
export * from './text/text-catalogue.js';
export * from './text/public-name.js';
export * from './time/clock.js';
export * from './values/decimal.js';
export * from './kernel.module.js';
