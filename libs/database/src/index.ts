export {
  DATABASE_URL,
  dataSourceOptions,
  LastingClient,
  migrate,
  type PostgresOptions,
} from './data-source.js';
export * from './database-gone.js';
export * from './database.module.js';
export * from './embedded/index.js';
export * from './events/domain-events.js';
export * from './events/event-deliveries.js';
export * from './events/event-relay.js';
export * from './idempotency/client-mutations.js';
export * from './jobs/jobs.js';
export * from './monitoring/database-facts.js';
export * from './pages/entity-rows.js';
export * from './pages/keyset-page.js';
export * from './transactions.js';
export * from './feeds/channel-feed.js';
