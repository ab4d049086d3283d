import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { MemberRole, PersonalDataRegistry, Users } from '@app/identity';
import { encodeGlobalId } from '@app/kernel';
import {
  aMember,
  anOrganizationRow,
  aPerson,
  aStaffMember,
  PASSWORD,
  type TestPerson,
} from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const EXPORT = `mutation {
  exportMyData { __typename ... on DataExportedPayload { document fileName exportedAt } ... on UserError { code } }
}`;
const ERASE = `mutation ($input: EraseMyAccountInput!) {
  eraseMyAccount(input: $input) {
    __typename ... on SuccessorNeededError { organizationIds } ... on UserError { code message }
  }
}`;
const CHANGE_ROLE = `mutation ($input: ChangeMemberRoleInput!) {
  changeMemberRole(input: $input) { __typename }
}`;
const CONSENT = `mutation ($input: GiveConsentInput!) { giveConsent(input: $input) { __typename } }`;
const REQUEST_CODE = `mutation ($input: RequestCodeInput!) { requestCode(input: $input) { __typename } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;

interface Exported {
  readonly exportMyData: { readonly __typename: string; readonly document: string };
}
interface Erased {
  readonly eraseMyAccount: {
    readonly __typename: string;
    readonly message?: string;
    readonly organizationIds?: readonly string[];
  };
}

describe('a person’s own data', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp();
  });

  afterAll(() => app.close());

  const sql = <Row>(text: string, ...values: unknown[]) => app.get(Transactions).query<Row>(text, values);
  const exported = async (person: TestPerson) =>
    JSON.parse((await person.client.ok<Exported>(EXPORT)).exportMyData.document) as Record<string, object>;
  const erase = async (person: TestPerson, currentPassword = PASSWORD) =>
    (await person.client.ok<Erased>(ERASE, { input: { currentPassword } })).eraseMyAccount;

  /** Every row of the database in which a text stands, as `table: row`. */
  const rowsWith = async (text: string): Promise<string[]> => {
    const tables = await sql<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
    );
    const found = await Promise.all(
      tables.map(async ({ name }) => {
        const rows = await sql<{ row: string }>(
          `select t::text as row from ${name} t where position($1 in t::text) > 0`,
          text,
        );
        return rows.map(({ row }) => `${name}: ${row}`);
      }),
    );
    return found.flat();
  };

  describe('exported', () => {
    it('holds all that the platform has, and no secret', async () => {
      const organization = await anOrganizationRow(app);
      const person = await aMember(app, organization.key, MemberRole.OWNER);
      const input = { purpose: 'NEWS', textVersion: '2026-11-01' };
      await person.client.ok(CONSENT, { input });
      const document = await exported(person);
      expect(document).toMatchObject({
        format: 'lianqiao.personal-data',
        version: 1,
        account: {
          profile: { id: person.user.id, name: '陈薇', locale: 'zh' },
          identifiers: [{ kind: 'PHONE', value: person.phone }],
          sessions: [{ address: '203.0.113.1' }],
          memberships: [{ organizationId: organization.key, role: 'OWNER' }],
        },
        consents: [{ purpose: 'NEWS', act: 'GIVEN', textVersion: '2026-11-01' }],
        organizationClaims: [],
        auditTrail: { done: [{ action: 'OWNER_GRANTED' }] },
      });
      expect(JSON.stringify(document)).not.toMatch(/hash|argon2|token/i);
    });

    it('holds nothing of anybody else', async () => {
      const other = await aPerson(app, { name: '另一人' });
      const text = JSON.stringify(await exported(await aPerson(app)));
      expect(text).not.toContain(other.phone);
      expect(text).not.toContain('另一人');
    });

    it('is logged each time, and given ten times a day', async () => {
      const person = await aPerson(app);
      for (let i = 0; i < 10; i++) await exported(person);
      expect((await person.client.ok<Exported>(EXPORT)).exportMyData.__typename).toBe('TooManyAttemptsError');
      const entries = await app.get(AuditLog).pageEntries({ subjectId: person.user.id }, { first: 50 });
      expect(entries.edges.map(({ node }) => node.action)).toEqual(
        Array.from({ length: 10 }, () => 'PERSONAL_DATA_EXPORTED'),
      );
    });

    it('is for nobody who is not signed in', async () => {
      expect((await app.asGuest().refused(EXPORT)).extensions.reason).toBe('UNAUTHENTICATED');
    });
  });

  describe('erased', () => {
    it('leaves no trace but an id, and the audit log fits together', async () => {
      const organization = await anOrganizationRow(app);
      await aMember(app, organization.key, MemberRole.OWNER);
      const person = await aMember(app, organization.key, MemberRole.OWNER);
      const { id: userId } = person.user;
      const name = '欧阳一去不返';
      await sql('update app_user set name = $2 where id = $1', userId, name);
      await person.client.ok(CONSENT, { input: { purpose: 'NEWS', textVersion: '2026-11-01' } });
      await app.asGuest().ok(REQUEST_CODE, { input: { identifier: person.phone, purpose: 'SIGN_IN' } });
      expect(await rowsWith(person.phone)).toHaveLength(3);
      const before = await app.get(AuditLog).verifyChain();

      expect((await erase(person)).__typename).toBe('AccountErasedPayload');

      for (const trace of [person.phone, name]) expect(await rowsWith(trace)).toEqual([]);
      const [account] = await sql<{ name: string; password_hash: string | null }>(
        'select name, password_hash from app_user where id = $1',
        userId,
      );
      expect(account).toEqual({
        name: expect.stringMatching(/^#[0-9a-f]{8}$/) as string,
        password_hash: null,
      });
      const chain = await app.get(AuditLog).verifyChain();
      expect(chain).toMatchObject({ intact: true, entries: before.entries + 1 });
      const consents = await sql<{ act: string }>(
        'select act from consent_entry where user_id = $1 order by at, id',
        userId,
      );
      expect(consents.map(({ act }) => act)).toEqual(['GIVEN', 'WITHDRAWN']);
    });

    it('ends every session, and lets the number be registered anew by somebody', async () => {
      const person = await aPerson(app);
      await erase(person);
      expect(await person.client.ok('{ me { name } }')).toEqual({ me: null });
      const input = { identifier: person.phone, password: PASSWORD };
      expect(await app.asGuest().ok(SIGN_IN, { input })).toEqual({
        signIn: { __typename: 'WrongCredentialsError' },
      });
      const next = await app
        .get(Users)
        .createVerified({ name: '新主', phone: person.phone, password: PASSWORD, locale: 'zh' });
      expect(next.id).not.toBe(person.user.id);
    });

    it('twice is once: the second time nobody is signed in', async () => {
      const person = await aPerson(app);
      await erase(person);
      const again = await person.client.refused(ERASE, { input: { currentPassword: PASSWORD } });
      expect(again.extensions.reason).toBe('UNAUTHENTICATED');
    });

    it('twice at once is once', async () => {
      const person = await aPerson(app);
      const input = { currentPassword: PASSWORD };
      const answers = await Promise.all([1, 2, 3].map(() => person.client.send<Erased>(ERASE, { input })));
      const done = answers.filter(({ data }) => data?.eraseMyAccount.__typename === 'AccountErasedPayload');
      expect(done).toHaveLength(1);
      const [count] = await sql<{ n: number }>(
        `select count(*)::int as n from audit_entry where action = 'ACCOUNT_ERASED' and subject_id = $1`,
        person.user.id,
      );
      expect(count?.n).toBe(1);
    });

    it('needs the password, and nothing happens without', async () => {
      const person = await aPerson(app);
      expect((await erase(person, 'falsch')).__typename).toBe('WrongPasswordError');
      expect(await person.client.ok('{ me { name identifiers { value } } }')).toEqual({
        me: { name: '陈薇', identifiers: [{ value: person.phone }] },
      });
    });

    it('by a stranger is not possible: a guest is sent away, and others reach only themselves', async () => {
      const input = { currentPassword: PASSWORD };
      expect((await app.asGuest().refused(ERASE, { input })).extensions.reason).toBe('UNAUTHENTICATED');
      const person = await aPerson(app);
      await erase(await aStaffMember(app));
      expect(await person.client.ok('{ me { name } }')).toEqual({ me: { name: '陈薇' } });
    });

    it('needs a successor where the person is the only owner', async () => {
      const organization = await anOrganizationRow(app);
      const owner = await aMember(app, organization.key, MemberRole.OWNER);
      const colleague = await aMember(app, organization.key, MemberRole.EDITOR);
      expect(await erase(owner)).toMatchObject({
        __typename: 'SuccessorNeededError',
        organizationIds: [organization.id],
        message: '您是 1 家企业的唯一负责人：请先为其指定其他负责人。',
      });
      expect(await rowsWith(owner.phone)).not.toEqual([]);
      await owner.client.ok(CHANGE_ROLE, {
        input: { actingOrganizationId: organization.id, memberId: colleague.memberId, role: 'OWNER' },
      });
      expect((await erase(owner)).__typename).toBe('AccountErasedPayload');
      expect((await erase(colleague)).__typename).toBe('SuccessorNeededError');
    });

    it('by two owners at once leaves one of them', async () => {
      const organization = await anOrganizationRow(app);
      const owners = [
        await aMember(app, organization.key, MemberRole.OWNER),
        await aMember(app, organization.key, MemberRole.OWNER),
      ];
      const answers = await Promise.all(owners.map((owner) => erase(owner)));
      expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
        'AccountErasedPayload',
        'SuccessorNeededError',
      ]);
      const left = await sql(
        'select 1 from organization_member where organization_id = $1',
        organization.key,
      );
      expect(left).toHaveLength(1);
    });

    it('takes open claims along, so that nobody is made an owner who has gone', async () => {
      const organization = await anOrganizationRow(app);
      const person = await aPerson(app);
      await sql(
        `insert into organization_claim (id, organization_id, claimant_id, evidence, decision)
         values (gen_random_uuid(), $1, $2, '我是该企业的法定代表人张三', 'PENDING')`,
        organization.key,
        person.user.id,
      );
      expect((await exported(person))['organizationClaims']).toMatchObject([{ decision: 'PENDING' }]);
      await erase(person);
      expect(await rowsWith('张三')).toEqual([]);
    });

    it('shows no name to colleagues and staff afterwards', async () => {
      const organization = await anOrganizationRow(app);
      const owner = await aMember(app, organization.key, MemberRole.OWNER);
      const person = await aMember(app, organization.key, MemberRole.EDITOR);
      await erase(person);
      const node = `{ node(id: "${encodeGlobalId('User', person.user.id)}") { ... on User { name } } }`;
      expect(await owner.client.ok(node)).toEqual({ node: null });
      const seen = await (await aStaffMember(app)).client.ok<{ node: { name: string } }>(node);
      expect(seen.node.name).toMatch(/^#/);
    });
  });

  it('is answered for wherever the database keeps a person’s id', async () => {
    const answeredFor = app
      .get(PersonalDataRegistry)
      .listHolders()
      .flatMap(({ columns }) => columns);
    const columns = await sql<{ place: string }>(
      `select c.table_name || '.' || c.column_name as place from information_schema.columns c
        where c.table_schema = 'public' and c.data_type = 'uuid'
          and (c.column_name ~ '(^|_)(user|actor|person|claimant|author|sender|reader|owner|visitor)_id$'
               or c.column_name ~ '_by(_id)?$' or (c.table_name = 'app_user' and c.column_name = 'id'))
        order by 1`,
    );
    const places = columns.map(({ place }) => place);
    expect(places.filter((place) => !answeredFor.includes(place) && !DECISIONS.includes(place))).toEqual([]);
    expect(answeredFor.filter((place) => !places.includes(place))).toEqual([]);
  });
});

/** Who of the staff decided or checked something: an id, without which the decision would be nobody's. */
const DECISIONS: readonly string[] = [
  'organization_certificate.checked_by',
  'organization_claim.decided_by',
  'organization_fact_history.checked_by',
  'organization_import.started_by',
  'search_synonym.added_by',
  'search_synonym.undone_by',
  'tier_recognition.checked_by',
];
