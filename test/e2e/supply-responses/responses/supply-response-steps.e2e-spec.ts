import { encodeGlobalId, newId } from '@app/kernel';
import { SupplyResponseState } from '@app/supply-responses';
import { aStaffMember } from '../../../support/builders/identity.js';
import { notificationsOf, tellEverybody } from '../../../support/builders/notifications.js';
import {
  anOrganization,
  auditedAbout,
  eventsAbout,
  type TestOrganization,
} from '../../../support/builders/organizations.js';
import { aNeed } from '../../../support/builders/procurement.js';
import { aResponse, responsesTo, type TestResponse } from '../../../support/builders/supply-responses.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

const FIELDS = `supplyResponse { state declineReason answeredAt }`;
const WITHDRAW = `mutation ($input: WithdrawSupplyResponseInput!) { answer: withdrawSupplyResponse(input: $input) {
  __typename ... on WithdrawSupplyResponsePayload { ${FIELDS} } ... on SupplyResponseStateError { currentState } } }`;
const ANSWER = `mutation ($input: AnswerSupplyResponseInput!) { answer: answerSupplyResponse(input: $input) {
  __typename ... on AnswerSupplyResponsePayload { ${FIELDS} } ... on SupplyResponseStateError { currentState } } }`;
const INTERESTED = { answer: 'INTERESTED' };

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function answeredNeed(columns: { state?: SupplyResponseState } = {}) {
  const [buyer, supplier] = [await anOrganization(app), await anOrganization(app)];
  const need = await aNeed(app, buyer.key);
  return { buyer, supplier, need, response: await aResponse(app, need.key, supplier.key, columns) };
}

const step = (
  acting: Pick<TestOrganization, 'id'>,
  response: Pick<TestResponse, 'id'>,
  more: object = {},
) => ({
  input: { actingOrganizationId: acting.id, supplyResponseId: response.id, ...more },
});

it('the supplier takes a response back, once', async () => {
  const { supplier, need, response } = await answeredNeed();
  for (const { client } of [supplier.editor, supplier.owner])
    expect(await client.ok(WITHDRAW, step(supplier, response))).toMatchObject({
      answer: { supplyResponse: { state: 'WITHDRAWN' } },
    });
  expect(await responsesTo(app, need.key)).toMatchObject([{ state: 'WITHDRAWN' }]);
  expect(await eventsAbout(app, response.key)).toEqual(['SupplyResponseWithdrawn']);
});

it('what was declined is not taken back, what was taken back is not answered', async () => {
  const declined = await answeredNeed({ state: SupplyResponseState.DECLINED });
  expect(
    await declined.supplier.owner.client.ok(WITHDRAW, step(declined.supplier, declined.response)),
  ).toEqual({
    answer: { __typename: 'SupplyResponseStateError', currentState: 'DECLINED' },
  });
  const gone = await answeredNeed({ state: SupplyResponseState.WITHDRAWN });
  expect(await gone.buyer.owner.client.ok(ANSWER, step(gone.buyer, gone.response, INTERESTED))).toEqual({
    answer: { __typename: 'SupplyResponseStateError', currentState: 'WITHDRAWN' },
  });
  expect(await responsesTo(app, gone.need.key)).toMatchObject([{ state: 'WITHDRAWN', answeredAt: null }]);
});

it('the buyer answers, may change its mind, and the same answer twice is one', async () => {
  const { buyer, need, response } = await answeredNeed();
  const say = (more: object) => buyer.editor.client.ok(ANSWER, step(buyer, response, more));
  expect(await say(INTERESTED)).toMatchObject({
    answer: { supplyResponse: { state: 'INTERESTED', declineReason: null } },
  });
  await say(INTERESTED);
  await say({ answer: 'NOT_NOW' });
  await say({ answer: 'DECLINED', reason: 'LEAD_TIME' });
  expect(await responsesTo(app, need.key)).toMatchObject([{ state: 'DECLINED', declineReason: 'LEAD_TIME' }]);
  await say(INTERESTED);
  expect(await responsesTo(app, need.key)).toMatchObject([{ state: 'INTERESTED', declineReason: null }]);
  expect(await eventsAbout(app, response.key)).toEqual(
    Array.from({ length: 4 }, () => 'SupplyResponseAnswered'),
  );
});

it('an answer and a withdrawal at once leave one sound state', async () => {
  const { buyer, supplier, need, response } = await answeredNeed();
  await Promise.all([
    buyer.owner.client.ok(ANSWER, step(buyer, response, INTERESTED)),
    supplier.owner.client.ok(WITHDRAW, step(supplier, response)),
  ]);
  expect(await responsesTo(app, need.key)).toMatchObject([{ state: 'WITHDRAWN' }]);
});

it('a no has a reason, and only a no', async () => {
  const { buyer, need, response } = await answeredNeed();
  const reasons = [];
  for (const more of [{ answer: 'DECLINED' }, { answer: 'NOT_NOW', reason: 'PRICE' }])
    reasons.push((await buyer.owner.client.refused(ANSWER, step(buyer, response, more))).extensions.reason);
  expect(reasons).toEqual(['DECLINE_NEEDS_REASON', 'REASON_WITHOUT_DECLINE']);
  expect(await responsesTo(app, need.key)).toMatchObject([{ state: 'SENT', answeredAt: null }]);
});

it('each side has its own step, and nobody else any; nothing changes', async () => {
  const { buyer, supplier, need, response } = await answeredNeed();
  const stranger = await anOrganization(app);
  const others = [
    [app.asGuest(), 'UNAUTHENTICATED'],
    [stranger.owner.client, 'NOT_FOUND'],
    [(await aStaffMember(app)).client, 'NOT_FOUND'],
  ] as const;
  const mayNotWithdraw = [
    ...others,
    [supplier.viewer.client, 'FORBIDDEN'],
    [buyer.owner.client, 'FORBIDDEN'],
  ] as const;
  const mayNotAnswer = [
    ...others,
    [buyer.viewer.client, 'FORBIDDEN'],
    [supplier.owner.client, 'FORBIDDEN'],
  ] as const;
  for (const [client, told] of mayNotWithdraw)
    expect((await client.refused(WITHDRAW, step(supplier, response))).extensions.code).toBe(told);
  for (const [client, told] of mayNotAnswer)
    expect((await client.refused(ANSWER, step(buyer, response, INTERESTED))).extensions.code).toBe(told);
  expect(await responsesTo(app, need.key)).toMatchObject([{ state: 'SENT', answeredAt: null }]);
  expect(await eventsAbout(app, response.key)).toEqual([]);
});

it('does not find a response that is not there', async () => {
  const { buyer, supplier } = await answeredNeed();
  const nowhere = { id: encodeGlobalId('SupplyResponse', newId()) };
  expect((await supplier.owner.client.refused(WITHDRAW, step(supplier, nowhere))).extensions.code).toBe(
    'NOT_FOUND',
  );
  const error = await buyer.owner.client.refused(ANSWER, step(buyer, nowhere, INTERESTED));
  expect(error.extensions.code).toBe('NOT_FOUND');
});

const EXCHANGE = `query ($id: ID!, $acting: ID!) { node(id: $id) { ... on SupplyResponse {
  contactExchange(actingOrganizationId: $acting) {
    partner { id } namesBuyer viewerAgrees partnerAgrees ours { person { id } } theirs { person { id } agreedAt } } } } }`;
const AGREE = `mutation ($input: AgreeToContactExchangeInput!) { answer: agreeToContactExchange(input: $input) {
  __typename ... on UserError { code } } }`;
const DISCLOSE = `mutation ($input: DiscloseContactsInput!) { answer: discloseContacts(input: $input) {
  __typename ... on ContactsDisclosedPayload { contacts { value } } } }`;
const TAKE_BACK = `mutation ($input: WithdrawConsentInput!) { withdrawConsent(input: $input) { consent { given } } }`;

describe('contacts after the buyer is interested', () => {
  const interested = { state: SupplyResponseState.INTERESTED };
  let textVersion: string;

  beforeAll(async () => {
    const { consentTexts } = await app
      .asGuest()
      .ok<{ consentTexts: { purpose: string; version: string }[] }>('{ consentTexts { purpose version } }');
    textVersion = consentTexts.find(({ purpose }) => purpose === 'CONTACT_SHARING')!.version;
  });

  async function exchangeOf(side: TestOrganization, response: TestResponse, client = side.editor.client) {
    const { node } = await client.ok<{ node: { contactExchange: Record<string, unknown> | null } | null }>(
      EXCHANGE,
      { id: response.id, acting: side.id },
    );
    return node && node.contactExchange;
  }
  const agree = async (side: TestOrganization, response: TestResponse, client = side.editor.client) =>
    (
      await client.ok<{ answer: { __typename: string; code?: string } }>(
        AGREE,
        step(side, response, { textVersion }),
      )
    ).answer;
  const looksAt = async (side: TestOrganization, other: TestOrganization) =>
    (
      await side.editor.client.ok<{ answer: { __typename: string; contacts?: { value: string }[] } }>(
        DISCLOSE,
        { input: { actingOrganizationId: side.id, personId: other.editor.id } },
      )
    ).answer;
  const toldOf = async ({ editor }: TestOrganization) =>
    (await notificationsOf(editor.client)).map(({ code }) => code);

  it('are seen by each side once both agree, whoever begins, and no more when one withdraws', async () => {
    const { buyer, supplier, response } = await answeredNeed(interested);
    const before = { viewerAgrees: false, partnerAgrees: false, namesBuyer: false, ours: [], theirs: [] };
    expect(await exchangeOf(supplier, response)).toEqual({ ...before, partner: { id: buyer.id } });
    expect(await agree(supplier, response)).toEqual({ __typename: 'AgreeToContactExchangePayload' });
    await agree(supplier, response);
    await tellEverybody(app);
    expect(await toldOf(buyer)).toEqual(['NOTICE_CONTACTS_OFFERED']);
    expect(await exchangeOf(supplier, response)).toMatchObject({
      viewerAgrees: true,
      ours: [{ person: { id: supplier.editor.id } }],
      theirs: [],
    });
    expect(await exchangeOf(buyer, response)).toEqual({
      ...before,
      partner: { id: supplier.id },
      partnerAgrees: true,
    });
    expect((await looksAt(buyer, supplier)).__typename).toBe('ConsentNotReturnedError');

    await agree(buyer, response);
    await tellEverybody(app);
    expect(await toldOf(supplier)).toEqual(['NOTICE_CONTACTS_EXCHANGED']);
    for (const [side, other] of [
      [buyer, supplier],
      [supplier, buyer],
    ] as const) {
      expect(await exchangeOf(side, response)).toMatchObject({
        theirs: [{ person: { id: other.editor.id }, agreedAt: expect.any(String) as string }],
      });
      expect((await looksAt(side, other)).contacts).toEqual([{ value: other.editor.phone }]);
    }
    const input = { purpose: 'CONTACT_SHARING', recipientId: supplier.id };
    await buyer.editor.client.ok(TAKE_BACK, { input });
    for (const side of [buyer, supplier])
      expect(await exchangeOf(side, response)).toMatchObject({ theirs: [] });
    expect((await looksAt(supplier, buyer)).__typename).toBe('ConsentMissingError');
    expect((await looksAt(buyer, supplier)).__typename).toBe('ConsentNotReturnedError');
  });

  it('are nobody else’s, and not before the buyer is interested', async () => {
    const { buyer, supplier, response } = await answeredNeed(interested);
    const third = await anOrganization(app);
    for (const client of [supplier.viewer.client, third.editor.client, (await aStaffMember(app)).client])
      expect(await exchangeOf(supplier, response, client)).toBeNull();
    expect(await exchangeOf(third, response)).toBeNull();
    for (const [client, code] of [
      [supplier.viewer.client, 'FORBIDDEN'],
      [third.editor.client, 'NOT_FOUND'],
    ] as const) {
      const error = await client.refused(AGREE, step(supplier, response, { textVersion }));
      expect(error.extensions.code).toBe(code);
    }
    const early = await answeredNeed();
    expect(await exchangeOf(early.buyer, early.response)).toBeNull();
    expect(await agree(early.buyer, early.response)).toMatchObject({ code: 'SUPPLY_RESPONSE_STATE' });
    expect(await exchangeOf(buyer, response)).toMatchObject({ partnerAgrees: false });
  });

  it('of a buyer under an alias: it agrees first and is named to this supplier alone, whatever they agreed elsewhere', async () => {
    const { buyer, supplier, response: known } = await answeredNeed(interested);
    for (const side of [buyer, supplier]) await agree(side, known);
    const need = await aNeed(app, buyer.key, { alias: '某链主·杭州' });
    const response = await aResponse(app, need.key, supplier.key, interested);
    const nothing = { viewerAgrees: false, partnerAgrees: false, ours: [], theirs: [] };
    expect(await exchangeOf(supplier, response)).toEqual({ ...nothing, partner: null, namesBuyer: false });
    expect(await exchangeOf(buyer, response)).toEqual({
      ...nothing,
      partner: { id: supplier.id },
      namesBuyer: true,
    });
    expect(await agree(supplier, response)).toMatchObject({ code: 'BUYER_NOT_NAMED' });
    await agree(buyer, response);
    expect(await exchangeOf(supplier, response)).toMatchObject({
      partner: { id: buyer.id },
      partnerAgrees: true,
      theirs: [{ person: { id: buyer.editor.id } }],
    });
    expect(await auditedAbout(app, need.key)).toContain('BUYER_NAMED_TO_SUPPLIER');
    const ONE = 'query ($id: ID!) { procurementNeed(id: $id) { organization { id } } }';
    expect(await supplier.editor.client.ok(ONE, { id: need.id })).toEqual({
      procurementNeed: { organization: null },
    });
  });
});
