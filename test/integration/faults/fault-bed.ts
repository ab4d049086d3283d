import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INDEX_NAMES, Reconciler, SearchEngine } from '@app/search';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { freePort } from '../../../apps/cli/src/start/free-port.js';
import { PlatformModule } from '../../../apps/cli/src/platform/platform.module.js';
import { aCreditCode } from '../../support/builders/organizations.js';
import { queryOn, until } from '../embedded/server-fixture.js';
import { ChildProgram } from './child-program.js';

const SCOPES = [
  '轴承、齿轮、链条的制造；模具制造、销售',
  '注塑加工；塑料制品制造；五金冲压件加工',
  '生产铝合金压铸件、锌合金压铸件；机械零部件加工',
  '弹簧制造；紧固件制造、销售；标准件批发',
  '电机、减速机、传感器制造；电梯安装、维修',
];

/** What a list and what was derived from it come to, whatever keys the rows were given. */
export interface Fingerprint {
  readonly organizations: number;
  readonly organizationsDigest: string;
  readonly capabilities: number;
  readonly capabilitiesDigest: string;
}

/** An API that serves, in a process of its own. */
export interface RunningApi {
  readonly program: ChildProgram;
  readonly address: string;
  readonly port: number;
}

type IndexName = (typeof INDEX_NAMES)[number];

/** A database that programs are killed on: they reach it by DATABASE_URL, the spec by connections of its own. */
export class FaultBed {
  private app: INestApplicationContext | undefined;
  private readonly programs: ChildProgram[] = [];

  private constructor(
    readonly url: string,
    readonly folder: string,
    private readonly environment: Record<string, string>,
  ) {}

  /** On a database; programs are told of it by an environment, DATABASE_URL unless told otherwise. */
  static async on(url: string, environment?: Record<string, string>): Promise<FaultBed> {
    const folder = await mkdtemp(join(tmpdir(), 'lianqiao-faults-'));
    await chmod(folder, 0o755);
    return new FaultBed(url, folder, environment ?? { DATABASE_URL: url, DATA_DIR: folder });
  }

  async close(): Promise<void> {
    for (const program of this.programs) if (!program.ended) await program.kill();
    await this.app?.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Starts the command line on it. */
  command(...args: string[]): ChildProgram {
    return this.keep(ChildProgram.command(args, this.environment));
  }

  /** Starts a worker on it and waits until it carries work. */
  async worker(): Promise<ChildProgram> {
    const worker = this.keep(ChildProgram.worker(this.environment));
    await until(() => worker.ready || worker.ended);
    if (worker.ended) throw new Error(`the worker ended: ${worker.lines}`);
    return worker;
  }

  /** Starts an API on it and waits until it can serve. */
  async api(wish: { port?: number; drainSeconds?: number } = {}): Promise<RunningApi> {
    const port = wish.port ?? (await freePort(0, '127.0.0.1'));
    const own = {
      PORT: String(port),
      DRAIN_SECONDS: String(wish.drainSeconds ?? 0),
      LOG_LEVEL: 'silent',
      RATE_LIMIT: '0',
    };
    const program = this.keep(ChildProgram.api({ ...this.environment, ...own }));
    const address = `http://127.0.0.1:${port}`;
    await until(async () => program.ended || (await isReady(address)));
    if (program.ended) throw new Error(`the API ended: ${program.lines}`);
    return { program, address, port };
  }

  private keep(program: ChildProgram): ChildProgram {
    this.programs.push(program);
    return program;
  }

  /** The platform in this process, to look at what the others left. */
  async platform(): Promise<INestApplicationContext> {
    this.app ??= await NestFactory.createApplicationContext(
      PlatformModule.forRoot({ databaseUrl: this.url }),
      {
        logger: ['error'],
        abortOnError: false,
      },
    );
    return this.app;
  }

  /** A list of so many enterprises with several capabilities each; gives its path. */
  async list(count: number): Promise<string> {
    const rows = Array.from(
      { length: count },
      (_, i) =>
        `宁波${i}号机械厂,${aCreditCode()},2003-04-15,500,${SCOPES[i % SCOPES.length]},宁波市鄞州区${i}号`,
    );
    const path = join(this.folder, 'list.csv');
    await writeFile(path, ['企业名称,统一社会信用代码,成立日期,注册资本,经营范围,地址', ...rows].join('\n'));
    return path;
  }

  query<Row extends object>(sql: string): Promise<Row[]> {
    return queryOn<Row>(this.url, sql);
  }

  /** One number that a statement gives. */
  async number(sql: string): Promise<number> {
    const [row] = await this.query<{ n: number | string | null }>(`select (${sql}) as n`);
    return Number(row?.n ?? 0);
  }

  /** Forgets all organizations and what came of them. */
  async clear(): Promise<void> {
    await this.query('truncate organization cascade');
    await this.query(`delete from pgboss.job where name in ('derive-capabilities', 'rebuild-indexes')`);
  }

  async fingerprint(): Promise<Fingerprint> {
    const [organizations] = await this.query<{ count: number; digest: string }>(`
      select count(*)::int as count, md5(coalesce(string_agg(md5(concat_ws('|', credit_code, name, region_code, address, founded_on,
               registered_capital_amount, business_scope, source, claim_state, version)), '' order by credit_code), '')) as digest
        from organization`);
    const [capabilities] = await this.query<{ count: number; digest: string }>(`
      select count(*)::int as count, md5(coalesce(string_agg(md5(concat_ws('|', o.credit_code, c.title, c.kind, c.state, c.fact_state,
               c.activity, c.concepts)), '' order by o.credit_code, c.title, c.kind), '')) as digest
        from capability c join organization o on o.id = c.organization_id`);
    return {
      organizations: organizations!.count,
      organizationsDigest: organizations!.digest,
      capabilities: capabilities!.count,
      capabilitiesDigest: capabilities!.digest,
    };
  }

  /** Holds the indexes against PostgreSQL: how many documents each has, when nothing had to be mended. */
  async reconcile(...indexes: IndexName[]): Promise<Record<string, number>> {
    const app = await this.platform();
    const counts: Record<string, number> = {};
    for (const index of indexes) {
      const { missing, outdated, surplus } = await app
        .get(Reconciler, { strict: false })
        .reconcileIndex(index);
      if (missing + outdated + surplus > 0)
        throw new Error(`${index}: ${missing} missing, ${outdated} outdated, ${surplus} surplus`);
      counts[index] = await this.documents(index);
    }
    return counts;
  }

  /** How many documents an index finds. */
  async documents(index: IndexName): Promise<number> {
    const engine = (await this.platform()).get(SearchEngine, { strict: false });
    return (await engine.search({ index, page: 1, hitsPerPage: 1 })).total;
  }
}

/** Whether an API says that it can serve. */
export function isReady(address: string): Promise<boolean> {
  return fetch(`${address}/health/ready`).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** What a fault test tried and found. */
export interface FaultFigures {
  readonly what: string;
  readonly tried: number;
  readonly lost: number;
  readonly doubled: number;
}

/** Says on standard error what a fault test tried and found, so that it stands in the log of the run. */
export function report(what: string, tried: number, lost: number, doubled: number): FaultFigures {
  process.stderr.write(`${what}: ${tried} tried, ${lost} lost, ${doubled} doubled\n`);
  return { what, tried, lost, doubled };
}
