import { Period } from '@app/kernel';
import { aCapability } from '../../../support/builders/capabilities.js';
import { indexed } from '../../../support/builders/discovery.js';
import { anOrganization, type TestOrganization } from '../../../support/builders/organizations.js';
import { aNeed, type TestNeed } from '../../../support/builders/procurement.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';
import { Guesser } from './guesser.spec-support.js';

/** Prices around everything that a guesser could hope to tell apart. */
const TRIES = [
  '40',
  '79.99',
  '80.5',
  '81',
  '88',
  '94.99',
  '95',
  '95.01',
  '99.98',
  '100',
  '100.01',
  '125',
  '400',
];

let app: TestApp;
let buyer: TestOrganization;
let guesser: Guesser;

beforeAll(async () => {
  app = await createTestApp();
  buyer = await anOrganization(app);
  const supplier = await anOrganization(app);
  guesser = new Guesser(supplier, await aCapability(app, supplier.key, { title: '铝合金压铸壳体' }));
});
afterAll(() => app.close());

const pricedAt = (amount: string, targetPriceShown: boolean) =>
  aNeed(app, buyer.key, {
    statedTargetPrice: { amount, currency: 'CNY', taxIncluded: true, basis: '件' },
    targetPriceShown,
  });
const budgetedAt = (max: string) =>
  aNeed(app, buyer.key, { statedBudget: { min: null, max, currency: 'CNY' }, budgetShown: false }, [
    {
      name: '电机壳体',
      process: '压铸',
      quantityAmount: '100',
      quantityUnit: '件',
      quantityPeriod: Period.ONCE,
    },
  ]);

/** What the guesser sees of each of some needs at each price that it tries, and in which order they stand. */
async function transcripts(needs: readonly TestNeed[]): Promise<{ answers: string[][]; orders: string[] }> {
  await indexed(app, 'needs', ...needs.map(({ key }) => key));
  const answers: string[][] = needs.map(() => []);
  const orders: string[] = [];
  for (const price of TRIES) {
    await guesser.offerAt(price);
    const { matches } = await guesser.list();
    const ids = matches.map(({ procurementNeed }) => procurementNeed.id);
    orders.push(
      needs
        .map(({ id }) => id)
        .sort((a, b) => ids.indexOf(a) - ids.indexOf(b))
        .join(),
    );
    for (const [i, { id }] of needs.entries()) answers[i]!.push(await guesser.answerOf(id));
  }
  return { answers, orders };
}

describe('a supplier that guesses at a target price', () => {
  it('finds one that is shown by halving, to a thousandth', async () => {
    const open = await pricedAt('95', true);
    await indexed(app, 'needs', open.key);
    expect(await guesser.leastBeyond(open.id, 1, 1000)).toBeCloseTo(95, 0);
  });

  it('finds of a hidden one the end of its band, wherever in the band it lies', async () => {
    const hidden = [await pricedAt('81', false), await pricedAt('99.5', false)];
    await indexed(app, 'needs', ...hidden.map(({ key }) => key));
    for (const { id } of hidden) expect(await guesser.leastBeyond(id, 1, 1000)).toBeCloseTo(100, 1);
  });

  it('gets the same answers, scores and orders of all hidden ones of a band, at every price', async () => {
    const { answers, orders } = await transcripts([
      await pricedAt('80.01', false),
      await pricedAt('95', false),
      await pricedAt('99.99', false),
    ]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(new Set(orders).size).toBe(1);
    // It does learn something, or the card would be of no use to it: whether it lies in the band.
    expect(new Set(answers[0]).size).toBe(2);
  });

  it('learns as little of a hidden budget', async () => {
    const { answers, orders } = await transcripts([
      await budgetedAt('8001'),
      await budgetedAt('9500'),
      await budgetedAt('9999'),
    ]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(new Set(orders).size).toBe(1);
    expect(new Set(answers[0]).size).toBe(2);
  });
});
