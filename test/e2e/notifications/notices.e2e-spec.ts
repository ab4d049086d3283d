import { NeedVisibility } from '@app/procurement';
import { aPerson, aStaffMember, messagesTo } from '../../support/builders/identity.js';
import {
  carry,
  notificationsOf,
  openDeliveries,
  storedNotifications,
  tellEverybody,
} from '../../support/builders/notifications.js';
import {
  anOrganization,
  anUnclaimedOrganization,
  type TestOrganization,
} from '../../support/builders/organizations.js';
import { aDraftNeed, aNeed, inDays, type TestNeed } from '../../support/builders/procurement.js';
import { aResponse } from '../../support/builders/supply-responses.js';
import { SUPPLY_RESPONSE_NOTICES, SupplyResponseNotices } from '@app/supply-responses';
import { Transactions } from '@app/database';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const RESPOND = `mutation ($input: RespondToNeedInput!) { answer: respondToNeed(input: $input) {
  ... on RespondToNeedPayload { supplyResponse { id } } } }`;
const ANSWER = `mutation ($input: AnswerSupplyResponseInput!) { answerSupplyResponse(input: $input) { __typename } }`;
const WITHDRAW = `mutation ($input: WithdrawSupplyResponseInput!) { withdrawSupplyResponse(input: $input) { __typename } }`;
const INVITE = `mutation ($input: InviteToProcurementNeedInput!) { inviteToProcurementNeed(input: $input) { __typename } }`;
const step = (name: string) =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { answer: ${name}(input: $input) { __typename } }`;
const CLAIM = `mutation ($input: ClaimOrganizationInput!) { answer: claimOrganization(input: $input) {
  ... on ClaimOrganizationPayload { claim { id } } } }`;
const DECIDE = `mutation ($input: DecideOrganizationClaimInput!) { decideOrganizationClaim(input: $input) { __typename } }`;

const ALIAS = '某新能源汽车链主·杭州';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function respond(supplier: TestOrganization, need: TestNeed): Promise<string> {
  const input = { actingOrganizationId: supplier.id, needId: need.id, message: '我司可供' };
  const { answer } = await supplier.editor.client.ok<{ answer: { supplyResponse: { id: string } } }>(
    RESPOND,
    { input },
  );
  return answer.supplyResponse.id;
}

async function answer(buyer: TestOrganization, response: string, said: object): Promise<void> {
  const input = { actingOrganizationId: buyer.id, supplyResponseId: response, ...said };
  await buyer.editor.client.ok(ANSWER, { input });
}

const textsOf = async (person: TestOrganization['owner'], language: 'zh' | 'en' = 'zh') =>
  (await notificationsOf(person.client.in(language))).map(({ text }) => text);

it('a response is told to the buyer’s editors, in the language of whoever reads', async () => {
  const buyer = await anOrganization(app);
  const supplier = await anOrganization(app, { nameEn: 'Yongkang Die Casting' });
  const need = await aNeed(app, buyer.key, { title: '电机壳体' });
  const response = await respond(supplier, need);
  await tellEverybody(app);
  for (const person of [buyer.owner, buyer.editor]) {
    expect(await notificationsOf(person.client)).toMatchObject([
      {
        kind: 'SUPPLY_RESPONSE_RECEIVED',
        code: 'NOTICE_SUPPLY_RESPONSE_RECEIVED',
        title: '有企业可供您的需求',
        text: `${supplier.name}表示可供“电机壳体”，请查看并答复。`,
        targetId: response,
        readAt: null,
      },
    ]);
    expect(await textsOf(person, 'en')).toEqual([
      'Yongkang Die Casting can supply “电机壳体”. Please look at the response and answer it.',
    ]);
  }
  for (const other of [buyer.viewer, supplier.owner, supplier.viewer, await aStaffMember(app)])
    expect(await notificationsOf(other.client)).toEqual([]);
  expect(await openDeliveries(app, SUPPLY_RESPONSE_NOTICES)).toEqual([]);
});

it('a response that was taken back before anybody looked is not told', async () => {
  const [buyer, supplier] = [await anOrganization(app), await anOrganization(app)];
  const response = await respond(supplier, await aNeed(app, buyer.key));
  const input = { actingOrganizationId: supplier.id, supplyResponseId: response };
  await supplier.editor.client.ok(WITHDRAW, { input });
  await tellEverybody(app);
  expect(await notificationsOf(buyer.owner.client)).toEqual([]);
});

it.each([
  [{ answer: 'INTERESTED' }, `${ALIAS}对贵企业就“壳体”的应答有意向。`, 'is interested in'],
  [{ answer: 'NOT_NOW' }, `${ALIAS}对贵企业就“壳体”的应答表示暂不推进，后续可能再联系。`, 'says “not now”'],
  [
    { answer: 'DECLINED', reason: 'LEAD_TIME' },
    `${ALIAS}谢绝了贵企业就“壳体”的应答，原因：交期过长。`,
    'the reason: it takes too long.',
  ],
])('the answer %j is told to the supplier’s members, the buyer under its alias', async (said, zh, en) => {
  const buyer = await anOrganization(app, { name: `钱塘汽车${Math.random()}有限公司` });
  const supplier = await anOrganization(app);
  const need = await aNeed(app, buyer.key, { title: '壳体', alias: ALIAS });
  const response = await aResponse(app, need.key, supplier.key);
  await answer(buyer, response.id, said);
  await tellEverybody(app);
  for (const person of [supplier.owner, supplier.editor, supplier.viewer]) {
    expect(await textsOf(person)).toEqual([zh]);
    expect((await textsOf(person, 'en')).join()).toContain(en);
    const stored = JSON.stringify(await storedNotifications(app, person.user.id));
    expect(stored).not.toContain(buyer.name);
    expect(stored).not.toContain(buyer.key);
    expect(JSON.stringify(await messagesTo(app, person.phone))).not.toContain(buyer.name);
  }
  expect(await notificationsOf(buyer.owner.client)).toEqual([]);
});

it('a buyer that changes its mind at once is heard once, later again', async () => {
  const [buyer, supplier] = [await anOrganization(app), await anOrganization(app)];
  const response = await aResponse(app, (await aNeed(app, buyer.key)).key, supplier.key);
  await answer(buyer, response.id, { answer: 'NOT_NOW' });
  await answer(buyer, response.id, { answer: 'INTERESTED' });
  await tellEverybody(app);
  expect(await textsOf(supplier.owner)).toHaveLength(1);
  await answer(buyer, response.id, { answer: 'NOT_NOW' });
  await tellEverybody(app);
  expect((await notificationsOf(supplier.owner.client)).map(({ code }) => code)).toEqual([
    'NOTICE_SUPPLY_RESPONSE_NOT_NOW',
    'NOTICE_SUPPLY_RESPONSE_INTERESTED',
  ]);
});

it('the same event told again tells nobody again', async () => {
  const [buyer, supplier] = [await anOrganization(app), await anOrganization(app)];
  await respond(supplier, await aNeed(app, buyer.key));
  await tellEverybody(app);
  const again = await app.get(Transactions).query<{ id: string }>(
    `insert into event_delivery (event_id, consumer, aggregate_type, aggregate_id)
     select id, $1, aggregate_type, aggregate_id from domain_event where type = 'SupplyResponseSent' order by id desc limit 1
     returning id`,
    [SUPPLY_RESPONSE_NOTICES],
  );
  expect(again).toHaveLength(1);
  await carry(app, SupplyResponseNotices);
  expect(await storedNotifications(app, buyer.owner.user.id)).toHaveLength(1);
  expect(await messagesTo(app, buyer.owner.phone)).toEqual([]);
});

it('an invitation is told to the members of the invited, also by text message, and only once', async () => {
  const [buyer, invited] = [await anOrganization(app), await anOrganization(app)];
  const need = await aNeed(app, buyer.key, { visibility: NeedVisibility.INVITED_ONLY, title: '轴承座' });
  const input = {
    actingOrganizationId: buyer.id,
    needId: need.id,
    organizationIds: [invited.id],
  };
  await buyer.editor.client.ok(INVITE, { input });
  await tellEverybody(app);
  await buyer.editor.client.ok(INVITE, { input });
  await tellEverybody(app);
  for (const person of [invited.owner, invited.viewer]) {
    expect(await textsOf(person)).toEqual([`${buyer.name}邀请贵企业应答采购需求“轴承座”。`]);
    const [message, ...more] = await messagesTo(app, person.phone);
    expect(more).toEqual([]);
    expect(message).toMatchObject({
      channel: 'SMS',
      template: 'NOTICE_INVITED_TO_NEED',
      locale: 'zh',
      params: { buyer: buyer.name, need: '轴承座', link: expect.stringContaining(need.id) as string },
    });
  }
});

it('a withdrawn invitation is told to those who were told of it, by no text message, and to nobody else', async () => {
  const [buyer, told, untold] = [
    await anOrganization(app),
    await anOrganization(app),
    await anOrganization(app),
  ];
  const need = await aNeed(app, buyer.key, { visibility: NeedVisibility.INVITED_ONLY, title: '法兰盘' });
  const of = { actingOrganizationId: buyer.id, needId: need.id };
  const invite = (...organizationIds: string[]) =>
    buyer.editor.client.ok(INVITE, { input: { ...of, organizationIds } });
  const withdraw = (organizationId: string) =>
    buyer.editor.client.ok(
      'mutation ($input: WithdrawNeedInvitationInput!) { withdrawNeedInvitation(input: $input) { __typename } }',
      { input: { ...of, organizationId } },
    );
  await invite(told.id);
  await tellEverybody(app);
  await invite(untold.id);
  for (const { id } of [told, untold]) await withdraw(id);
  await tellEverybody(app);
  expect(await notificationsOf(untold.owner.client)).toEqual([]);
  expect(await textsOf(told.owner)).toEqual([
    `${buyer.name}撤回了请贵企业应答“法兰盘”的邀请。`,
    `${buyer.name}邀请贵企业应答采购需求“法兰盘”。`,
  ]);
  expect(await messagesTo(app, told.owner.phone)).toHaveLength(1);
});

it('of a draft nobody learns; those invited to it are told when it is published', async () => {
  const [buyer, invited] = [await anOrganization(app), await anOrganization(app)];
  const need = await aDraftNeed(app, buyer.key, { replyDeadline: inDays(9) });
  await buyer.editor.client.ok(INVITE, {
    input: { actingOrganizationId: buyer.id, needId: need.id, organizationIds: [invited.id] },
  });
  await tellEverybody(app);
  expect(await notificationsOf(invited.owner.client)).toEqual([]);
  const published = await buyer.editor.client.ok(step('publishProcurementNeed'), {
    input: { actingOrganizationId: buyer.id, needId: need.id },
  });
  expect(published).toMatchObject({ answer: { __typename: 'PublishProcurementNeedPayload' } });
  await tellEverybody(app);
  expect(await notificationsOf(invited.owner.client)).toMatchObject([{ kind: 'INVITED_TO_NEED' }]);
});

it.each([
  ['closeProcurementNeed', {}, '不再接受应答', 'takes no more responses'],
  ['cancelProcurementNeed', { reason: '内部机密原因' }, '取消了需求', 'called off'],
])('%s is told to the suppliers whose answers stand', async (name, more, zh, en) => {
  const buyer = await anOrganization(app);
  const [standing, gone, other] = [
    await anOrganization(app),
    await anOrganization(app),
    await anOrganization(app),
  ];
  const need = await aNeed(app, buyer.key, { alias: ALIAS });
  await aResponse(app, need.key, standing.key);
  const withdrawn = await aResponse(app, need.key, gone.key);
  await gone.editor.client.ok(WITHDRAW, {
    input: { actingOrganizationId: gone.id, supplyResponseId: withdrawn.id },
  });
  await buyer.editor.client.ok(step(name), {
    input: { actingOrganizationId: buyer.id, needId: need.id, ...more },
  });
  await tellEverybody(app);
  const [told, ...others] = await notificationsOf(standing.viewer.client);
  expect(others).toEqual([]);
  expect(told).toMatchObject({ kind: 'NEED_ENDED', targetId: need.id });
  expect(told!.text).toContain(ALIAS);
  expect(told!.text).toContain(zh);
  expect((await textsOf(standing.viewer, 'en')).join()).toContain(en);
  expect(JSON.stringify(await storedNotifications(app, standing.viewer.user.id))).not.toContain('机密');
  for (const silent of [gone, other, buyer]) expect(await notificationsOf(silent.owner.client)).toEqual([]);
});

it('claimants are told what was decided, each on their own claim', async () => {
  const staff = await aStaffMember(app);
  const organization = await anUnclaimedOrganization(app);
  const [winner, loser] = [await aPerson(app), await aPerson(app, { locale: 'en' })];
  const file = async ({ client }: typeof winner) =>
    (
      await client.ok<{ answer: { claim: { id: string } } }>(CLAIM, {
        input: { organizationId: organization.id, evidence: '营业执照编号 123456' },
      })
    ).answer.claim.id;
  const [won] = [await file(winner), await file(loser)];
  await staff.client.ok(DECIDE, { input: { claimId: won, approve: true, reason: '已电话核实' } });
  await tellEverybody(app);
  expect(await notificationsOf(winner.client)).toMatchObject([
    { code: 'NOTICE_CLAIM_APPROVED', text: `您现在可以代表${organization.name}，请核对并完善企业资料。` },
  ]);
  expect(await notificationsOf(loser.client)).toMatchObject([{ code: 'NOTICE_CLAIM_REJECTED' }]);
  expect(await messagesTo(app, loser.phone)).toMatchObject([
    { template: 'NOTICE_CLAIM_REJECTED', locale: 'en' },
  ]);
});
