import { newId } from '@app/kernel';
import { type DataSource, In, type Repository } from 'typeorm';
import { findByKeys } from './entity-rows.js';
import { TestLot, withLots } from './pages.spec-support.js';

describe('entities by key', () => {
  let dataSource: DataSource;
  let close: () => Promise<void>;
  let lots: Repository<TestLot>;
  const full = newId();
  const bare = newId();

  beforeAll(async () => {
    ({ dataSource, close } = await withLots());
    lots = dataSource.getRepository(TestLot);
    await lots.insert([
      {
        id: full,
        lotName: '铝合金壳体',
        rank: 7,
        sealed: true,
        priceAmount: '0.0125',
        deliverBy: '2026-12-31',
        closesAt: new Date('2026-12-01T09:30:00.123Z'),
        marks: ['急', '小批量'],
        parts: [{ name: '壳体' }],
        secret: 'never shown',
      },
      { id: bare },
    ]);
  });
  afterAll(() => close());

  it('are read exactly as TypeORM reads them', async () => {
    const byId = (a: TestLot, b: TestLot) => a.id.localeCompare(b.id);
    const ours = (await findByKeys(lots, [full, bare])).sort(byId);
    const theirs = (await lots.findBy({ id: In([full, bare]) })).sort(byId);
    expect(ours).toEqual(theirs);
    const whole = ours.find(({ id }) => id === full)!;
    expect(whole).toBeInstanceOf(TestLot);
    expect(whole.shown).toBe('铝合金壳体 (7)');
    expect(whole.priceAmount).toBe('0.0125');
    expect(whole.deliverBy).toBe('2026-12-31');
    expect(whole.secret).toBeUndefined();
  });

  it('are only those that are there', async () => {
    expect((await findByKeys(lots, [newId(), bare])).map(({ id }) => id)).toEqual([bare]);
    expect(await findByKeys(lots, [])).toEqual([]);
  });

  it('are read inside the running transaction', async () => {
    const added = newId();
    await dataSource.transaction(async (manager) => {
      await manager.getRepository(TestLot).insert({ id: added });
      expect(await findByKeys(manager.getRepository(TestLot), [added])).toHaveLength(1);
      expect(await findByKeys(lots, [added])).toHaveLength(0);
    });
  });
});
