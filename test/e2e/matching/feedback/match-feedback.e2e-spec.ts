import { Transactions } from '@app/database';
import { PersonalDataRegistry } from '@app/identity';
import { decodeGlobalId } from '@app/kernel';
import { MATCH_WEIGHTS } from '@app/matching';
import { NeedVisibility } from '@app/procurement';
import { aCapability, type TestCapability } from '../../../support/builders/capabilities.js';
import { aStaffMember } from '../../../support/builders/identity.js';
import {
  anOrganization,
  auditedAbout,
  outsidersOf,
  type TestOrganization,
} from '../../../support/builders/organizations.js';
import { aNeed, type TestNeed } from '../../../support/builders/procurement.js';
import type { GraphqlClient } from '../../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

const SAID = 'verdict reason words score weightsVersion';
const GIVE = `mutation ($input: GiveMatchFeedbackInput!) { giveMatchFeedback(input: $input) { matchFeedback { ${SAID} } } }`;
const WITHDRAW = `mutation ($input: WithdrawMatchFeedbackInput!) { withdrawMatchFeedback(input: $input) { needId capabilityId } }`;
const MATCH = `query ($needId: ID!, $capabilityId: ID!) { match(needId: $needId, capabilityId: $capabilityId) {
  card { score } feedback { ${SAID} } } }`;
const LIST = `query ($id: ID!, $verdict: FitVerdict) { matchFeedback(organizationId: $id, verdict: $verdict) {
  edges { node { ${SAID} procurementNeed { id } capability { id } } } } }`;

interface Said {
  verdict: string;
  reason: string | null;
  words: string | null;
  score: number;
}
interface Match {
  match: { card: { score: number }; feedback: Said | null };
}

let app: TestApp;
let buyer: TestOrganization;
let caster: TestOrganization;
let casting: TestCapability;
let need: TestNeed;

beforeAll(async () => {
  app = await createTestApp();
  [buyer, caster] = [await anOrganization(app), await anOrganization(app)];
  casting = await aCapability(app, caster.key, { title: '铝合金压铸壳体' });
  need = await aNeed(app, buyer.key, { alias: '某链主·杭州' });
});
afterAll(() => app.close());
afterEach(() => app.get(Transactions).query('delete from match_feedback'));

const misfit = { verdict: 'DOES_NOT_FIT', reason: 'NOT_A_MAKER', words: '只是贸易商' };
const give = (side: TestOrganization, said: object, client: GraphqlClient = side.editor.client) =>
  client.send<{ giveMatchFeedback: { matchFeedback: Said } }>(GIVE, {
    input: { actingOrganizationId: side.id, needId: need.id, capabilityId: casting.id, ...said },
  });
const matchFor = async (client: GraphqlClient) =>
  (await client.ok<Match>(MATCH, { needId: need.id, capabilityId: casting.id })).match;
const stored = () =>
  app
    .get(Transactions)
    .query<{ verdict: string; given_by_id: string | null; words: string | null }>(
      'select verdict, given_by_id, words from match_feedback',
    );

describe('what a side says of a match', () => {
  it('is kept with the score that it was shown and the weights that made it, for its own side', async () => {
    const { data } = await give(buyer, misfit);
    const { score } = (await matchFor(buyer.viewer.client)).card;
    expect(data!.giveMatchFeedback.matchFeedback).toEqual({
      ...misfit,
      score,
      weightsVersion: MATCH_WEIGHTS.version,
    });
    expect((await matchFor(buyer.viewer.client)).feedback).toMatchObject(misfit);
    for (const client of [caster.owner.client, (await aStaffMember(app)).client])
      expect((await matchFor(client)).feedback).toBeNull();
    expect(await caster.owner.client.ok(LIST, { id: caster.id })).toEqual({ matchFeedback: { edges: [] } });
  });

  it('takes the place of what was said before, one row however often and from whom', async () => {
    await Promise.all([give(buyer, misfit), give(buyer, misfit, buyer.owner.client)]);
    await give(buyer, { verdict: 'FITS' });
    expect((await matchFor(buyer.owner.client)).feedback).toMatchObject({
      verdict: 'FITS',
      reason: null,
      words: null,
    });
    await give(caster, { verdict: 'FITS', words: '正好' });
    expect(await stored()).toHaveLength(2);
    const input = { actingOrganizationId: buyer.id, needId: need.id, capabilityId: casting.id };
    for (let i = 0; i < 2; i++) await buyer.editor.client.ok(WITHDRAW, { input });
    expect(await stored()).toHaveLength(1);
    expect((await matchFor(caster.viewer.client)).feedback).toMatchObject({ words: '正好' });
  });

  it('changes nothing of what the other side can ask', async () => {
    const before = await matchFor(caster.owner.client);
    await give(buyer, misfit);
    expect(await matchFor(caster.owner.client)).toEqual(before);
  });

  it('has a reason if it does not fit, and only then', async () => {
    const without = await give(buyer, { verdict: 'DOES_NOT_FIT' });
    expect(without.errors[0]?.extensions.reason).toBe('MISFIT_NEEDS_REASON');
    const needless = await give(buyer, { verdict: 'FITS', reason: 'PRICE' });
    expect(needless.errors[0]?.extensions.reason).toBe('REASON_WITHOUT_MISFIT');
    expect(await stored()).toEqual([]);
  });

  it('is not said by others, nor of a pair that one does not see', async () => {
    for (const { client, told } of await outsidersOf(app, buyer))
      expect((await give(buyer, misfit, client)).errors[0]?.extensions.code).toBe(told);
    const rival = await anOrganization(app);
    const secret = await aNeed(app, buyer.key, { visibility: NeedVisibility.INVITED_ONLY });
    for (const refused of [await give(rival, misfit), await give(caster, { ...misfit, needId: secret.id })])
      expect(refused.errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await stored()).toEqual([]);
  });

  it('is listed for its organization’s members, and for staff with a trace in the audit log', async () => {
    await give(buyer, misfit);
    const node = { ...misfit, procurementNeed: { id: need.id }, capability: { id: casting.id } };
    const staff = (await aStaffMember(app)).client;
    for (const client of [buyer.viewer.client, staff])
      expect(await client.ok(LIST, { id: buyer.id })).toMatchObject({ matchFeedback: { edges: [{ node }] } });
    expect(await buyer.viewer.client.ok(LIST, { id: buyer.id, verdict: 'FITS' })).toEqual({
      matchFeedback: { edges: [] },
    });
    const audited = await auditedAbout(app, buyer.key);
    expect(audited.filter((action) => action === 'MATCH_FEEDBACK_READ')).toHaveLength(1);
    expect((await caster.owner.client.refused(LIST, { id: buyer.id })).extensions.code).toBe('FORBIDDEN');
  });

  it('is exported to the person who said it, and stays without person and words when that person goes', async () => {
    await give(buyer, misfit);
    const holder = app
      .get(PersonalDataRegistry)
      .listHolders()
      .find(({ section }) => section === 'matchFeedback')!;
    const person = { userId: decodeGlobalId(buyer.editor.id).id, identifiers: [] };
    expect(await holder.export(person)).toMatchObject([{ ...misfit, organizationId: buyer.key }]);
    expect(await holder.export({ ...person, userId: decodeGlobalId(buyer.owner.id).id })).toEqual([]);
    await holder.erase(person);
    expect(await stored()).toEqual([{ verdict: 'DOES_NOT_FIT', given_by_id: null, words: null }]);
  });
});
