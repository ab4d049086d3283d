import { Transactions } from '@app/database';
import { ImportListJob, ResumeImportsJob } from '@app/organizations';
import { decodeGlobalId } from '@app/kernel';
import { aPerson, aStaffMember, clockOf } from '../../support/builders/identity.js';
import { anOrganizationImport } from '../../support/builders/organization-imports.js';
import { aCreditCode, auditedAbout, organizationsWithCode } from '../../support/builders/organizations.js';
import type { GraphqlClient } from '../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const FIELDS = `... on OrganizationImportPayload { organizationImport {
  id state received rowsRead failure counts { rows created updated unchanged rejected warnings }
  problems { line column message rejected } } }
  ... on OrganizationImportStateError { code currentState }`;
const START = `mutation ($input: StartOrganizationImportInput!) { done: startOrganizationImport(input: $input) {
  ... on OrganizationImportPayload { organizationImport { id state } } } }`;
const PART = `mutation ($input: UploadOrganizationImportPartInput!) { done: uploadOrganizationImportPart(input: $input) { ${FIELDS} } }`;
const RUN = `mutation ($input: RunOrganizationImportInput!) { done: runOrganizationImport(input: $input) { ${FIELDS} } }`;
const ONE = `query ($id: ID!) { done: organizationImport(id: $id) {
  state rowsRead failure counts { rows created unchanged rejected } problems { line message rejected }
  columns { heading readAs droppedBecause examples }
  firstRows { line name region { name } industry { code } tiers { level year } } } }`;

interface List {
  readonly id: string;
  readonly state: string;
  readonly received: number;
  readonly failure: string | null;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly columns: readonly { heading: string; droppedBecause: string | null; examples: string[] }[];
  readonly problems: readonly { line: number; message: string; rejected: boolean }[];
}
interface Done {
  readonly done: { readonly organizationImport: List; readonly currentState?: string };
}

let app: TestApp;
let staff: GraphqlClient;
beforeAll(async () => {
  app = await createTestApp();
  staff = (await aStaffMember(app)).client;
});
afterAll(() => app.close());

const started = async (size: number, clientMutationId?: string) =>
  (await staff.ok<Done>(START, { input: { fileName: '名录.csv', size, clientMutationId } })).done
    .organizationImport;
const part = async (importId: string, position: number, content: Buffer) =>
  (
    await staff.ok<Done>(PART, {
      input: { importId, position, content: content.toString('base64') },
    })
  ).done;
const work = (id: string) =>
  app.get(ImportListJob, { strict: false }).handle({ importId: decodeGlobalId(id).id });
const now = async (id: string) => (await staff.ok<{ done: List }>(ONE, { id })).done;
const partsOf = (id: string) =>
  app
    .get(Transactions)
    .query(`select 1 from organization_import_part where import_id = $1`, [decodeGlobalId(id).id]);

/** A list in two parts, checked by the worker. */
async function checked(text: string): Promise<string> {
  const file = Buffer.from(text);
  const { id } = await started(file.length);
  await part(id, 1, file.subarray(10));
  expect((await part(id, 0, file.subarray(0, 10))).organizationImport.state).toBe('CHECKING');
  await work(id);
  return id;
}

describe('a list that staff upload', () => {
  it('is checked without storing anything, then imported once, with its bad rows told', async () => {
    const code = aCreditCode();
    const id = await checked(
      `企业名称,统一社会信用代码,成立日期,所在地,专精特新级别,认定年度,联系人\n` +
        `杭州新桥机械有限公司,${code},2001-02-30,滨江区,小巨人,2023,张三\n坏行有限公司,123,,,,,\n`,
    );
    const read = await now(id);
    expect(read).toMatchObject({
      state: 'CHECKED',
      rowsRead: 2,
      counts: { rows: 2, created: 1, unchanged: 0, rejected: 1 },
      problems: [
        { line: 2, message: '“2001-02-30”不是有效日期', rejected: false },
        { line: 3, message: '“123”不是18位统一社会信用代码', rejected: true },
      ],
      firstRows: [
        {
          line: 2,
          name: '杭州新桥机械有限公司',
          region: { name: '滨江区' },
          industry: null,
          tiers: [{ level: 'LITTLE_GIANT', year: 2023 }],
        },
      ],
    });
    expect(read.columns.find(({ heading }) => heading === '联系人')).toEqual({
      heading: '联系人',
      readAs: null,
      droppedBecause: '个人信息：未经本人同意不导入，也不保存示例',
      examples: [],
    });
    expect(JSON.stringify(read)).not.toContain('张三');
    expect(await organizationsWithCode(app, code)).toEqual([]);

    const [one, other] = await Promise.all(
      [1, 2].map(() => staff.ok<Done>(RUN, { input: { importId: id } })),
    );
    const states = [one!.done, other!.done].map(
      ({ organizationImport, currentState }) => organizationImport?.state ?? currentState,
    );
    expect(states).toEqual(['IMPORTING', 'IMPORTING']);
    await work(id);
    await work(id);
    expect(await now(id)).toMatchObject({ state: 'IMPORTED', counts: { created: 1, rejected: 1 } });
    expect(await organizationsWithCode(app, code)).toMatchObject([
      { name: '杭州新桥机械有限公司', sourceName: '名录.csv' },
    ]);
    expect(await partsOf(id)).toEqual([]);
    expect(await auditedAbout(app, decodeGlobalId(id).id)).toEqual(['ORGANIZATIONS_IMPORTED']);
  });

  it('fails as a whole when it is no such list, and says why', async () => {
    const id = await checked('甲,乙\n只有,两列而且没有代码\n');
    const failed = await now(id);
    expect(failed).toMatchObject({ state: 'FAILED', counts: null });
    expect(failed.failure).toContain('缺少列');
    expect(await partsOf(id)).toEqual([]);
    expect((await staff.ok<Done>(RUN, { input: { importId: id } })).done.currentState).toBe('FAILED');
  });

  it('brings no addresses and no invisible characters in as names, and tells of those like the platform', async () => {
    const names = ['您的账户已冻结，请登录 evil.example', '甲\u202E厂', '杭州链桥机械有限公司'];
    const rows = names.map((name) => `${name},${aCreditCode()}\n`).join('');
    const { counts, problems } = await now(await checked(`企业名称,统一社会信用代码\n${rows}`));
    expect(counts).toMatchObject({ rows: 3, created: 1, rejected: 2 });
    expect(problems).toEqual([
      { line: 2, message: '名称“您的账户已冻结，请登录 evil.example”中有网址或邮箱地址', rejected: true },
      { line: 3, message: '名称“甲□厂”中有换行等不可见字符', rejected: true },
      {
        line: 4,
        message: '名称“杭州链桥机械有限公司”容易与平台、客服混淆，请核对是否为真实企业',
        rejected: false,
      },
    ]);
  });

  it('is taken up again when its worker died, and given up when that goes on', async () => {
    const clock = clockOf(app);
    const file = Buffer.from('企业名称,统一社会信用代码\n');
    const { id } = await started(file.length);
    await part(id, 0, file);
    const waiting = async () => {
      await app.get(ResumeImportsJob, { strict: false }).handle();
      const rows = await app
        .get(Transactions)
        .query(
          `select 1 from pgboss.job where name = 'import-organization-list' and data->>'importId' = $1`,
          [decodeGlobalId(id).id],
        );
      return rows.length;
    };
    // From the database's side a dead worker is one that began and was never heard of again.
    const reader = app.get(ImportListJob, { strict: false }) as unknown as { read: () => Promise<void> };
    reader.read = () => Promise.reject(new Error('the worker died'));
    for (let died = 1; died <= 5; died++) {
      await expect(work(id)).rejects.toThrow('the worker died');
      expect(await waiting()).toBe(died);
      clock.advance(4 * 60_000);
      expect([await waiting(), await waiting()]).toEqual([died + 1, died + 1]);
      expect((await now(id)).state).toBe('CHECKING');
    }
    await work(id);
    const { state, failure } = await now(id);
    expect([state, failure]).toEqual(['FAILED', expect.stringContaining('5 次意外中断')]);
    clock.advance(4 * 60_000);
    expect(await waiting()).toBe(6);
    delete (reader as Partial<typeof reader>).read;
  });

  it('takes a part again in its place, refuses more than was announced, starts once for an id', async () => {
    const first = await started(8, 'the same');
    expect((await started(8, 'the same')).id).toBe(first.id);
    await part(first.id, 0, Buffer.from('abcd'));
    expect((await part(first.id, 0, Buffer.from('abce'))).organizationImport.received).toBe(4);
    const content = Buffer.from('far too long').toString('base64');
    const refused = await staff.refused(PART, { input: { importId: first.id, position: 1, content } });
    expect(refused.extensions).toMatchObject({ reason: 'IMPORT_TOO_LONG' });
    expect(await partsOf(first.id)).toHaveLength(1);
    const outside = await staff.refused(START, { input: { fileName: '../名录.csv', size: 4 } });
    expect(outside.extensions).toMatchObject({ code: 'BAD_INPUT' });
  });

  it('is for staff: others are refused, and nothing changes', async () => {
    const { id } = await anOrganizationImport(app, 'CHECKED');
    for (const client of [app.asGuest(), (await aPerson(app)).client]) {
      await client.refused(START, { input: { fileName: '名录.csv', size: 4 } });
      await client.refused(PART, { input: { importId: id, position: 0, content: 'YWJjZA==' } });
      await client.refused(RUN, { input: { importId: id } });
      await client.refused(ONE, { id });
    }
    expect((await now(id)).state).toBe('CHECKED');
  });
});
