import { encodeGlobalId, newId } from '@app/kernel';
import { SupplyResponseState } from '@app/matching';
import { aStaffMember } from '../../../support/builders/identity.js';
import {
  anOrganization,
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
