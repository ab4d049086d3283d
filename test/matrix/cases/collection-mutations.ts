import { anEvent } from '../../support/builders/matchmaking-events.js';
import {
  aCollectedNeed,
  aNeedCollection,
  type TestCollection,
} from '../../support/builders/need-collections.js';
import { aNeed } from '../../support/builders/procurement.js';
import type { Market } from '../market.js';
import type { MutationCase, MutationCases } from './mutation-case.js';

const asOrganizer: MutationCase['input'] = ({ houses }, given) => ({
  actingOrganizationId: houses.organizer.id,
  ...given,
});

async function aCollection({ app, houses }: Market): Promise<TestCollection> {
  const event = await anEvent(app, houses.organizer.key);
  return aNeedCollection(app, event.key, { bureau: houses.organizer.key, delegate: houses.supplier.key });
}

const collected = (state: 'SUBMITTED' | 'ACCEPTED') => async (market: Market) => ({
  collectedNeedId: await aCollectedNeed(market.app, await aCollection(market), state),
});

/** Mutations of needs on stage and of collections. */
export const collectionMutations: MutationCases = {
  announceNeedOnStage: {
    announced: {
      given: async ({ app, houses }) => ({
        eventId: (await anEvent(app, houses.organizer.key)).id,
        needId: (await aNeed(app, houses.buyer.key)).id,
      }),
      input: asOrganizer,
    },
  },
  enterCollectedNeed: {
    'in the supplier’s district': {
      given: async (market) => {
        const { id, districtId } = await aCollection(market);
        return { collectionId: id, districtId };
      },
      input: ({ houses }, given) => ({
        actingOrganizationId: houses.supplier.id,
        ...given,
        companyName: '杭州未入驻机械厂',
        title: '电机壳体',
        public: true,
        consentGivenBy: '采购部负责人',
        consentGivenOn: '2026-01-05',
        consentForm: 'WRITTEN',
        submit: true,
      }),
    },
  },
  reviewCollectedNeed: {
    'of the supplier’s district': {
      given: collected('SUBMITTED'),
      input: (m, given, viewer) => ({ ...asOrganizer(m, given, viewer), accept: true }),
    },
  },
  inviteForCollectedNeed: {
    'of the supplier’s district': {
      given: collected('ACCEPTED'),
      input: (m, given, viewer) => ({
        ...asOrganizer(m, given, viewer),
        organizationIds: [m.houses.otherSupplier.id],
      }),
    },
  },
  exportNeedCollection: {
    'of the organizer': {
      given: async (market) => ({ collectionId: (await aCollection(market)).id }),
      input: asOrganizer,
    },
  },
};
