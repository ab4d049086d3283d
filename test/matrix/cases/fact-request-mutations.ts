import { aCapability } from '../../support/builders/capabilities.js';
import { ANSWER_FACTS, aFactRequest, type TestFactRequest } from '../../support/builders/fact-requests.js';
import { anUnclaimedOrganization } from '../../support/builders/organizations.js';
import { aNeed } from '../../support/builders/procurement.js';
import type { Market } from '../market.js';
import type { MutationCases } from './mutation-case.js';

const asBuyer = ({ houses }: Market) => ({ actingOrganizationId: houses.buyer.id });

async function aRequest({ app, houses }: Market): Promise<TestFactRequest> {
  const [need, asked] = [await aNeed(app, houses.buyer.key), await anUnclaimedOrganization(app)];
  return aFactRequest(app, need.key, { asked: asked.key, by: houses.buyer.key });
}

const aLink = async (market: Market) => ({ token: (await aRequest(market)).token });

async function anAnsweredLink(market: Market): Promise<{ token: string }> {
  const { token } = await aRequest(market);
  await market.app.asGuest().ok(ANSWER_FACTS, { input: { token, offered: true } });
  return { token };
}

/** Mutations of fact requests: the buyer's, and those of whoever holds a link. */
export const factRequestMutations: MutationCases = {
  requestFacts: {
    'about the buyer’s need': {
      given: async ({ app, houses }) => ({
        needId: (await aNeed(app, houses.buyer.key)).id,
        capabilityId: (await aCapability(app, houses.supplier.key)).id,
      }),
      input: (m, given) => ({ ...asBuyer(m), ...given, facts: [{ kind: 'PRICE' }] }),
    },
  },
  revokeFactRequest: {
    'of the buyer': {
      given: async (market) => ({ factRequestId: (await aRequest(market)).id }),
      input: (m, given) => ({ ...asBuyer(m), ...given }),
    },
  },
  answerFactRequest: {
    'by a good link': { given: aLink, input: (_, given) => ({ ...given, offered: true }) },
    'by a guessed link': { input: () => ({ token: 'A'.repeat(43), offered: true }) },
  },
  refuseFactRequests: { 'by a good link': { given: aLink, input: (_, given) => given } },
  claimByFactRequest: {
    'by an answered link': {
      given: anAnsweredLink,
      input: (_, given) => ({ ...given, evidence: '本人为该公司员工' }),
    },
  },
};
