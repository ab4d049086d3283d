export * from './logging/logger.js';
export * from './logging/nest-logs.js';
export * from './metrics/platform-metrics.js';
export * from './monitor/monitor.js';
export * from './monitor/readiness.js';
export * from './telemetry.module.js';
