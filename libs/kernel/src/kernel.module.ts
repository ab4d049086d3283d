import { Global, Module } from '@nestjs/common';
import { readSettings, SETTINGS } from './config/settings.js';
import { Clock } from './time/clock.js';

/** Clock and settings, for everybody. */
@Global()
@Module({
  providers: [Clock, { provide: SETTINGS, useFactory: () => readSettings() }],
  exports: [Clock, SETTINGS],
})
export class KernelModule {}
