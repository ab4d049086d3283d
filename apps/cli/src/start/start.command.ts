import { readSettings } from '@app/kernel';
import { Command, CommandRunner } from 'nest-commander';
import { Launcher } from './launcher.js';

/** `start`: runs the whole platform until it is stopped. */
@Command({ name: 'start', description: 'Runs the whole platform: database, API and worker.' })
export class StartCommand extends CommandRunner {
  override async run(): Promise<void> {
    await new Launcher(readSettings(), process.env).run();
  }
}
