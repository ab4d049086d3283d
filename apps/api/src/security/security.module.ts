import { Clock } from '@app/kernel';
import { type DynamicModule, Module } from '@nestjs/common';
import { RequestRates } from './request-rates.js';
import { SAFEGUARDS, type Safeguards } from './safeguards.js';

/** What stands between a request and the use cases, for the front doors that apply it. */
@Module({})
export class SecurityModule {
  static with(safeguards: Safeguards): DynamicModule {
    return {
      module: SecurityModule,
      global: true,
      providers: [
        { provide: SAFEGUARDS, useValue: safeguards },
        {
          provide: RequestRates,
          useFactory: (clock: Clock) => new RequestRates(safeguards.rate, clock),
          inject: [Clock],
        },
      ],
      exports: [SAFEGUARDS, RequestRates],
    };
  }
}
