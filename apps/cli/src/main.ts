import { CliModule } from './cli.module.js';
import { runCommands } from './run-commands.js';

await runCommands(CliModule);
