import { IdentifierKind, MemberRole, Users } from '@app/identity';
import {
  aMember,
  anOrganizationRow,
  aPerson,
  aPhone,
  aStaffMember,
  PASSWORD,
} from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const NODE = `query ($id: ID!) {
  node(id: $id) {
    ... on User { name identifiers { kind value } sessions { id } memberships { role } staff }
  }
}`;

describe('users', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app?.close());

  it('see everything of themselves', async () => {
    const organization = await anOrganizationRow(app);
    const owner = await aMember(app, organization.key, MemberRole.OWNER);
    const { me } = await owner.client.ok<{ me: object }>(
      '{ me { id name locale identifiers { kind value } memberships { role organizationId user { name } } sessions { current } } }',
    );
    expect(me).toEqual({
      id: owner.id,
      name: '陈薇',
      locale: 'ZH',
      identifiers: [{ kind: 'PHONE', value: owner.phone }],
      memberships: [{ role: 'OWNER', organizationId: organization.id, user: { name: '陈薇' } }],
      sessions: [{ current: true }],
    });
  });

  it('are nobody to a guest', async () => {
    const person = await aPerson(app);
    expect(await app.asGuest().ok('{ me { id } }')).toEqual({ me: null });
    expect(await app.asGuest().ok(NODE, { id: person.id })).toEqual({ node: null });
  });

  it('show strangers nothing, fellow members a name, staff all but the sessions', async () => {
    const organization = await anOrganizationRow(app);
    const member = await aMember(app, organization.key, MemberRole.VIEWER);
    const fellow = await aMember(app, organization.key, MemberRole.VIEWER);
    const [stranger, staff] = [await aPerson(app), await aStaffMember(app)];
    expect(await stranger.client.ok(NODE, { id: member.id })).toEqual({ node: null });
    expect(await fellow.client.ok(NODE, { id: member.id })).toEqual({
      node: { name: '陈薇', identifiers: null, sessions: null, memberships: null, staff: null },
    });
    expect(await staff.client.ok(NODE, { id: member.id })).toEqual({
      node: {
        name: '陈薇',
        identifiers: [{ kind: 'PHONE', value: member.phone }],
        sessions: null,
        memberships: [{ role: 'VIEWER' }],
        staff: null,
      },
    });
  });

  it('change their own name and language', async () => {
    const person = await aPerson(app);
    const update =
      'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { user { name locale } } }';
    expect(await person.client.ok(update, { input: { name: ' 陈薇薇 ' } })).toEqual({
      updateProfile: { user: { name: '陈薇薇', locale: 'ZH' } },
    });
    expect(await person.client.ok(update, { input: { locale: 'EN' } })).toEqual({
      updateProfile: { user: { name: '陈薇薇', locale: 'EN' } },
    });
    expect(await person.client.ok('{ me { name locale } }')).toEqual({
      me: { name: '陈薇薇', locale: 'EN' },
    });
    expect((await person.client.refused(update, { input: { name: '' } })).extensions.reason).toBe(
      'INVALID_INPUT',
    );
    expect((await app.asGuest().refused(update, { input: { name: '谁' } })).extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('never share a number, even when added at once', async () => {
    const phone = aPhone();
    const add = () =>
      app.get(Users).createVerified({ name: '重复', phone, password: PASSWORD, locale: 'zh' });
    const results = await Promise.allSettled([add(), add(), add()]);
    const refusals = results.filter((r): r is PromiseRejectedResult => r.status === 'rejected');
    expect(refusals.map(({ reason }) => (reason as { code: string }).code)).toEqual([
      'IDENTIFIER_TAKEN',
      'IDENTIFIER_TAKEN',
    ]);
    expect(await app.get(Users).findByIdentifier({ kind: IdentifierKind.PHONE, value: phone })).toMatchObject(
      {
        name: '重复',
      },
    );
  });

  it('are added as verified only with an identifier', async () => {
    const nobody = app.get(Users).createVerified({ name: '无号', password: PASSWORD, locale: 'zh' });
    await expect(nobody).rejects.toMatchObject({ code: 'INVALID_IDENTIFIER' });
  });
});
