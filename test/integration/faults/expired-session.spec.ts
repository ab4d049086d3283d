import { clockOf } from '../../support/builders/identity.js';
import { anOrganization } from '../../support/builders/organizations.js';
import { needsOf } from '../../support/builders/procurement.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const CREATE = `mutation ($input: CreateProcurementNeedInput!) { createProcurementNeed(input: $input) { __typename } }`;
const MONTH_MS = 31 * 24 * 3_600_000;

describe('an expired session', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it('is told to sign in, in either language, and changes nothing', async () => {
    const { id, key, editor } = await anOrganization(app);
    const input = { actingOrganizationId: id, title: '壳体', lines: [{}] };
    await editor.client.ok(CREATE, { input });
    const before = await needsOf(app, key);
    clockOf(app).advance(MONTH_MS);
    const told = { extensions: { code: 'UNAUTHENTICATED' } };
    expect(await editor.client.refused(CREATE, { input })).toMatchObject({ ...told, message: '请先登录。' });
    expect(await editor.client.in('en').refused(CREATE, { input })).toMatchObject({
      ...told,
      message: 'Please sign in first.',
    });
    expect(await needsOf(app, key)).toEqual(before);
    expect(before).toHaveLength(1);
  });
});
