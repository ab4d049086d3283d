import { renderText } from '@app/kernel';
import type { ListFileError } from '@app/organizations';
import { aCreditCode } from '../../support/builders/organizations.js';
import { ImportFixture } from './import-fixture.js';

const HEADER = '企业名称,统一社会信用代码,成立日期,注册资本,经营范围,注册地址';

describe('importing a list', () => {
  let fixture: ImportFixture;
  beforeAll(async () => {
    fixture = await ImportFixture.open();
  });
  afterAll(() => fixture.close());
  beforeEach(() => fixture.clear());

  const list = async (...rows: string[]) => fixture.file('list.csv', [HEADER, ...rows].join('\n'));
  const many = async (count: number) =>
    list(...Array.from({ length: count }, (_, i) => `${i}号厂,${aCreditCode()},2003-04-15,500,模具制造,`));
  const count = async () => (await fixture.organizations()).length;

  it('again changes nothing and orders nothing', async () => {
    const path = await many(50);
    expect(await fixture.import(path)).toMatchObject({ rows: 50, created: 50, updated: 0, unchanged: 0 });
    const before = await fixture.organizations();
    expect(await fixture.import(path)).toMatchObject({ rows: 50, created: 0, updated: 0, unchanged: 50 });
    expect(await fixture.organizations()).toEqual(before);
    expect(await fixture.orderedDerivations()).toBe(1);
  });

  it('updates what differs and keeps what a later list does not say', async () => {
    const code = aCreditCode();
    await fixture.import(
      await list(`甲厂,${code},2003-04-15,500,模具制造,宁波市1号`, `乙厂,${aCreditCode()},,,,`),
    );
    const report = await fixture.import(await list(`甲新厂,${code},,600,,`));
    expect(report).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    const [other, renamed] = await fixture.organizations();
    expect(renamed).toMatchObject({
      name: '甲新厂',
      founded_on: '2003-04-15',
      registered_capital_amount: '6000000',
      business_scope: '模具制造',
      address: '宁波市1号',
      version: 2,
    });
    expect(other).toMatchObject({ name: '乙厂', version: 1 });
  });

  it('does not touch a profile that somebody has claimed', async () => {
    const code = aCreditCode();
    await fixture.import(await list(`甲厂,${code},2003-04-15,500,模具制造,`));
    await fixture.query(`update organization set claim_state = 'CLAIMED', business_scope = '我们自己写的'`);
    const before = await fixture.organizations();
    expect(await fixture.import(await list(`别的厂,${code},2010-01-01,900,五金批发,`))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 1,
      rejected: 0,
    });
    expect(await fixture.organizations()).toEqual(before);
  });

  it('adds recognitions as imported, once per level and year, and none to a claimed profile', async () => {
    const [code, claimed] = [aCreditCode(), aCreditCode()];
    const wide = (name: string, ...rows: string[]) =>
      fixture.file(name, ['企业名称,统一社会信用代码,专精特新级别,认定年度,认定批次', ...rows].join('\n'));
    const tiers = () =>
      fixture.query(`select o.name, t.level, t.year, t.batch, t.fact_state, t.evidence
        from tier_recognition t join organization o on o.id = t.organization_id order by t.year`);
    await fixture.import(await list(`乙厂,${claimed},,,,`));
    await fixture.query(`update organization set claim_state = 'CLAIMED'`);
    const first = await wide('2023.csv', `甲厂,${code},专精特新,2023,第五批`, `乙厂,${claimed},小巨人,2023,`);
    expect(await fixture.import(first)).toMatchObject({ created: 1, updated: 0, unchanged: 1 });
    expect(await fixture.import(first)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const second = await wide('2024.csv', `甲厂,${code},专精特新、小巨人,2023、2024,`);
    expect(await fixture.import(second)).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    const imported = { name: '甲厂', fact_state: 'IMPORTED' };
    expect(await tiers()).toEqual([
      { ...imported, level: 'SPECIALIZED', year: 2023, batch: '第五批', evidence: '2023.csv' },
      { ...imported, level: 'LITTLE_GIANT', year: 2024, batch: null, evidence: '2024.csv' },
    ]);
    expect((await fixture.organizations()).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('as a preview says the same and stores nothing', async () => {
    const known = aCreditCode();
    await fixture.import(await list(`甲厂,${known},,,,`));
    await fixture.query(`delete from pgboss.job where name = 'derive-capabilities'`);
    const before = await fixture.organizations();
    const path = await list(`甲厂,${known},2003-04-15,,,`, `乙厂,${aCreditCode()},,,,`, '丙厂,bad,昨天,,,');
    const said = await fixture.import(path, { preview: true });
    expect(said).toMatchObject({ rows: 3, created: 1, updated: 1, unchanged: 0, rejected: 1 });
    expect(await fixture.organizations()).toEqual(before);
    expect(await fixture.orderedDerivations()).toBe(0);
    expect(await fixture.import(path)).toEqual(said);
  });

  it('while another import runs is refused, and the other one goes on', async () => {
    const paths = await Promise.all(
      ['a.csv', 'b.csv'].map((name) =>
        fixture.file(
          name,
          [HEADER, ...Array.from({ length: 9000 }, (_, i) => `${i}号厂,${aCreditCode()},,,,`)].join('\n'),
        ),
      ),
    );
    const ends = await Promise.allSettled(paths.map((path) => fixture.import(path)));
    const [refused] = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as ListFileError] : []));
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(renderText('en', refused!.code)).toBe('Another import is running; try again when it has ended.');
    expect(await count()).toBe(9000);
    for (const path of paths) await fixture.import(path);
    expect(await count()).toBe(18_000);
  });

  it('that fails on the way leaves nothing behind and bars nobody', async () => {
    const path = await many(9000);
    const fails = (rows: number) => {
      if (rows > 4000) throw new Error('the machine fails');
    };
    await expect(fixture.import(path, { onProgress: fails })).rejects.toThrow('the machine fails');
    expect(await count()).toBe(0);
    expect(await fixture.orderedDerivations()).toBe(0);
    expect(await fixture.import(path)).toMatchObject({ created: 9000 });
  });

  it('onto a full disk says so and leaves everything whole', async () => {
    await fixture.import(await list(`甲厂,${aCreditCode()},,,,`));
    const before = await fixture.organizations();
    const path = await many(9000);
    await fixture.query(`
      create function fill_disk() returns trigger language plpgsql as $$ begin
        if new.name = '8000号厂' then raise exception 'could not extend file: No space left on device' using errcode = '53100'; end if;
        return new; end $$`);
    await fixture.query(
      'create trigger fill_disk before insert on organization for each row execute function fill_disk()',
    );
    expect(await fixture.refusalOf(path)).toBe('The disk is full; nothing was imported.');
    await fixture.query('drop function fill_disk cascade');
    expect(await fixture.organizations()).toEqual(before);
    expect(await fixture.import(path)).toMatchObject({ created: 9000 });
  });

  it('tells how far it is, batch by batch', async () => {
    const told: number[] = [];
    await fixture.import(await many(9000), { onProgress: (rows) => told.push(rows) });
    expect(told).toEqual([4000, 8000, 9000]);
  });
});
