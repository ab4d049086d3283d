import { encodeGlobalId, newId } from '@app/kernel';
import { NeedState } from '@app/procurement';
import { needOutsiders } from '../../support/builders/need-outsiders.js';
import { anOrganization, eventsAbout, type TestOrganization } from '../../support/builders/organizations.js';
import {
  aDraftNeed,
  aNeed,
  inDays,
  setNeed,
  storedNeed,
  type TestNeed,
} from '../../support/builders/procurement.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const step = (name: string) => `mutation ($input: ${name}ProcurementNeedInput!) {
  answer: ${name.toLowerCase()}ProcurementNeed(input: $input) {
    __typename
    ... on ${name}ProcurementNeedPayload { procurementNeed { state version open replyDeadline cancellationReason } }
    ... on NeedStateError { currentState }
    ... on UserError { code fields }
  }
}`;
const [PUBLISH, CLOSE, CANCEL] = ['Publish', 'Close', 'Cancel'].map(step) as [string, string, string];
const STEPS = [
  ['publish', PUBLISH, {}],
  ['close', CLOSE, {}],
  ['cancel', CANCEL, { reason: '项目取消' }],
] as const;

interface Answer {
  answer: { __typename: string; procurementNeed?: { state: string; version: number; replyDeadline: string } };
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const which = (buyer: Pick<TestOrganization, 'id'>, need: Pick<TestNeed, 'id'>, more: object = {}) => ({
  input: { actingOrganizationId: buyer.id, needId: need.id, ...more },
});
const stepsOf = async (key: string) =>
  (await eventsAbout(app, key)).filter((type) => type !== 'ProcurementNeedChanged');

describe('publication', () => {
  it('opens a draft once, with thirty days to answer unless the buyer said otherwise', async () => {
    const buyer = await anOrganization(app);
    const need = await aDraftNeed(app, buyer.key);
    const { answer } = await buyer.editor.client.ok<Answer>(PUBLISH, which(buyer, need));
    expect(answer.procurementNeed).toMatchObject({ state: 'PUBLISHED', version: 2, open: true });
    const days = (Date.parse(answer.procurementNeed!.replyDeadline) - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(30, 2);
    const again = await buyer.owner.client.ok<Answer>(PUBLISH, which(buyer, need));
    expect(again.answer.procurementNeed?.version).toBe(2);
    expect(await stepsOf(need.key)).toEqual(['ProcurementNeedPublished']);
  });

  it('happens once when two editors publish at once', async () => {
    const buyer = await anOrganization(app);
    const need = await aDraftNeed(app, buyer.key);
    const both = [buyer.owner, buyer.editor].map(({ client }) =>
      client.ok<Answer>(PUBLISH, which(buyer, need)),
    );
    for (const { answer } of await Promise.all(both)) expect(answer.procurementNeed?.state).toBe('PUBLISHED');
    expect(await storedNeed(app, need.key)).toMatchObject({ version: 2 });
    expect(await stepsOf(need.key)).toEqual(['ProcurementNeedPublished']);
  });

  it('says what a draft lacks, and leaves it a draft', async () => {
    const buyer = await anOrganization(app);
    const need = await aDraftNeed(app, buyer.key, {}, []);
    await setNeed(app, need.key, { replyDeadline: inDays(-1) });
    const answer = await buyer.owner.client.ok(PUBLISH, which(buyer, need));
    expect(answer).toEqual({
      answer: { __typename: 'NeedNotReadyError', code: 'NEED_NOT_READY', fields: ['lines', 'replyDeadline'] },
    });
    expect(await storedNeed(app, need.key)).toMatchObject({ state: 'DRAFT', publishedAt: null, version: 1 });
  });
});

describe('closing and calling off', () => {
  it('closes a published need once', async () => {
    const buyer = await anOrganization(app);
    const need = await aNeed(app, buyer.key);
    for (let i = 0; i < 2; i++) {
      const { answer } = await buyer.editor.client.ok<Answer>(CLOSE, which(buyer, need));
      expect(answer.procurementNeed).toMatchObject({ state: 'CLOSED', version: 2, open: false });
    }
    expect(await stepsOf(need.key)).toEqual(['ProcurementNeedClosed']);
  });

  it('calls off with the first reason that was given', async () => {
    const buyer = await anOrganization(app);
    const need = await aNeed(app, buyer.key);
    for (const reason of [' 项目取消 ', '另一原因']) {
      const { answer } = await buyer.editor.client.ok<Answer>(CANCEL, which(buyer, need, { reason }));
      expect(answer.procurementNeed).toMatchObject({
        state: 'CANCELLED',
        cancellationReason: '项目取消',
        version: 2,
      });
    }
    expect(await stepsOf(need.key)).toEqual(['ProcurementNeedCancelled']);
  });

  it('has one end when closed and called off at once', async () => {
    const buyer = await anOrganization(app);
    const need = await aNeed(app, buyer.key);
    await Promise.all([
      buyer.owner.client.ok(CLOSE, which(buyer, need)),
      buyer.editor.client.ok(CANCEL, which(buyer, need, { reason: '不需要了' })),
    ]);
    expect(await storedNeed(app, need.key)).toMatchObject({ state: 'CANCELLED' });
    expect((await stepsOf(need.key)).at(-1)).toBe('ProcurementNeedCancelled');
  });

  it('needs a reason', async () => {
    const buyer = await anOrganization(app);
    const need = await aNeed(app, buyer.key);
    const error = await buyer.owner.client.refused(CANCEL, which(buyer, need, { reason: '  ' }));
    expect(error.extensions.code).toBe('BAD_INPUT');
    expect(await storedNeed(app, need.key)).toMatchObject({ state: 'PUBLISHED' });
  });
});

it.each([
  ['publish', PUBLISH, NeedState.CLOSED, {}],
  ['publish', PUBLISH, NeedState.CANCELLED, {}],
  ['close', CLOSE, NeedState.DRAFT, {}],
  ['close', CLOSE, NeedState.CANCELLED, {}],
  ['cancel', CANCEL, NeedState.AWARDED, { reason: '太迟了' }],
] as const)('the law of states: case %# (%s)', async (_name, mutation, state, more) => {
  const buyer = await anOrganization(app);
  const need = await aDraftNeed(app, buyer.key);
  await setNeed(app, need.key, { state });
  const answer = await buyer.owner.client.ok(mutation, which(buyer, need, more));
  expect(answer).toMatchObject({ answer: { __typename: 'NeedStateError', currentState: state } });
  expect(await storedNeed(app, need.key)).toMatchObject({ state, version: 1 });
});

it.each(STEPS)('%s is refused to everybody else, and nothing changes', async (_name, mutation, more) => {
  const buyer = await anOrganization(app);
  const [draft, open] = [await aDraftNeed(app, buyer.key), await aNeed(app, buyer.key)];
  for (const { who, client, toldOfHidden, toldOfPublic } of await needOutsiders(app, buyer)) {
    const hidden = await client.refused(mutation, which(buyer, draft, more));
    const seen = await client.refused(mutation, which(buyer, open, more));
    expect([who, hidden.extensions.code, seen.extensions.code]).toEqual([who, toldOfHidden, toldOfPublic]);
  }
  expect(await storedNeed(app, draft.key)).toMatchObject({ state: 'DRAFT', version: 1 });
  expect(await storedNeed(app, open.key)).toMatchObject({ state: 'PUBLISHED', version: 1 });
});

it.each(STEPS)('%s does not find a need that is not there', async (_name, mutation, more) => {
  const buyer = await anOrganization(app);
  const nowhere = { id: encodeGlobalId('ProcurementNeed', newId()) };
  const error = await buyer.owner.client.refused(mutation, which(buyer, nowhere, more));
  expect(error.extensions.code).toBe('NOT_FOUND');
});
