import { Clock } from '@app/kernel';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OperationAdmission } from './operation-admission.js';
import { RequestRates } from './request-rates.js';
import { SAFEGUARDS, type Safeguards } from './safeguards.js';
import { SharedRates } from './shared-rates.repository.js';

/** What stands between a request and the use cases, for the front doors that apply it. */
@Module({})
export class SecurityModule implements OnApplicationShutdown {
  constructor(@Optional() @Inject(SharedRates) private readonly shared: SharedRates | null) {}

  static with(safeguards: Safeguards): DynamicModule {
    return {
      module: SecurityModule,
      global: true,
      providers: [
        { provide: SAFEGUARDS, useValue: safeguards },
        {
          provide: RequestRates,
          useFactory: (clock: Clock, shared: SharedRates | null) =>
            new RequestRates(safeguards.rate, clock, shared),
          inject: [Clock, SharedRates],
        },
        {
          provide: SharedRates,
          useFactory: (dataSource: DataSource) =>
            safeguards.rate ? new SharedRates(dataSource, safeguards.rate.dear) : null,
          inject: [DataSource],
        },
        { provide: OperationAdmission, useValue: new OperationAdmission(safeguards.operations) },
      ],
      exports: [SAFEGUARDS, OperationAdmission, RequestRates],
    };
  }

  onApplicationShutdown(): void {
    this.shared?.stop();
  }
}
