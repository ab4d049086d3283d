import { KernelModule } from '@app/kernel';
import { Module } from '@nestjs/common';
import { BenchHostileCommand } from '../../../test/benchmarks/hostile/bench-hostile.command.js';
import { BenchHttpCommand } from '../../../test/benchmarks/http/bench-http.command.js';
import { BenchIndexCommand } from '../../../test/benchmarks/index/bench-index.command.js';
import { BenchMarketCommand } from '../../../test/benchmarks/market/bench-market.command.js';
import { BenchMatchCommand } from '../../../test/benchmarks/match/bench-match.command.js';
import { BenchMeetingsCommand } from '../../../test/benchmarks/meetings/bench-meetings.command.js';
import { BenchSearchCommand } from '../../../test/benchmarks/search/bench-search.command.js';
import { BenchSoakCommand } from '../../../test/benchmarks/soak/bench-soak.command.js';
import { DemoCommand } from './demo/demo.command.js';
import { EvalCommand } from '../../../test/evaluation/eval.command.js';
import { ImportCommand } from './import/import.command.js';
import { MatchCommand } from './match/match.command.js';
import { MigrateCommand } from './migrate/migrate.command.js';
import { ReindexCommand } from './reindex/reindex.command.js';
import { StaffCommand } from './staff/staff.command.js';
import { StartCommand } from './start/start.command.js';

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
    BenchSearchCommand,
    BenchMatchCommand,
    BenchIndexCommand,
    BenchMarketCommand,
    BenchHostileCommand,
    BenchHttpCommand,
    BenchSoakCommand,
    BenchMeetingsCommand,
    EvalCommand,
  ],
})
export class CliModule {}
