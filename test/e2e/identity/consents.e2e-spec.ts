import { Transactions } from '@app/database';
import { MemberRole, Memberships } from '@app/identity';
import {
  aMember,
  anOrganizationRow,
  aPerson,
  aStaffMember,
  type TestPerson,
} from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const VERSION = '2026-11-01';
const GIVE = `mutation ($input: GiveConsentInput!) {
  giveConsent(input: $input) { __typename ... on ConsentPayload { consent { given textVersion recipientName } } ... on UserError { code } }
}`;
const WITHDRAW = `mutation ($input: WithdrawConsentInput!) {
  withdrawConsent(input: $input) { consent { given withdrawnAt } }
}`;
const DISCLOSE = `mutation ($input: DiscloseContactsInput!) {
  discloseContacts(input: $input) { __typename ... on ContactsDisclosedPayload { person { name } contacts { value } } ... on UserError { code } }
}`;
const SHARED =
  'query ($id: ID!) { sharedContacts(actingOrganizationId: $id) { person { id } organizationNames agreedAt } }';

interface Disclosed {
  readonly discloseContacts: {
    readonly __typename: string;
    readonly contacts?: readonly { value: string }[];
  };
}

describe('consents', () => {
  let app: TestApp;
  let organization: { key: string; id: string };
  /** The organization of the person. */
  let home: { key: string; id: string };
  let person: TestPerson;
  let editor: TestPerson;

  beforeAll(async () => {
    app = await createTestApp();
  });

  afterAll(() => app.close());

  beforeEach(async () => {
    organization = await anOrganizationRow(app);
    home = await anOrganizationRow(app);
    person = await aMember(app, home.key, MemberRole.EDITOR);
    editor = await aMember(app, organization.key, MemberRole.EDITOR);
  });

  const scope = () => ({ purpose: 'CONTACT_SHARING', recipientId: organization.id });
  const give = (input: object = {}) =>
    person.client.ok<{ giveConsent: { __typename: string; consent?: object } }>(GIVE, {
      input: { ...scope(), textVersion: VERSION, ...input },
    });
  const withdraw = () =>
    person.client.ok<{ withdrawConsent: { consent: { given: boolean; withdrawnAt: string } } }>(WITHDRAW, {
      input: scope(),
    });
  /** Somebody of the organization agrees in return that the person's organization gets the contacts. */
  const giveBack = (by: TestPerson, operation = GIVE) =>
    by.client.ok(operation, {
      input: {
        purpose: 'CONTACT_SHARING',
        recipientId: home.id,
        ...(operation === GIVE ? { textVersion: VERSION } : {}),
      },
    });
  const disclose = (by: TestPerson) =>
    by.client.ok<Disclosed>(DISCLOSE, {
      input: { actingOrganizationId: organization.id, personId: person.id },
    });
  const ledger = () =>
    app
      .get(Transactions)
      .query<{ act: string; session_id: string | null; text_version: string; locale: string }>(
        'select act, session_id, text_version, locale from consent_entry where user_id = $1 order by at, id',
        [person.user.id],
      );
  const looks = async () =>
    (
      await app
        .get(Transactions)
        .query(`select 1 from audit_entry where action = 'CONTACTS_DISCLOSED' and subject_id = $1`, [
          person.user.id,
        ])
    ).length;

  it('are asked for in a wording that has a version, in both languages', async () => {
    const ask = '{ consentTexts { purpose version namesRecipient text } }';
    const zh = await app.asGuest().ok<{ consentTexts: { text: string }[] }>(ask);
    const en = await app.asGuest().in('en').ok<{ consentTexts: { text: string }[] }>(ask);
    expect(zh.consentTexts).toHaveLength(2);
    expect(zh.consentTexts[0]).toMatchObject({ version: VERSION, namesRecipient: true });
    expect(zh.consentTexts[0]!.text).toContain('我同意');
    expect(en.consentTexts[0]!.text).toContain('I agree');
  });

  it('are written down with wording, language and session, once however often they are given', async () => {
    const given = await give();
    expect(given.giveConsent).toEqual({
      __typename: 'ConsentPayload',
      consent: {
        given: true,
        textVersion: VERSION,
        recipientName: expect.stringContaining('链桥测试企业') as string,
      },
    });
    expect(await give()).toEqual(given);
    expect(await Promise.all([give(), give()])).toEqual([given, given]);
    expect(await ledger()).toEqual([
      { act: 'GIVEN', text_version: VERSION, locale: 'zh', session_id: expect.any(String) as string },
    ]);
  });

  it('are withdrawn once however often, and can be given again', async () => {
    await give();
    const first = await withdraw();
    expect(first.withdrawConsent.consent.given).toBe(false);
    expect(await withdraw()).toEqual(first);
    await give();
    expect((await ledger()).map(({ act }) => act)).toEqual(['GIVEN', 'WITHDRAWN', 'GIVEN']);
  });

  it('to an old wording are none', async () => {
    expect((await give({ textVersion: '2020-01-01' })).giveConsent).toEqual({
      __typename: 'ConsentTextChangedError',
      code: 'CONSENT_TEXT_CHANGED',
    });
    expect(await ledger()).toEqual([]);
  });

  it('to share contacts name somebody who exists, others name nobody', async () => {
    const refused = async (input: object) =>
      (await person.client.refused(GIVE, { input: { textVersion: VERSION, ...input } })).extensions.reason;
    expect(await refused({ purpose: 'CONTACT_SHARING' })).toBe('CONSENT_NEEDS_RECIPIENT');
    expect(await refused({ purpose: 'NEWS', recipientId: organization.id })).toBe('CONSENT_HAS_NO_RECIPIENT');
    await app.get(Transactions).query('delete from organization where id = $1', [organization.key]);
    expect(await refused(scope())).toBe('NOT_FOUND');
  });

  it('that were never given cannot be withdrawn, and guests have none', async () => {
    expect((await person.client.refused(WITHDRAW, { input: scope() })).extensions.reason).toBe('NOT_FOUND');
    for (const operation of ['{ myConsents { given } }'])
      expect((await app.asGuest().refused(operation)).extensions.reason).toBe('UNAUTHENTICATED');
  });

  it('are seen by the person alone', async () => {
    await give();
    const mine = '{ myConsents { purpose given text } }';
    expect((await person.client.ok<{ myConsents: object[] }>(mine)).myConsents).toEqual([
      { purpose: 'CONTACT_SHARING', given: true, text: expect.stringContaining('链桥测试企业') as string },
    ]);
    expect((await editor.client.ok<{ myConsents: object[] }>(mine)).myConsents).toEqual([]);
  });

  it('open no contacts, and not even tell who agrees, before the other side agrees in return', async () => {
    await give();
    const refused = { __typename: 'ConsentNotReturnedError', code: 'CONSENT_NOT_RETURNED' };
    const none = { sharedContacts: [] };
    const shared = () => editor.client.ok(SHARED, { id: organization.id });
    expect([(await disclose(editor)).discloseContacts, await shared()]).toEqual([refused, none]);
    // Neither somebody else's consent nor one to somebody else returns it.
    await giveBack(await aPerson(app));
    const other = await anOrganizationRow(app);
    await editor.client.ok(GIVE, { input: { ...scope(), recipientId: other.id, textVersion: VERSION } });
    expect([(await disclose(editor)).discloseContacts, await shared()]).toEqual([refused, none]);
    await giveBack(editor);
    expect((await disclose(editor)).discloseContacts.__typename).toBe('ContactsDisclosedPayload');
    await giveBack(editor, WITHDRAW);
    expect([(await disclose(editor)).discloseContacts, await shared()]).toEqual([refused, none]);
    expect(await looks()).toBe(1);
  });

  it('open contacts to the named organization until they are withdrawn, and every look is logged', async () => {
    await giveBack(editor);
    expect((await disclose(editor)).discloseContacts).toEqual({
      __typename: 'ConsentMissingError',
      code: 'CONSENT_MISSING',
    });
    await give();
    // Of the person's other organizations the editor learns nothing.
    await app
      .get(Memberships)
      .addMember((await anOrganizationRow(app)).key, person.user.id, MemberRole.EDITOR);
    expect(await editor.client.ok(SHARED, { id: organization.id })).toEqual({
      sharedContacts: [
        {
          person: { id: person.id },
          organizationNames: [`链桥测试企业${home.key.slice(-4)}`],
          agreedAt: expect.any(String) as string,
        },
      ],
    });
    expect((await disclose(editor)).discloseContacts.contacts).toEqual([{ value: person.phone }]);
    expect(await looks()).toBe(1);
    await withdraw();
    expect((await disclose(editor)).discloseContacts.__typename).toBe('ConsentMissingError');
    expect((await editor.client.ok(SHARED, { id: organization.id })) as object).toEqual({
      sharedContacts: [],
    });
    expect(await looks()).toBe(1);
  });

  it('open nothing to anybody else', async () => {
    await give();
    await giveBack(editor);
    const rival = await anOrganizationRow(app);
    const strangers: [TestPerson, string][] = [
      [await aPerson(app), organization.id],
      [await aMember(app, organization.key, MemberRole.VIEWER), organization.id],
      [await aMember(app, rival.key, MemberRole.OWNER), organization.id],
      [await aStaffMember(app), organization.id],
    ];
    for (const [stranger, id] of strangers) {
      const input = { actingOrganizationId: id, personId: person.id };
      expect((await stranger.client.refused(DISCLOSE, { input })).extensions.reason).toBe('FORBIDDEN');
      expect((await stranger.client.refused(SHARED, { id })).extensions.reason).toBe('FORBIDDEN');
    }
    const rivalOwner = strangers[2]![0];
    const own = { actingOrganizationId: rival.id, personId: person.id };
    expect(
      (await rivalOwner.client.ok<Disclosed>(DISCLOSE, { input: own })).discloseContacts.__typename,
    ).toBe('ConsentMissingError');
    expect(await looks()).toBe(0);
  });

  it('stand in a ledger that nobody changes', async () => {
    await give();
    for (const statement of [
      `update consent_entry set act = 'WITHDRAWN'`,
      'delete from consent_entry',
      'truncate consent_entry',
    ])
      await expect(app.get(Transactions).query(statement)).rejects.toThrow('append-only');
  });
});
