export {
  createLogger,
  describeError,
  type LoggedError,
  LOGGER,
  NestLogs,
  type PlatformLogger,
  readableLine,
  scrub,
} from './logger.js';
export * from './platform-metrics.js';
export * from './monitor.js';
export * from './readiness.js';
export * from './telemetry.module.js';
