import { KernelModule, readSettings } from '@app/kernel';
import { Module } from '@nestjs/common';
import { Command, CommandRunner } from 'nest-commander';
import { DemoCommand } from './commands/demo.command.js';
import { ImportCommand } from './commands/import.command.js';
import { MatchCommand } from './commands/match.command.js';
import { MigrateCommand } from './commands/migrate.command.js';
import { ReindexCommand } from './commands/reindex.command.js';
import { StaffCommand } from './commands/staff.command.js';
import { Launcher } from './start/launcher.js';

/** `start`: runs the whole platform until it is stopped. */
@Command({ name: 'start', description: 'Runs the whole platform: database, API and worker.' })
class StartCommand extends CommandRunner {
  override async run(): Promise<void> {
    await new Launcher(readSettings(), process.env).run();
  }
}

/** The command line: each command in a folder of its own. */
@Module({
  imports: [KernelModule],
  providers: [
    StartCommand,
    MigrateCommand,
    DemoCommand,
    ImportCommand,
    MatchCommand,
    ReindexCommand,
    StaffCommand,
  ],
})
export class CliModule {}
