import { ClientMutations, dataSourceOptions, Transactions } from '@app/database';
import { newId, Outcome, Rollback, UnauthenticatedError } from '@app/kernel';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { type Creation, UseCaseRunner } from './use-case-runner.js';
import { GUEST, Viewer } from './viewer.js';

class Made {
  constructor(
    readonly id: string,
    readonly repeated: boolean,
  ) {}
}

class Full extends Outcome {
  constructor() {
    super('FULL');
  }
}

type MakeResult = Made | Full;

describe('the runner of use cases', () => {
  const viewer = new Viewer(newId());
  let database: TestDatabase;
  let dataSource: DataSource;
  let transactions: Transactions;
  let runner: UseCaseRunner;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(dataSourceOptions(database.url, 4)).initialize();
    transactions = new Transactions(dataSource);
    runner = new UseCaseRunner(transactions, new ClientMutations(transactions));
    await dataSource.query(
      `create table thing (id uuid primary key, name text constraint thing_name unique)`,
    );
  });
  beforeEach(() => dataSource.query(`delete from thing`));
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });

  const insertThing = async (name: string): Promise<string> => {
    const id = newId();
    await transactions.query(`insert into thing (id, name) values ($1, $2)`, [id, name]);
    return id;
  };
  const namesInTable = async (): Promise<string[]> =>
    (await dataSource.query<{ name: string }[]>(`select name from thing order by name`)).map(
      ({ name }) => name,
    );
  const creation = (name: string, clientMutationId: string | null = null): Creation<MakeResult> => ({
    operation: 'makeThing',
    clientMutationId,
    constraints: { thing_name: () => new Full() },
    create: () => insertThing(name),
    present: (id, repeated) => Promise.resolve(new Made(id, repeated)),
  });
  const fullCreation = (name: string, clientMutationId: string | null = null): Creation<MakeResult> => ({
    ...creation(name, clientMutationId),
    create: async () => {
      await insertThing(name);
      throw new Rollback<MakeResult>(new Full());
    },
  });

  it('asks guests to sign in and creates nothing', async () => {
    await expect(runner.runCreation(GUEST, creation('pump'))).rejects.toThrow(UnauthenticatedError);
    expect(await namesInTable()).toEqual([]);
  });

  it('creates once for each key of a person, and presents the same thing to a retry', async () => {
    const first = (await runner.runCreation(viewer, creation('pump', 'key-1'))) as Made;
    const retry = await runner.runCreation(viewer, creation('valve', 'key-1'));
    const other = (await runner.runCreation(new Viewer(newId()), creation('gear', 'key-1'))) as Made;
    expect(retry).toEqual(new Made(first.id, true));
    expect(first.repeated).toBe(false);
    expect(other.id).not.toBe(first.id);
    expect(await namesInTable()).toEqual(['gear', 'pump']);
  });

  it('creates each time without a key', async () => {
    await runner.runCreation(viewer, creation('pump'));
    await runner.runCreation(viewer, creation('valve'));
    expect(await namesInTable()).toEqual(['pump', 'valve']);
  });

  it('undoes a creation that rolls back, gives its outcome and leaves the key unused', async () => {
    expect(await runner.runCreation(viewer, fullCreation('pump', 'key-2'))).toEqual(new Full());
    expect(await namesInTable()).toEqual([]);
    expect(await runner.runCreation(viewer, creation('pump', 'key-2'))).toBeInstanceOf(Made);
  });

  it('gives the outcome of a violated constraint', async () => {
    await runner.runCreation(viewer, creation('pump'));
    expect(await runner.runCreation(viewer, creation('pump'))).toEqual(new Full());
  });

  it('undoes a change that rolls back', async () => {
    const result = await runner.runChange<MakeResult>(async () => {
      await insertThing('pump');
      throw new Rollback<MakeResult>(new Full());
    });
    expect(result).toEqual(new Full());
    expect(await namesInTable()).toEqual([]);
  });

  it('lets a rollback inside another use case undo all of it', async () => {
    const result = await runner.runChange<MakeResult>(async () => {
      await insertThing('valve');
      return runner.runCreation(viewer, fullCreation('pump'));
    });
    expect(result).toEqual(new Full());
    expect(await namesInTable()).toEqual([]);
  });

  it('passes other errors on', async () => {
    const failing = { ...creation('pump'), create: () => Promise.reject(new Error('disk')) };
    await expect(runner.runCreation(viewer, failing)).rejects.toThrow('disk');
  });
});
