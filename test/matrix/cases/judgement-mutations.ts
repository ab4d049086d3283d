import { Transactions } from '@app/database';
import { decodeGlobalId } from '@app/kernel';
import { aBlock, aFeedback, aHiddenMatch } from '../../support/builders/match-judgements.js';
import { aNeed } from '../../support/builders/procurement.js';
import type { Market } from '../market.js';
import type { MutationCases } from './mutation-case.js';

const asSupplier = ({ houses }: Market) => ({ actingOrganizationId: houses.supplier.id });
const asBuyer = ({ houses }: Market) => ({ actingOrganizationId: houses.buyer.id });

const anOpenNeed = async ({ app, houses }: Market) => ({ needId: (await aNeed(app, houses.buyer.key)).id });
const supplierOf = ({ houses }: Market) => ({ supplierId: houses.supplier.id });
const capabilityOf = ({ things }: Market) => ({ capabilityId: things.capability.id });

const aHidden = async ({ app, houses }: Market) => {
  const need = await aNeed(app, houses.buyer.key);
  await aHiddenMatch(app, houses.buyer.key, need.key, houses.supplier.key);
  return { needId: need.id };
};
const aBlocked = async ({ app, houses }: Market) => {
  const [supplier, rival] = [houses.supplier.key, houses.otherSupplier.key];
  await app
    .get(Transactions)
    .query('delete from blocked_organization where organization_id = $1', [supplier]);
  await aBlock(app, supplier, rival);
  return {};
};
const anOpinion = async ({ app, houses, things }: Market) => {
  const need = await aNeed(app, houses.buyer.key);
  await aFeedback(app, houses.supplier.key, need.key, decodeGlobalId(things.capability.id).id);
  return { needId: need.id };
};

/** What one side of a match hides, blocks and says. Everybody may do so in the name of an own side, which is no attack. */
export const judgementMutations: MutationCases = {
  hideMatch: {
    'by the supplier': {
      given: anOpenNeed,
      input: (m, given) => ({ ...asSupplier(m), ...given, ...supplierOf(m) }),
      beginsAnew: true,
    },
    'by the buyer': {
      given: anOpenNeed,
      input: (m, given) => ({ ...asBuyer(m), ...given, ...supplierOf(m) }),
      beginsAnew: true,
    },
  },
  showMatchAgain: {
    'by the buyer': {
      given: aHidden,
      input: (m, given) => ({ ...asBuyer(m), ...given, ...supplierOf(m) }),
      beginsAnew: true,
    },
  },
  blockOrganization: {
    'by the supplier': {
      input: (m) => ({ ...asSupplier(m), organizationId: m.houses.otherSupplier.id }),
      beginsAnew: true,
    },
  },
  unblockOrganization: {
    'by the supplier': {
      given: aBlocked,
      input: (m) => ({ ...asSupplier(m), organizationId: m.houses.otherSupplier.id }),
      beginsAnew: true,
    },
  },
  giveMatchFeedback: {
    'by the supplier': {
      given: anOpenNeed,
      input: (m, given) => ({ ...asSupplier(m), ...given, ...capabilityOf(m), verdict: 'FITS' }),
      beginsAnew: true,
    },
    'by the buyer': {
      given: anOpenNeed,
      input: (m, given) => ({ ...asBuyer(m), ...given, ...capabilityOf(m), verdict: 'FITS' }),
      beginsAnew: true,
    },
  },
  withdrawMatchFeedback: {
    'by the supplier': {
      given: anOpinion,
      input: (m, given) => ({ ...asSupplier(m), ...given, ...capabilityOf(m) }),
      beginsAnew: true,
    },
  },
};
