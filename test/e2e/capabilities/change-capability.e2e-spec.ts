import { FactState, Period } from '@app/kernel';
import { aCapability, storedCapability } from '../../support/builders/capabilities.js';
import { aStaffMember, clockOf } from '../../support/builders/identity.js';
import { anOrganization, eventsAbout, type TestOrganization } from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { CapabilityState } from '@app/capabilities';

const FIELDS =
  'capability { state version title description concepts { conceptId } conceptsCorrected factState freshness { fact days stale } }';
const mutation = (name: string) => `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) {
  ${name}(input: $input) {
    __typename
    ... on ${name.charAt(0).toUpperCase()}${name.slice(1)}Payload { ${FIELDS} }
    ... on UserError { code message }
    ... on CapabilityChangedMeanwhileError { currentVersion }
  }
}`;
const UPDATE = mutation('updateCapability');
const PUBLISH = mutation('publishCapability')
  .replace(/\.\.\. on CapabilityChanged.*\n/, '')
  .replace(/\.\.\. on UserError.*\n/, '');
const WITHDRAW = mutation('withdrawCapability').replace(/\.\.\. on CapabilityChanged.*\n/, '');
const RECONFIRM = PUBLISH.replaceAll('publish', 'reconfirm').replaceAll('Publish', 'Reconfirm');

interface Outcome {
  __typename: string;
  code?: string;
  currentVersion?: number;
  capability?: {
    state: string;
    version: number;
    title: string;
    conceptsCorrected: boolean;
    freshness: { fact: string; days: number; stale: boolean }[];
  };
}
type Answer = Record<
  'updateCapability' | 'publishCapability' | 'withdrawCapability' | 'reconfirmCapability',
  Outcome
>;

let app: TestApp;
let organization: TestOrganization;

beforeAll(async () => {
  app = await createTestApp();
  organization = await anOrganization(app);
});
afterAll(() => app.close());

const step = (capabilityId: string, more: object = {}, actingOrganizationId = organization.id) => ({
  input: { actingOrganizationId, capabilityId, ...more },
});
const draft = () => aCapability(app, organization.key, {}, { state: CapabilityState.DRAFT });

describe('an update', () => {
  it('changes what is said and finds the concepts anew', async () => {
    const { id, key } = await draft();
    const { updateCapability } = await organization.editor.client.ok<Answer>(
      UPDATE,
      step(id, { expectedVersion: 1, title: '锻造' }),
    );
    expect(updateCapability).toMatchObject({
      __typename: 'UpdateCapabilityPayload',
      capability: { version: 2, title: '锻造', state: 'DRAFT' },
    });
    const { concepts } = await storedCapability(app, key);
    expect(concepts.map(({ conceptId }) => conceptId)).toEqual(['forging']);
    expect(await eventsAbout(app, key)).toEqual(['CapabilityChanged']);
  });

  it('keeps concepts that the supplier corrected, until it goes back to the texts', async () => {
    const { id } = await draft();
    const update = async (version: number, more: object) =>
      (await organization.owner.client.ok<Answer>(UPDATE, step(id, { expectedVersion: version, ...more })))
        .updateCapability.capability;
    expect(await update(1, { conceptIds: ['forging'] })).toMatchObject({
      conceptsCorrected: true,
      concepts: [{ conceptId: 'forging' }],
    });
    expect(await update(2, { title: '数控机加工' })).toMatchObject({
      conceptsCorrected: true,
      concepts: [{ conceptId: 'forging' }],
    });
    expect(await update(3, { conceptIds: null })).toMatchObject({ conceptsCorrected: false });
  });

  it('confirms the facts that it speaks of and no others', async () => {
    const yesterday = new Date(Date.now() - 10 * 86_400_000).toISOString();
    const { id, key } = await aCapability(
      app,
      organization.key,
      { leadTimeDays: 20, capacity: { amount: '5', unit: '件', period: Period.MONTH } },
      { factsConfirmedAt: { LEAD_TIME: yesterday, CAPACITY: yesterday } },
    );
    await organization.owner.client.ok(UPDATE, step(id, { expectedVersion: 1, leadTimeDays: 15 }));
    const { factsConfirmedAt } = await storedCapability(app, key);
    expect(factsConfirmedAt.CAPACITY).toBe(yesterday);
    expect(Date.parse(factsConfirmedAt.LEAD_TIME!)).toBeGreaterThan(Date.parse(yesterday));
    await organization.owner.client.ok(UPDATE, step(id, { expectedVersion: 2, capacity: null }));
    expect(Object.keys((await storedCapability(app, key)).factsConfirmedAt)).toEqual(['LEAD_TIME']);
  });

  it('makes a declaration of what was inferred', async () => {
    const { id, key } = await aCapability(
      app,
      organization.key,
      {},
      { factState: FactState.INFERRED, sourcePhrase: '铝压铸件' },
    );
    await organization.owner.client.ok(UPDATE, step(id, { expectedVersion: 1, description: '自有产线' }));
    expect(await storedCapability(app, key)).toMatchObject({
      factState: 'DECLARED',
      sourcePhrase: '铝压铸件',
    });
  });

  it('by two at once is made by one; the other is told the version', async () => {
    const { id, key } = await draft();
    const answers = await Promise.all(
      [organization.owner, organization.editor].map(({ client }, i) =>
        client.ok<Answer>(UPDATE, step(id, { expectedVersion: 1, title: `标题${i}` })),
      ),
    );
    const outcomes = answers.map((answer) => answer.updateCapability);
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'CapabilityChangedMeanwhileError',
      'UpdateCapabilityPayload',
    ]);
    expect(outcomes.find(({ code }) => code)).toMatchObject({
      code: 'CAPABILITY_CHANGED_MEANWHILE',
      currentVersion: 2,
    });
    const won = outcomes.find(({ capability }) => capability)!.capability!;
    expect(await storedCapability(app, key)).toMatchObject({ version: 2, title: won.title });
  });
});

describe('publication and withdrawal', () => {
  it('lead from draft to published to withdrawn and back', async () => {
    const { id, key } = await draft();
    const { client } = organization.editor;
    expect((await client.ok<Answer>(PUBLISH, step(id))).publishCapability.capability).toMatchObject({
      state: 'PUBLISHED',
      version: 2,
    });
    expect((await client.ok<Answer>(WITHDRAW, step(id))).withdrawCapability.capability).toMatchObject({
      state: 'WITHDRAWN',
      version: 3,
    });
    expect((await client.ok<Answer>(PUBLISH, step(id))).publishCapability.capability).toMatchObject({
      state: 'PUBLISHED',
      version: 4,
    });
    const events = await eventsAbout(app, key);
    expect(events.filter((type) => type === 'CapabilityChanged')).toHaveLength(3);
    expect(events.filter((type) => type !== 'CapabilityChanged')).toEqual([
      'CapabilityPublished',
      'CapabilityWithdrawn',
      'CapabilityPublished',
    ]);
  });

  it('twice, or by two at once, happen once', async () => {
    const { id, key } = await draft();
    await Promise.all(
      [organization.owner, organization.editor].map(({ client }) => client.ok(PUBLISH, step(id))),
    );
    expect(await storedCapability(app, key)).toMatchObject({ state: 'PUBLISHED', version: 2 });
    await Promise.all(
      [organization.owner, organization.editor].map(({ client }) => client.ok(WITHDRAW, step(id))),
    );
    expect(await storedCapability(app, key)).toMatchObject({ state: 'WITHDRAWN', version: 3 });
    expect(await eventsAbout(app, key)).toHaveLength(4);
  });

  it('a draft is not withdrawn', async () => {
    const { id, key } = await draft();
    const { withdrawCapability } = await organization.owner.client.in('en').ok<Answer>(WITHDRAW, step(id));
    expect(withdrawCapability).toEqual({
      __typename: 'CapabilityNotPublishedError',
      code: 'CAPABILITY_NOT_PUBLISHED',
      message: 'The capability is not published, so it cannot be withdrawn.',
    });
    expect(await storedCapability(app, key)).toMatchObject({ state: 'DRAFT', version: 1 });
  });
});

describe('reconfirmation', () => {
  it('makes every stated fact fresh again, and declares what was inferred', async () => {
    const old = new Date(Date.now() - 100 * 86_400_000).toISOString();
    const { id, key } = await aCapability(
      app,
      organization.key,
      { leadTimeDays: 20, materials: ['ADC12'] },
      { factsConfirmedAt: { LEAD_TIME: old, TECHNICAL: old }, factState: FactState.INFERRED },
    );
    const SEEN = 'query ($id: ID!) { capability(id: $id) { freshness { fact days stale } } }';
    expect(await app.asGuest().ok(SEEN, { id })).toEqual({
      capability: {
        freshness: [
          { fact: 'TECHNICAL', days: 100, stale: false },
          { fact: 'LEAD_TIME', days: 100, stale: true },
        ],
      },
    });
    const { reconfirmCapability } = await organization.editor.client.ok<Answer>(RECONFIRM, step(id));
    expect(reconfirmCapability.capability).toMatchObject({
      version: 2,
      factState: 'DECLARED',
      freshness: [
        { fact: 'TECHNICAL', days: 0, stale: false },
        { fact: 'LEAD_TIME', days: 0, stale: false },
      ],
    });
    expect(await eventsAbout(app, key)).toEqual(['CapabilityChanged']);
  });

  it('grows old by the clock alone', async () => {
    const { id } = await aCapability(app, organization.key, { leadTimeDays: 20 });
    const clock = clockOf(app);
    clock.advance(91 * 86_400_000);
    const { capability } = await app
      .asGuest()
      .ok<{ capability: object }>('query ($id: ID!) { capability(id: $id) { freshness { days stale } } }', {
        id,
      });
    clock.advance(-91 * 86_400_000);
    expect(capability).toEqual({ freshness: [{ days: 91, stale: true }] });
  });
});

describe('every change', () => {
  const operations: [string, string, object][] = [
    ['updateCapability', UPDATE, { expectedVersion: 1, title: '他人所改' }],
    ['publishCapability', PUBLISH, {}],
    ['withdrawCapability', WITHDRAW, {}],
    ['reconfirmCapability', RECONFIRM, {}],
  ];

  it.each(operations)(
    '%s of a published one is refused to all but its owners and editors',
    async (_, operation, more) => {
      const { id, key } = await aCapability(app, organization.key);
      const before = await storedCapability(app, key);
      const rival = await anOrganization(app);
      const staff = (await aStaffMember(app)).client;
      for (const client of [organization.viewer.client, rival.owner.client, staff]) {
        expect((await client.refused(operation, step(id, more))).extensions.code).toBe('FORBIDDEN');
      }
      expect((await rival.owner.client.refused(operation, step(id, more, rival.id))).extensions.code).toBe(
        'FORBIDDEN',
      );
      expect((await app.asGuest().refused(operation, step(id, more))).extensions.code).toBe(
        'UNAUTHENTICATED',
      );
      expect(await storedCapability(app, key)).toEqual(before);
      expect(await eventsAbout(app, key)).toEqual([]);
    },
  );

  it.each(operations)('%s of a draft does not exist for a stranger', async (_, operation, more) => {
    const { id, key } = await draft();
    const rival = await anOrganization(app);
    const staff = (await aStaffMember(app)).client;
    for (const client of [rival.owner.client, staff])
      expect((await client.refused(operation, step(id, more))).extensions.code).toBe('NOT_FOUND');
    expect((await organization.viewer.client.refused(operation, step(id, more))).extensions.code).toBe(
      'FORBIDDEN',
    );
    expect(await storedCapability(app, key)).toMatchObject({ state: 'DRAFT', version: 1 });
    expect(await eventsAbout(app, key)).toEqual([]);
  });

  it.each(operations)('%s of what is not there is not found', async (_, operation, more) => {
    const missing = 'Q2FwYWJpbGl0eTowMThmMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDE';
    expect((await organization.owner.client.refused(operation, step(missing, more))).extensions.code).toBe(
      'NOT_FOUND',
    );
  });
});
