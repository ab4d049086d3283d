import { CapabilityDerivationService } from '@app/capabilities';
import { newId } from '@app/kernel';
import { aCreditCode } from '../../support/builders/organizations.js';
import { ImportFixture } from './import-fixture.js';

const HEADER = '企业名称,统一社会信用代码,经营范围';
const SCOPES = ['轴承、齿轮的制造。', '注塑加工；模具制造', '生产铝合金压铸件、冲压件', '五金销售；弹簧制造'];

interface StoredCapability {
  readonly id: string;
  readonly organization: string;
  readonly title: string;
}

describe('deriving capabilities from imported scopes', () => {
  let fixture: ImportFixture;
  let derive: CapabilityDerivationService;
  beforeAll(async () => {
    fixture = await ImportFixture.open();
    derive = fixture.app.get(CapabilityDerivationService, { strict: false });
  });
  afterAll(() => fixture.close());
  beforeEach(() => fixture.clear());

  /** Imports so many enterprises with scopes of their own. */
  async function importScopes(count: number): Promise<void> {
    const rows = Array.from(
      { length: count },
      (_, i) => `${i}号厂,${aCreditCode()},${SCOPES[i % SCOPES.length]}`,
    );
    await fixture.import(await fixture.file('list.csv', [HEADER, ...rows].join('\n')));
  }

  const capabilities = () =>
    fixture.query<StoredCapability>(`
      select c.id, o.name as organization, c.title from capability c join organization o on o.id = c.organization_id
       order by o.name, c.title, c.id`);

  it('infers one for each thing, published and never declared', async () => {
    await importScopes(1);
    expect(await derive.derivePending()).toEqual({ organizations: 1, capabilities: 2 });
    expect(
      await fixture.query(
        'select title, kind, state, fact_state, activity, source_phrase from capability order by title',
      ),
    ).toEqual(
      ['轴承', '齿轮'].map((title) => ({
        title,
        kind: 'PRODUCT',
        state: 'PUBLISHED',
        fact_state: 'INFERRED',
        activity: 'MAKES',
        source_phrase: title,
      })),
    );
  });

  it('finds nothing to do the second time', async () => {
    await importScopes(20);
    const first = await derive.derivePending();
    const before = await capabilities();
    expect(before).toHaveLength(first.capabilities);
    expect(await derive.derivePending()).toEqual({ organizations: 0, capabilities: 0 });
    expect(await capabilities()).toEqual(before);
  });

  it('goes on where it was stopped between two batches, and comes to the same as undisturbed', async () => {
    await importScopes(2500);
    const stopped = derive.derivePending((organizations) => {
      if (organizations >= 1000) throw new Error('the worker is gone');
    });
    await expect(stopped).rejects.toThrow('the worker is gone');
    const half = (await capabilities()).length;
    expect(half).toBeGreaterThan(0);
    expect(await derive.derivePending()).toMatchObject({ organizations: 1500 });
    const resumed = await capabilities();
    expect(resumed.length).toBeGreaterThan(half);

    await fixture.query('truncate scope_derivation');
    await fixture.query('delete from capability');
    expect(await derive.derivePending()).toEqual({ organizations: 2500, capabilities: resumed.length });
    expect(await capabilities()).toEqual(resumed);
  });

  it('shares the work when two are at it, and doubles nothing', async () => {
    await importScopes(2500);
    const outcomes = await Promise.all([derive.derivePending(), derive.derivePending()]);
    expect(outcomes[0].organizations + outcomes[1].organizations).toBe(2500);
    const ids = (await capabilities()).map(({ id }) => id);
    expect(ids).toHaveLength(outcomes[0].capabilities + outcomes[1].capabilities);
  });

  it('replaces what a changed scope said, and nothing that somebody declared', async () => {
    const code = aCreditCode();
    const list = (scope: string) => fixture.file('list.csv', `${HEADER}\n甲厂,${code},${scope}`);
    await fixture.import(await list('轴承、齿轮的制造'));
    await derive.derivePending();
    const [kept] = (await capabilities()).filter(({ title }) => title === '齿轮');
    await fixture.query(
      `insert into capability (id, organization_id, kind, state, title, concepts, fact_state)
       select $1, id, 'PRODUCT', 'PUBLISHED', '我们的丝杠', '[]', 'DECLARED' from organization`,
      [newId()],
    );
    await fixture.import(await list('齿轮、弹簧的制造'));
    expect(await derive.derivePending()).toEqual({ organizations: 1, capabilities: 2 });
    const now = await capabilities();
    expect(now.map(({ title }) => title).sort()).toEqual(['弹簧', '我们的丝杠', '齿轮']);
    expect(now.find(({ title }) => title === '齿轮')?.id).toBe(kept?.id);
  });

  it('leaves claimed profiles and those without a scope alone', async () => {
    await importScopes(2);
    await fixture.query(`update organization set claim_state = 'CLAIMED' where name = '0号厂'`);
    await fixture.import(
      await fixture.file('bare.csv', `企业名称,统一社会信用代码\n无名厂,${aCreditCode()}`),
    );
    expect(await derive.derivePending()).toMatchObject({ organizations: 1 });
    expect(new Set((await capabilities()).map(({ organization }) => organization))).toEqual(
      new Set(['1号厂']),
    );
  });

  describe('by a vocabulary that has changed', () => {
    const stored = () =>
      fixture.query<{ title: string; concepts: { conceptId: string }[]; version: number }>(
        'select title, concepts, version from capability order by title',
      );
    const byAnother = () => fixture.query(`update scope_derivation set vocabulary = 'another'`);

    it('derives anew what is of another one, and bumps only what came out otherwise', async () => {
      await importScopes(1);
      await derive.derivePending();
      const before = await stored();
      await byAnother();
      await fixture.query(`update capability set concepts = '[]' where title = '轴承'`);
      expect(await derive.derivePending()).toEqual({ organizations: 0, capabilities: 0 });
      expect(await derive.countDerivations()).toMatchObject({ derived: 1, outdated: 1 });

      expect(await derive.deriveAnew()).toEqual({ organizations: 1, capabilities: 2 });
      expect(await stored()).toEqual(
        before.map((row) => ({ ...row, version: row.title === '轴承' ? row.version + 1 : row.version })),
      );
      expect(await derive.countDerivations()).toMatchObject({ derived: 1, outdated: 0 });
      expect(await derive.deriveAnew()).toEqual({ organizations: 0, capabilities: 0 });
    });

    it('goes on where it was stopped', async () => {
      await importScopes(1500);
      await derive.derivePending();
      await byAnother();
      const stopped = derive.deriveAnew(() => {
        throw new Error('the worker is gone');
      });
      await expect(stopped).rejects.toThrow('the worker is gone');
      expect(await derive.countDerivations()).toMatchObject({ derived: 1500, outdated: 500 });
      expect(await derive.deriveAnew()).toMatchObject({ organizations: 500 });
    });

    it('leaves alone what the supplier made its own', async () => {
      await importScopes(1);
      await derive.derivePending();
      await byAnother();
      await fixture.query(
        `update capability set fact_state = 'DECLARED', concepts = '[]' where title = '轴承'`,
      );
      await derive.deriveAnew();
      expect((await stored()).find(({ title }) => title === '轴承')?.concepts).toEqual([]);
    });
  });
});
