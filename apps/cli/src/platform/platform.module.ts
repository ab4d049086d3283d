import { AuditModule } from '@app/audit';
import { DatabaseModule } from '@app/database';
import { IdentityModule } from '@app/identity';
import { KernelModule } from '@app/kernel';
import { NotificationsModule } from '@app/notifications';
import { type DynamicModule, Module } from '@nestjs/common';

/** Every library's services, for commands that work on the platform itself. */
@Module({})
export class PlatformModule {
  static forRoot(options: { databaseUrl: string }): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        KernelModule,
        DatabaseModule.forRoot({ url: options.databaseUrl, runsJobs: false, poolSize: 5 }),
        AuditModule,
        IdentityModule,
        NotificationsModule,
      ],
    };
  }
}
