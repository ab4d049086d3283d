import { CapabilityState } from '@app/capabilities';
import { Transactions } from '@app/database';
import { decodeGlobalId } from '@app/kernel';
import { SupplyResponseState } from '@app/supply-responses';
import { aCapability } from '../../support/builders/capabilities.js';
import { aDraftNeed, aNeed } from '../../support/builders/procurement.js';
import { aResponse } from '../../support/builders/supply-responses.js';
import type { Market } from '../market.js';
import { presentText } from './made-over-http.js';
import type { MutationCases } from './mutation-case.js';

const asSupplier = ({ houses }: Market) => ({ actingOrganizationId: houses.supplier.id });
const asBuyer = ({ houses }: Market) => ({ actingOrganizationId: houses.buyer.id });

const aPublished = async ({ app, houses }: Market) => ({
  capabilityId: (await aCapability(app, houses.supplier.key)).id,
});
const aDraft = async ({ app, houses }: Market) => ({
  capabilityId: (await aCapability(app, houses.supplier.key, {}, { state: CapabilityState.DRAFT })).id,
});

const capabilities: MutationCases = {
  createCapability: {
    'in the supplier’s name': {
      input: (m) => ({ ...asSupplier(m), kind: 'PROCESS', title: '低压铸造' }),
      beginsAnew: true,
    },
  },
  updateCapability: {
    published: {
      given: aPublished,
      input: (m, given) => ({ ...asSupplier(m), ...given, expectedVersion: 1, title: '他人改的标题' }),
    },
    draft: {
      given: aDraft,
      input: (m, given) => ({ ...asSupplier(m), ...given, expectedVersion: 1, title: '他人改的标题' }),
    },
  },
  publishCapability: { draft: { given: aDraft, input: (m, given) => ({ ...asSupplier(m), ...given }) } },
  withdrawCapability: {
    published: { given: aPublished, input: (m, given) => ({ ...asSupplier(m), ...given }) },
  },
  reconfirmCapability: {
    published: { given: aPublished, input: (m, given) => ({ ...asSupplier(m), ...given }) },
  },
};

const anOpenNeed = async ({ app, houses }: Market) => ({ needId: (await aNeed(app, houses.buyer.key)).id });
const aNeedWithInvitation = async (market: Market) => {
  const given = await anOpenNeed(market);
  const { app, houses } = market;
  await app
    .get(Transactions)
    .query('insert into need_invitation values ($1, $2, now())', [
      decodeGlobalId(given.needId).id,
      houses.otherSupplier.key,
    ]);
  return given;
};
const aNeedDraft = async ({ app, houses }: Market) => ({
  needId: (await aDraftNeed(app, houses.buyer.key, { replyDeadline: new Date(Date.now() + 9e8) })).id,
});

const needs: MutationCases = {
  createProcurementNeed: {
    'in the buyer’s name': { input: (m) => ({ ...asBuyer(m), title: '水泵叶轮' }), beginsAnew: true },
  },
  updateProcurementNeed: {
    published: {
      given: anOpenNeed,
      input: (m, given) => ({ ...asBuyer(m), ...given, expectedVersion: 1, title: '他人改的需求' }),
    },
    draft: {
      given: aNeedDraft,
      input: (m, given) => ({ ...asBuyer(m), ...given, expectedVersion: 1, title: '他人改的需求' }),
    },
  },
  publishProcurementNeed: {
    draft: { given: aNeedDraft, input: (m, given) => ({ ...asBuyer(m), ...given }) },
  },
  closeProcurementNeed: {
    published: { given: anOpenNeed, input: (m, given) => ({ ...asBuyer(m), ...given }) },
  },
  cancelProcurementNeed: {
    published: { given: anOpenNeed, input: (m, given) => ({ ...asBuyer(m), ...given, reason: '项目取消' }) },
  },
  inviteToProcurementNeed: {
    published: {
      given: anOpenNeed,
      input: (m, given) => ({ ...asBuyer(m), ...given, organizationIds: [m.houses.otherSupplier.id] }),
    },
  },
  withdrawNeedInvitation: {
    published: {
      given: aNeedWithInvitation,
      input: (m, given) => ({ ...asBuyer(m), ...given, organizationId: m.houses.otherSupplier.id }),
    },
  },
};

const aFreshResponse = async ({ app, houses }: Market) => {
  const need = await aNeed(app, houses.buyer.key);
  return { supplyResponseId: (await aResponse(app, need.key, houses.supplier.key)).id };
};

const responses: MutationCases = {
  respondToNeed: {
    'in the supplier’s name': {
      given: anOpenNeed,
      input: (m, given) => ({ ...asSupplier(m), ...given, message: '我司可供' }),
      beginsAnew: true,
    },
    'to a need by invitation, in one’s own name': {
      input: ({ things, houses }, _, { organization }) => ({
        actingOrganizationId: organization?.id ?? houses.supplier.id,
        needId: things.invitedNeed.id,
        message: '我司可供',
      }),
      beginsAnew: true,
    },
  },
  withdrawSupplyResponse: {
    sent: { given: aFreshResponse, input: (m, given) => ({ ...asSupplier(m), ...given }) },
  },
  agreeToContactExchange: {
    'each in its own name, when the buyer is interested': {
      given: async (m) => {
        const need = await aNeed(m.app, m.houses.buyer.key);
        const state = SupplyResponseState.INTERESTED;
        const response = await aResponse(m.app, need.key, m.houses.supplier.key, { state });
        return { supplyResponseId: response.id, textVersion: await presentText(m, 'CONTACT_SHARING') };
      },
      input: ({ houses }, given, { organization }) => ({
        actingOrganizationId: organization?.id ?? houses.buyer.id,
        ...given,
      }),
      beginsAnew: true,
    },
  },
  answerSupplyResponse: {
    sent: { given: aFreshResponse, input: (m, given) => ({ ...asBuyer(m), ...given, answer: 'INTERESTED' }) },
  },
};

/** Mutations of listings: capabilities, needs with their responses. */
export const listingMutations: MutationCases = { ...capabilities, ...needs, ...responses };
