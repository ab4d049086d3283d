import { savedBy } from '../../support/builders/saved-searches.js';
import type { Market } from '../market.js';
import type { MutationCases } from './mutation-case.js';

const QUERY = { index: 'CAPABILITIES', text: '压铸' };

const aSearch = async ({ houses }: Market) => ({
  savedSearchId: await savedBy(houses.buyer.viewer.client, { query: QUERY }),
});

/** Mutations of what persons wait for. */
export const savedSearchMutations: MutationCases = {
  saveSearch: {
    'a question': { input: () => ({ name: '压铸', query: QUERY }) },
    'with the buyer’s need': { input: ({ things }) => ({ name: '壳体', needId: things.need.id }) },
  },
  updateSavedSearch: {
    'of the buyer’s reader': { given: aSearch, input: (_, given) => ({ ...given, paused: true }) },
  },
  deleteSavedSearch: { 'of the buyer’s reader': { given: aSearch, input: (_, given) => given } },
};
