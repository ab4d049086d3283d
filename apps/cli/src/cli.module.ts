import { KernelModule } from '@app/kernel';
import { Module } from '@nestjs/common';
import { MigrateCommand } from './migrate/migrate.command.js';
import { StartCommand } from './start/start.command.js';

/** The command line: each command in a folder of its own. */
@Module({
  imports: [KernelModule],
  providers: [StartCommand, MigrateCommand],
})
export class CliModule {}
