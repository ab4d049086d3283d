import { onProblem, onWork } from '@app/kernel';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LOGGER, type PlatformLogger } from './logger.js';

/** Writes down what happens outside of requests: jobs, deliveries, and problems that nobody waits for. */
@Injectable()
export class WorkLog implements OnApplicationShutdown {
  private readonly stopHearing: readonly (() => void)[];

  constructor(@Inject(LOGGER) logger: PlatformLogger) {
    this.stopHearing = [
      onProblem(({ area, error }) => logger.error({ area, err: error }, 'problem')),
      onWork(({ area, name, seconds, outcome }) => {
        if (area !== 'JOB' && area !== 'DELIVERY') return;
        const level = outcome === 'FAILED' ? 'warn' : area === 'JOB' ? 'info' : 'debug';
        logger[level]({ work: name, outcome, ms: Math.round(seconds * 1000) }, area.toLowerCase());
      }),
    ];
  }

  onApplicationShutdown(): void {
    this.stopHearing.forEach((stop) => stop());
  }
}
