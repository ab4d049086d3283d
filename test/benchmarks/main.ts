import { KernelModule } from '@app/kernel';
import { Module } from '@nestjs/common';
import { runCommands } from '../../apps/cli/src/run-commands.js';
import { BenchHostileCommand } from './bench-hostile.command.js';
import { BenchHttpCommand } from './bench-http.command.js';
import { BenchIndexCommand } from './bench-index.command.js';
import { BenchMarketCommand } from './bench-market.command.js';
import { BenchMatchCommand } from './bench-match.command.js';
import { BenchMeetingsCommand } from './bench-meetings.command.js';
import { BenchSearchCommand } from './bench-search.command.js';
import { BenchSoakCommand } from './bench-soak.command.js';

/** The benchmarks, each a command; each makes a database of its own and measures beside a baseline in the same run. */
@Module({
  imports: [KernelModule],
  providers: [
    BenchSearchCommand,
    BenchMatchCommand,
    BenchIndexCommand,
    BenchMarketCommand,
    BenchHostileCommand,
    BenchHttpCommand,
    BenchSoakCommand,
    BenchMeetingsCommand,
  ],
})
class BenchmarksModule {}

await runCommands(BenchmarksModule);
