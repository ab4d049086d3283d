import { createTestApp, type TestApp } from '../../support/test-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('certificateKinds', () => {
  it('gives the whole catalogue to anybody', async () => {
    const { certificateKinds } = await app
      .asGuest()
      .ok<{ certificateKinds: { id: string }[] }>('{ certificateKinds { id name certifies } }');
    expect(certificateKinds.length).toBeGreaterThanOrEqual(60);
    expect(certificateKinds).toContainEqual({ id: 'vda-6-3', name: 'VDA 6.3 过程审核', certifies: 'SITE' });
  });

  it('finds kinds by usual writings, in the reader’s language', async () => {
    const answer = await app
      .asGuest()
      .in('en')
      .ok('{ certificateKinds(query: "TS 16949", first: 1) { id name } }');
    expect(answer).toEqual({
      certificateKinds: [{ id: 'iatf-16949', name: 'IATF 16949 automotive quality management' }],
    });
  });
});
