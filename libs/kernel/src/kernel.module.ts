import { type DynamicModule, Global, Module } from '@nestjs/common';
import { readSettings, SETTINGS } from './config/settings.js';
import { Clock } from './time/clock.js';

/** Clock and settings, for everybody. */
@Global()
@Module({
  providers: [Clock, { provide: SETTINGS, useFactory: () => readSettings() }],
  exports: [Clock, SETTINGS],
})
export class KernelModule {
  /** The same with another clock. */
  static with(clock: Clock): DynamicModule {
    const provider = { provide: Clock, useValue: clock };
    return { module: KernelModule, providers: [provider], exports: [provider] };
  }
}
