export {
  DATABASE_URL,
  databaseGone,
  dataSourceOptions,
  LastingClient,
  migrate,
  outliveLostDatabase,
  type PostgresOptions,
} from './data-source.js';
export * from './database.module.js';
export * from './embedded/index.js';
export * from './events/domain-events.js';
export * from './events/event-deliveries.js';
export * from './events/event-relay.js';
export * from './transactions.js';
export * from './events/jobs.js';
export * from './events/database-facts.js';
export * from './pages/entity-rows.js';
export * from './pages/keyset-page.js';
export * from './events/channel-feed.js';
