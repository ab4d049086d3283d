import { until } from '../embedded/server-fixture.js';
import type { ChildProgram } from './child-program.js';
import type { FaultBed, Fingerprint } from './fault-bed.js';

/** Enterprises of a list: several batches of rows (4,000 each) and of derivation (1,000 each). */
export const LISTED = 5000;

const IMPORT_LOCK = `select count(*) from pg_locks l join pg_database d on d.oid = l.database
  where d.datname = current_database() and l.locktype = 'advisory' and l.objid = 7012`;
const STORED_BYTES = `select pg_relation_size('organization')`;
const DERIVED = 'select count(*) from scope_derivation';
const BUILDING = `select count(*) from search.index_state where building is not null`;
const BUILT_BYTES = `select coalesce(sum(pg_relation_size(c.oid)), 0) from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join search.index_state s on s.building is not null
  where n.nspname = 'search' and c.relkind = 'r' and c.relname like '%\\_' || s.building`;

/** What an undisturbed import leaves: the measure for the disturbed ones. */
export interface Undisturbed {
  readonly path: string;
  readonly fingerprint: Fingerprint;
  readonly bytes: number;
}

/** Imports a list without disturbance, derives, indexes, and remembers what that came to. */
export async function importUndisturbed(bed: FaultBed): Promise<Undisturbed> {
  const path = await bed.list(LISTED);
  await bed.command('import', 'organizations', path, '--wait').success();
  return { path, fingerprint: await bed.fingerprint(), bytes: await bed.number(STORED_BYTES) };
}

/** Waits for a condition while a program runs; fails with what it printed when it ends before. */
async function during(program: ChildProgram, condition: () => Promise<boolean>): Promise<void> {
  await until(async () => program.ended || (await condition()));
  if (program.ended) throw new Error(`ended before it could be killed: ${program.lines}`);
}

/** Kills an import after a share of its rows was written: none of them may stand there, and nobody is barred. */
export async function killImport(bed: FaultBed, { path, bytes }: Undisturbed, share: number): Promise<void> {
  await bed.clear();
  const program = bed.command('import', 'organizations', path);
  await during(program, async () => (await bed.number(STORED_BYTES)) > bytes * share);
  await program.kill();
  await until(async () => (await bed.number(IMPORT_LOCK)) === 0);
  const left = await bed.number('select count(*) from organization');
  const ordered = await bed.number(`select count(*) from pgboss.job where name = 'derive-capabilities'`);
  if (left + ordered > 0) throw new Error(`a killed import left ${left} organizations and ${ordered} jobs`);
}

/** Kills the same command while it derives, once so many enterprises are done. */
export async function killDerivation(bed: FaultBed, { path }: Undisturbed, derived: number): Promise<void> {
  const program = bed.command('import', 'organizations', path, '--wait');
  await during(program, async () => (await bed.number(DERIVED)) >= derived);
  await program.kill();
  const done = await bed.number(DERIVED);
  if (done === 0 || done >= LISTED) throw new Error(`killed beside the derivation, which had done ${done}`);
}

/** Kills the server under an import: the import says so and ends, and none of its rows stands there. */
export async function killServerDuringImport(
  bed: FaultBed,
  { path, bytes }: Undisturbed,
  share: number,
  killServer: () => Promise<void>,
): Promise<void> {
  await bed.clear();
  const program = bed.command('import', 'organizations', path);
  await during(program, async () => (await bed.number(STORED_BYTES)) > bytes * share);
  await killServer();
  await failed(program);
  const left = await bed.number('select count(*) from organization');
  if (left > 0) throw new Error(`an import whose server was killed left ${left} organizations`);
}

/** Kills the server under the same command while it derives. */
export async function killServerDuringDerivation(
  bed: FaultBed,
  { path }: Undisturbed,
  derived: number,
  killServer: () => Promise<void>,
): Promise<void> {
  const program = bed.command('import', 'organizations', path, '--wait');
  await during(program, async () => (await bed.number(DERIVED)) >= derived);
  await killServer();
  await failed(program);
}

/** Waits until a program has given up with an exit code and in few words. */
async function failed(program: ChildProgram): Promise<void> {
  const code = await program.ending();
  const said = program.lines.trim().split('\n');
  if (code !== 1 || said.length > 5) throw new Error(`ended with ${code}, saying: ${program.lines}`);
}

/** Kills a rebuild of the indexes once it has written so much of one beside the live ones. */
export async function killRebuild(bed: FaultBed, bytes: number): Promise<void> {
  const program = bed.command('reindex');
  await during(program, async () => (await bed.number(BUILT_BYTES)) > bytes);
  await program.kill();
}

/** Whether an abandoned rebuild still stands beside a live index. */
export async function halfBuilt(bed: FaultBed): Promise<boolean> {
  return (await bed.number(BUILDING)) > 0;
}

/** Carries the import to its end and gives what it came to. */
export async function importToTheEnd(bed: FaultBed, { path }: Undisturbed): Promise<Fingerprint> {
  await bed.command('import', 'organizations', path, '--wait').success();
  return bed.fingerprint();
}
