import { encodeGlobalId, newId } from '@app/kernel';
import { NeedState } from '@app/procurement';
import { needOutsiders } from '../../support/builders/need-outsiders.js';
import { anOrganization, auditedAbout, eventsAbout } from '../../support/builders/organizations.js';
import { aDraftNeed, aNeed, setNeed, storedLines, storedNeed } from '../../support/builders/procurement.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const UPDATE = `mutation ($input: UpdateProcurementNeedInput!) {
  updateProcurementNeed(input: $input) {
    __typename
    ... on UpdateProcurementNeedPayload { procurementNeed { title version state lines { id name position material } } }
    ... on NeedChangedMeanwhileError { currentVersion }
    ... on NeedStateError { currentState }
    ... on UserError { code fields }
  }
}`;

interface Answer {
  updateProcurementNeed: {
    __typename: string;
    procurementNeed?: { version: number; title: string; lines: { id: string; name: string }[] };
  };
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const change = (buyer: { id: string }, need: { id: string }, more: object, expectedVersion = 1) => ({
  input: { actingOrganizationId: buyer.id, needId: need.id, expectedVersion, ...more },
});

it('an editor changes a draft; what is left out stays, null clears', async () => {
  const buyer = await anOrganization(app);
  const need = await aDraftNeed(app, buyer.key, { description: '旧', paymentTerms: '月结60天' });
  const more = { title: ' 数控车削轴类零件 ', description: null };
  const { updateProcurementNeed } = await buyer.editor.client.ok<Answer>(UPDATE, change(buyer, need, more));
  expect(updateProcurementNeed.procurementNeed).toMatchObject({
    title: '数控车削轴类零件',
    version: 2,
    state: 'DRAFT',
  });
  const stored = await storedNeed(app, need.key);
  expect(stored).toMatchObject({ description: null, paymentTerms: '月结60天' });
  expect(stored.concepts.map(({ text }) => text).join()).toMatch(/车削|轴/);
  expect(await eventsAbout(app, need.key)).toEqual(['ProcurementNeedChanged', 'ProcurementNeedChanged']);
});

it('replaces lines and keeps the key of a line that is named', async () => {
  const buyer = await anOrganization(app);
  const need = await aDraftNeed(app, buyer.key, {}, [{ name: '甲' }, { name: '乙', material: 'Q235' }]);
  const [, second] = await storedLines(app, need.key);
  const kept = encodeGlobalId('NeedLine', second!.id);
  const lines = [{ name: '丙' }, { id: kept, name: '乙二' }];
  const { updateProcurementNeed } = await buyer.owner.client.ok<Answer>(
    UPDATE,
    change(buyer, need, { lines }),
  );
  const [third, again] = updateProcurementNeed.procurementNeed!.lines;
  expect([third, again]).toMatchObject([
    { name: '丙', position: 1 },
    { id: kept, name: '乙二', position: 2, material: null },
  ]);
  expect(await storedLines(app, need.key)).toHaveLength(2);
  const twice = change(buyer, need, { lines: [{ id: kept }, { id: kept }] }, 2);
  expect((await buyer.owner.client.refused(UPDATE, twice)).extensions.reason).toBe('NEED_LINE_TWICE');
  expect((await storedLines(app, need.key)).map(({ name }) => name)).toEqual(['丙', '乙二']);
});

it('amends a published need, which keeps a line and a reply deadline', async () => {
  const buyer = await anOrganization(app);
  const need = await aNeed(app, buyer.key);
  const { updateProcurementNeed } = await buyer.owner.client.ok<Answer>(
    UPDATE,
    change(buyer, need, { title: '二版壳体', replyDeadline: null }),
  );
  expect(updateProcurementNeed.procurementNeed).toMatchObject({ version: 2, title: '二版壳体' });
  expect((await storedNeed(app, need.key)).replyDeadline?.getTime()).toBeGreaterThan(Date.now());
  expect((await eventsAbout(app, need.key)).slice(-2)).toEqual([
    'ProcurementNeedChanged',
    'ProcurementNeedAmended',
  ]);
  const error = await buyer.owner.client.refused(UPDATE, change(buyer, need, { lines: [] }, 2));
  expect(error.extensions.reason).toBe('NEED_WITHOUT_LINES');
  expect(await storedLines(app, need.key)).toHaveLength(1);
});

it('logs that a buyer gave up its alias', async () => {
  const buyer = await anOrganization(app);
  const need = await aNeed(app, buyer.key, { alias: '某链主·杭州' });
  await buyer.owner.client.ok(UPDATE, change(buyer, need, { title: '壳体二' }));
  expect(await auditedAbout(app, need.key)).toEqual([]);
  await buyer.owner.client.ok(UPDATE, change(buyer, need, { alias: null }, 2));
  expect(await auditedAbout(app, need.key)).toEqual(['BUYER_DISCLOSED']);
});

it('tells one of two editors who saved at once that the other was first', async () => {
  const buyer = await anOrganization(app);
  const need = await aNeed(app, buyer.key);
  const answers = await Promise.all([
    buyer.owner.client.ok<Answer>(UPDATE, change(buyer, need, { title: '甲甲' })),
    buyer.editor.client.ok<Answer>(UPDATE, change(buyer, need, { title: '乙乙' })),
  ]);
  expect(answers.map((answer) => answer.updateProcurementNeed.__typename).sort()).toEqual([
    'NeedChangedMeanwhileError',
    'UpdateProcurementNeedPayload',
  ]);
  const won = answers.find((answer) => answer.updateProcurementNeed.procurementNeed)!;
  const { title } = won.updateProcurementNeed.procurementNeed!;
  expect(await storedNeed(app, need.key)).toMatchObject({ version: 2, title });
});

it.each([NeedState.CLOSED, NeedState.CANCELLED, NeedState.AWARDED])(
  'leaves a %s need alone',
  async (state) => {
    const buyer = await anOrganization(app);
    const need = await aNeed(app, buyer.key);
    await setNeed(app, need.key, { state });
    const before = await storedNeed(app, need.key);
    const answer = await buyer.owner.client.ok(UPDATE, change(buyer, need, { title: '无效' }));
    expect(answer).toEqual({
      updateProcurementNeed: {
        __typename: 'NeedStateError',
        currentState: state,
        code: 'NEED_STATE',
        fields: ['input.needId'],
      },
    });
    expect(await storedNeed(app, need.key)).toEqual(before);
  },
);

it('is refused to everybody else, who does not even learn of a draft; nothing changes', async () => {
  const buyer = await anOrganization(app);
  const [draft, open] = [await aDraftNeed(app, buyer.key), await aNeed(app, buyer.key)];
  const before = [await storedNeed(app, draft.key), await storedNeed(app, open.key)];
  for (const { who, client, toldOfHidden, toldOfPublic } of await needOutsiders(app, buyer)) {
    const hidden = await client.refused(UPDATE, change(buyer, draft, { title: '他人' }));
    const seen = await client.refused(UPDATE, change(buyer, open, { title: '他人' }));
    expect([who, hidden.extensions.code, seen.extensions.code]).toEqual([who, toldOfHidden, toldOfPublic]);
  }
  expect([await storedNeed(app, draft.key), await storedNeed(app, open.key)]).toEqual(before);
});

it('does not find a need that is not there, nor one of another organization than the acting one', async () => {
  const [buyer, other] = [await anOrganization(app), await anOrganization(app)];
  const need = await aDraftNeed(app, buyer.key);
  const nowhere = { id: encodeGlobalId('ProcurementNeed', newId()) };
  for (const input of [change(buyer, nowhere, { title: '无无' }), change(other, need, { title: '无无' })])
    expect((await buyer.owner.client.refused(UPDATE, input)).extensions.code).toBe('NOT_FOUND');
  expect((await storedNeed(app, need.key)).version).toBe(1);
});
