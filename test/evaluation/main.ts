import { KernelModule } from '@app/kernel';
import { Module } from '@nestjs/common';
import { runCommands } from '../../apps/cli/src/run-commands.js';
import { EvalCommand } from './eval.command.js';

/** The evaluation of matching and search on judged collections, as a command line of its own. */
@Module({ imports: [KernelModule], providers: [EvalCommand] })
class EvaluationModule {}

await runCommands(EvaluationModule);
