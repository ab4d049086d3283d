import { DatabaseFacts } from '@app/database';
import { SETTINGS, type Settings } from '@app/kernel';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { createLogger, LOGGER, WorkLog } from './logger.js';
import { DatabaseMetrics } from './database-metrics.js';
import { PlatformMetrics } from './platform-metrics.js';
import { Readiness, requireDiskSpace } from './readiness.js';
import { Monitor } from './monitor.js';

/** The processes that are watched while they run. */
export type WatchedProcess = 'api' | 'worker';

/** Log, measurements and monitor of one process. */
@Global()
@Module({})
export class TelemetryModule {
  static forRoot(process: WatchedProcess): DynamicModule {
    const logger = {
      provide: LOGGER,
      useFactory: (settings: Settings) => createLogger(settings, process),
      inject: [SETTINGS],
    };
    const monitor = {
      provide: Monitor,
      useFactory: (settings: Settings, metrics: PlatformMetrics, readiness: Readiness) =>
        new Monitor(monitorOptions(settings, process), metrics, readiness),
      inject: [SETTINGS, PlatformMetrics, Readiness],
    };
    const readiness = {
      provide: Readiness,
      useFactory: (facts: DatabaseFacts, { DATA_DIR }: Settings) => {
        const looked = new Readiness(facts);
        looked.addCheck('disk', () => requireDiskSpace(DATA_DIR));
        return looked;
      },
      inject: [DatabaseFacts, SETTINGS],
    };
    const services = [PlatformMetrics, DatabaseMetrics, readiness, WorkLog];
    return {
      module: TelemetryModule,
      providers: [logger, monitor, ...services],
      exports: [LOGGER, Monitor, PlatformMetrics, Readiness],
    };
  }
}

function monitorOptions(settings: Settings, process: WatchedProcess) {
  return {
    host: settings.METRICS_HOST,
    port: process === 'api' ? settings.METRICS_PORT : settings.WORKER_METRICS_PORT,
    token: settings.METRICS_TOKEN,
  };
}
