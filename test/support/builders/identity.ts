import { Memberships, MemberRole, Sessions, type User, Users } from '@app/identity';
import { Transactions } from '@app/database';
import { Clock, encodeGlobalId, type Locale, newId } from '@app/kernel';
import type { GraphqlClient } from '../graphql-client.js';
import type { TestApp } from '../test-app.js';

/** A password that every person of the tests has unless told otherwise. */
export const PASSWORD = '西湖醋鱼 2025';

/** A registered person with a session, and a client that carries it. */
export interface TestPerson {
  readonly user: User;
  readonly id: string;
  /** The identifier to sign in with, as stored. */
  readonly phone: string;
  readonly token: string;
  readonly client: GraphqlClient;
}

let numbers = 0;

/** A mobile number that no other test of this process uses, in E.164. */
export function aPhone(): string {
  return `+8613${String(100_000_000 + ++numbers)}`;
}

/** A person who has registered and is signed in. */
export async function aPerson(
  app: TestApp,
  wish: { name?: string; email?: string; password?: string; locale?: Locale; staff?: boolean } = {},
): Promise<TestPerson> {
  const phone = aPhone();
  const { name = '陈薇', password = PASSWORD, locale = 'zh', email, staff } = wish;
  const user = await app.get(Users).createVerified({ name, phone, email, password, locale, staff });
  const { token } = await app.get(Sessions).openSession(user.id, '203.0.113.1');
  return { user, id: encodeGlobalId('User', user.id), phone, token, client: app.withToken(token) };
}

/** A person who belongs to the platform's staff. */
export function aStaffMember(app: TestApp): Promise<TestPerson> {
  return aPerson(app, { name: '平台管理员', staff: true });
}

/** A new person who belongs to an organization in a role. */
export async function aMember(
  app: TestApp,
  organizationId: string,
  role: MemberRole,
): Promise<TestPerson & { memberId: string }> {
  const person = await aPerson(app);
  const memberships = app.get(Memberships);
  if (role === MemberRole.OWNER) await memberships.grantOwner(organizationId, person.user.id);
  const { id } = await memberships.addMember(organizationId, person.user.id, role);
  return { ...person, memberId: encodeGlobalId('OrganizationMember', id) };
}

/** A message that waits for the worker. */
export interface WaitingMessage {
  readonly channel: string;
  readonly recipient: string;
  readonly template: string;
  readonly locale: Locale;
  readonly params: Record<string, string | number>;
}

/** The messages that wait for the worker, for a number or address, the newest last. */
export function messagesTo(app: TestApp, recipient: string): Promise<WaitingMessage[]> {
  return app
    .get(Transactions)
    .query<WaitingMessage>(
      'select channel, recipient, template, locale, params from outgoing_message where recipient = $1 order by id',
      [recipient],
    );
}

/** The code in the newest message to a number or address. */
export async function codeSentTo(app: TestApp, recipient: string): Promise<string> {
  const code = (await messagesTo(app, recipient)).at(-1)?.params['code'];
  if (!code) throw new Error(`no code was sent to ${recipient}`);
  return String(code);
}

/** Another six digits than these. */
export function wrongCode(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}

/** The clock of the application, to be moved forward; it keeps running. */
export function clockOf(app: TestApp): { advance(milliseconds: number): void } {
  const clock = app.get(Clock);
  let ahead = 0;
  clock.now = () => new Date(Date.now() + ahead);
  return { advance: (milliseconds) => void (ahead += milliseconds) };
}

/** The bare row of an organization: its key, as the database knows it, and its global id. */
export async function anOrganizationRow(app: TestApp): Promise<{ key: string; id: string }> {
  const key = newId();
  await app
    .get(Transactions)
    .query(
      `insert into organization (id, credit_code, name, normalised_name, source, claim_state) values ($1, $2, $3, $3, 'REGISTRATION', 'CLAIMED')`,
      [key, key.replaceAll('-', '').slice(-18).toUpperCase(), `链桥测试企业${key.slice(-4)}`],
    );
  return { key, id: encodeGlobalId('Organization', key) };
}
