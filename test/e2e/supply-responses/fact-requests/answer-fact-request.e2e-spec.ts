import { Transactions } from '@app/database';
import { ClaimState } from '@app/organizations';
import { storedCapability } from '../../../support/builders/capabilities.js';
import {
  ANSWER_FACTS,
  anOpenMatch,
  askedAbout,
  asking,
  factRequestsAbout,
  type OpenMatch,
  REQUEST_FACTS,
} from '../../../support/builders/fact-requests.js';
import { aPerson, messagesTo } from '../../../support/builders/identity.js';
import { notificationsOf, tellEverybody } from '../../../support/builders/notifications.js';
import { eventsAbout } from '../../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';
import { FactContactCleaning, FactRequest } from '@app/supply-responses';
import { indexed } from '../../../support/builders/discovery.js';

const QUESTIONS = `query ($token: String!) { factRequestByToken(token: $token) {
  __typename
  ... on FactQuestionnaire { buyerName needTitle organizationName capabilityTitle claimable contactGiven
    questions { kind subjectId name unit range choices } }
  ... on UserError { code } } }`;
const REFUSE = `mutation ($input: RefuseFactRequestsInput!) { refuseFactRequests(input: $input) {
  __typename ... on UserError { code } } }`;
const CLAIM = `mutation ($input: ClaimByFactRequestInput!) { claimByFactRequest(input: $input) {
  __typename ... on ClaimByFactRequestPayload { claim { decision evidence } } ... on UserError { code } } }`;
const FACTS = `query ($id: ID!, $need: ID!) {
  node(id: $id) { ... on Capability { factState capacity { amount unit period }
    freshness { fact answeredByLink } certificates { number validUntil state answeredByLink } } }
  procurementNeed(id: $need) { factRequests { edges { node { state facts { kind answer statement } } } }
    matches { matches { organization { id } fit card { factsKnown criteria { key state reason } } } } }
  match(needId: $need, capabilityId: $id) { fit card { factsKnown criteria { key state reason } } } }`;

const FULL = {
  offered: true,
  certificates: [{ kindId: 'iatf-16949', held: true, number: 'T-178', validUntil: '2099-12-31' }],
  capacity: { amount: '80000', unit: '件', period: 'MONTH' },
};

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

interface Answered {
  answerFactRequest: { __typename: string; code?: string; claim?: { evidence: string } | null };
}

const answer = async (token: string, said: object, client = app.asGuest()) =>
  (await client.ok<Answered>(ANSWER_FACTS, { input: { token, ...said } })).answerFactRequest;

interface Card {
  readonly fit: string;
  readonly card: {
    readonly factsKnown: number;
    readonly criteria: { key: string; state: string; reason: string }[];
  };
}

/** What the buyer sees of the match's capability, of its request and of its card. */
async function seenByBuyer({ buyer, capability, need, supplier }: OpenMatch) {
  await indexed(app, 'capabilities', capability.key);
  const seen = await buyer.viewer.client.ok<{
    node: object;
    procurementNeed: {
      factRequests: { edges: { node: object }[] };
      matches: { matches: (Card & { organization: { id: string } })[] };
    };
    match: Card;
  }>(FACTS, { id: capability.id, need: need.id });
  const listed = seen.procurementNeed.matches.matches.some((m) => m.organization.id === supplier.id);
  const { match } = seen;
  const criterion = (key: string) => match.card.criteria.find((one) => one.key === key)!;
  return {
    capability: seen.node,
    request: seen.procurementNeed.factRequests.edges[0]!.node,
    match,
    listed,
    criterion,
  };
}

it('shows what is asked, the buyer under its alias, to whoever holds the link; looking uses nothing up', async () => {
  const match = await anOpenMatch(app, '某新能源汽车链主·杭州');
  const { token } = await askedAbout(app, match);
  for (let i = 0; i < 2; i++) {
    const seen = await app.asGuest().ok(QUESTIONS, { token });
    expect(seen).toMatchObject({
      factRequestByToken: {
        buyerName: '某新能源汽车链主·杭州',
        needTitle: '铝合金压铸壳体',
        organizationName: match.supplier.name,
        claimable: true,
        contactGiven: true,
        questions: [{ kind: 'CERTIFICATE', subjectId: 'iatf-16949' }, { kind: 'CAPACITY' }],
      },
    });
    expect(JSON.stringify(seen)).not.toContain(match.buyer.name);
  }
  for (const guessed of ['x', 'A'.repeat(43)])
    expect(await app.asGuest().ok(QUESTIONS, { token: guessed })).toMatchObject({
      factRequestByToken: { code: 'FACT_LINK_INVALID' },
    });
});

it('makes the answer a declaration with its source, changes the card, and tells the buyer', async () => {
  const match = await anOpenMatch(app);
  const { token, id } = await askedAbout(app, match);
  const unanswered = await seenByBuyer(match);
  expect(unanswered.criterion('CERTIFICATES').state).toBe('UNKNOWN');
  expect(unanswered.listed).toBe(true);
  expect(await answer(token, FULL)).toMatchObject({
    __typename: 'AnswerFactRequestPayload',
    claimable: true,
  });
  const seen = await seenByBuyer(match);
  expect(seen.capability).toMatchObject({
    factState: 'DECLARED',
    capacity: FULL.capacity,
    freshness: [{ fact: 'CAPACITY', answeredByLink: true }],
    certificates: [{ number: 'T-178', validUntil: '2099-12-31', state: 'DECLARED', answeredByLink: true }],
  });
  expect(seen.request).toEqual({
    state: 'ANSWERED',
    facts: [
      { kind: 'CERTIFICATE', answer: 'STATED', statement: 'T-178 · 2099-12-31' },
      { kind: 'CAPACITY', answer: 'STATED', statement: '80000 件 MONTH' },
    ],
  });
  expect([seen.criterion('CERTIFICATES').state, seen.criterion('CAPACITY').state]).toEqual(['MET', 'MET']);
  expect(seen.listed).toBe(true);
  expect(await eventsAbout(app, match.capability.key)).toEqual(['CapabilityChanged']);
  expect(await eventsAbout(app, match.supplier.key)).toEqual(['OrganizationChanged']);
  await tellEverybody(app);
  expect(await notificationsOf(match.buyer.editor.client)).toMatchObject([
    { kind: 'FACT_REQUEST_ANSWERED', targetId: id, text: expect.stringContaining(match.supplier.name) },
  ]);
  expect(await notificationsOf(match.buyer.viewer.client)).toEqual([]);
});

it('takes a no as known: neither unknown nor asked again; a no to what is required leaves the lists', async () => {
  const match = await anOpenMatch(app);
  const { token } = await askedAbout(app, match);
  await answer(token, { offered: true, certificates: [{ kindId: 'iatf-16949', held: false }] });
  const { criterion, request, listed } = await seenByBuyer(match);
  expect(listed).toBe(false);
  expect(criterion('CERTIFICATES')).toMatchObject({
    state: 'UNMET',
    reason: expect.stringContaining('没有'),
  });
  expect(request).toMatchObject({ facts: [{ answer: 'DENIED' }, { kind: 'CAPACITY', answer: 'LEFT_OPEN' }] });
  expect(criterion('CAPACITY').state).toBe('UNKNOWN');
  const other = { ...(await anOpenMatch(app)), supplier: match.supplier, capability: match.capability };
  const { requestFacts } = await other.buyer.editor.client.ok<{ requestFacts: { factRequest: object } }>(
    REQUEST_FACTS,
    asking(other),
  );
  expect(requestFacts.factRequest).toMatchObject({ facts: [{ kind: 'CAPACITY' }] });
});

it('“we don’t do this” stands on the card of that need and changes no fact', async () => {
  const match = await anOpenMatch(app);
  const { token } = await askedAbout(app, match);
  const before = await storedCapability(app, match.capability.key);
  expect(await answer(token, { ...FULL, offered: false })).toMatchObject({ claimable: false });
  const { criterion, request, match: card } = await seenByBuyer(match);
  expect(request).toMatchObject({ state: 'NOT_OFFERED' });
  expect(card.fit).toBe('NEAR');
  expect(criterion('CONCEPT_COVERAGE')).toEqual({
    key: 'CONCEPT_COVERAGE',
    state: 'UNMET',
    reason: '企业表示不提供',
  });
  expect(await storedCapability(app, match.capability.key)).toEqual(before);
  await tellEverybody(app);
  expect((await notificationsOf(match.buyer.owner.client))[0]?.text).toContain('不提供');
});

it('is used up by one answer, also of two at once; taken back or too old it leads nowhere', async () => {
  const match = await anOpenMatch(app);
  const { token } = await askedAbout(app, match);
  const both = await Promise.all([answer(token, FULL), answer(token, { offered: false })]);
  expect(both.map(({ __typename }) => __typename).sort()).toEqual([
    'AnswerFactRequestPayload',
    'FactLinkInvalidError',
  ]);
  expect(await answer(token, FULL)).toMatchObject({ code: 'FACT_LINK_INVALID' });
  for (const columns of [{ expiresAt: new Date(0) }, { recordedState: 'REVOKED' as never }]) {
    const later = await anOpenMatch(app);
    const link = await askedAbout(app, later);
    await app
      .get(Transactions)
      .manager.getRepository(FactRequest)
      .update({ needId: later.need.key }, columns);
    expect(await answer(link.token, FULL)).toMatchObject({ code: 'FACT_LINK_INVALID' });
    expect((await storedCapability(app, later.capability.key)).capacity).toBeNull();
  }
});

it('takes only what was asked and what a member could state; the link stays good', async () => {
  const match = await anOpenMatch(app);
  const { token } = await askedAbout(app, match);
  const reasons = [];
  for (const said of [
    { leadTimeDays: 30 },
    { certificates: [{ kindId: 'iso-9001', held: true }] },
    { certificates: [FULL.certificates[0], FULL.certificates[0]] },
    { capacity: { amount: '0', unit: '件' } },
    { deniedParameterIds: ['piece-weight'] },
  ])
    reasons.push(
      (await app.asGuest().refused(ANSWER_FACTS, { input: { token, offered: true, ...said } })).extensions
        .reason,
    );
  expect(reasons).toEqual([
    'FACT_NOT_ASKED',
    'FACT_NOT_ASKED',
    'FACT_TWICE',
    'NOT_POSITIVE',
    'FACT_NOT_ASKED',
  ]);
  expect((await storedCapability(app, match.capability.key)).version).toBe(1);
  expect(await answer(token, FULL)).toMatchObject({ __typename: 'AnswerFactRequestPayload' });
});

it('begins the claim: at once for who is signed in, after signing in for a guest, once', async () => {
  const signedIn = await aPerson(app);
  const first = await anOpenMatch(app);
  const link = await askedAbout(app, first);
  const taken = await answer(link.token, { ...FULL, claim: true }, signedIn.client);
  expect(taken.claim?.evidence).toContain('补充信息请求');
  const second = await anOpenMatch(app);
  const { token } = await askedAbout(app, second);
  const input = { token, evidence: '本人为该公司销售经理' };
  const claim = () => signedIn.client.ok(CLAIM, { input });
  expect(await claim()).toMatchObject({ claimByFactRequest: { code: 'FACT_LINK_INVALID' } });
  await answer(token, { ...FULL, claim: true });
  expect(await claim()).toMatchObject({ claimByFactRequest: { claim: { decision: 'PENDING' } } });
  expect(await claim()).toMatchObject({ claimByFactRequest: { code: 'FACT_LINK_INVALID' } });
  expect((await app.asGuest().refused(CLAIM, { input })).extensions.code).toBe('UNAUTHENTICATED');
  const [stored] = await factRequestsAbout(app, second.need.key);
  expect(stored).toMatchObject({ claimWished: true, claimId: expect.any(String) });
});

it('a link to a given contact speaks for the company no more once it is claimed', async () => {
  const match = await anOpenMatch(app);
  const { token } = await askedAbout(app, match);
  await app
    .get(Transactions)
    .query('update organization set claim_state = $2 where id = $1', [
      match.supplier.key,
      ClaimState.CLAIMED,
    ]);
  expect(await answer(token, FULL)).toMatchObject({ code: 'FACT_LINK_INVALID' });
  expect((await storedCapability(app, match.capability.key)).capacity).toBeNull();
});

it('whoever wants no such messages is not written to again, by anybody; traces are forgotten after a quarter', async () => {
  const match = await anOpenMatch(app);
  const { token } = await askedAbout(app, match);
  expect(await app.asGuest().ok(REFUSE, { input: { token } })).toMatchObject({
    refuseFactRequests: { __typename: 'RefuseFactRequestsPayload' },
  });
  expect(await answer(token, FULL)).toMatchObject({ code: 'FACT_LINK_INVALID' });
  const other = { ...(await anOpenMatch(app)), contact: match.contact };
  expect(await other.buyer.owner.client.ok(REQUEST_FACTS, asking(other))).toMatchObject({
    requestFacts: { code: 'FACT_CONTACT_OBJECTED' },
  });
  expect(await messagesTo(app, match.contact)).toHaveLength(1);
  const old = new Date(Date.now() - 91 * 86_400_000);
  await app
    .get(Transactions)
    .query('update fact_request set expires_at = $2 where need_id = $1', [match.need.key, old]);
  await app.get(FactContactCleaning).handle();
  expect(await factRequestsAbout(app, match.need.key)).toMatchObject([
    { contactMask: null, contactHash: null },
  ]);
});
