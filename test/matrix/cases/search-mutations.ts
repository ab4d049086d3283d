import {
  aSearchSynonym,
  anEmbedderDeadText,
  anIndexDeadLetter,
} from '../../support/builders/search-health.js';
import type { MutationCases } from './mutation-case.js';

let made = 0;

/** What staff does for search. */
export const searchMutations: MutationCases = {
  addSearchSynonym: {
    'a new name': { input: () => ({ words: `矩阵别名${++made}`, conceptId: 'die-casting' }) },
  },
  undoSearchSynonym: {
    'one that stands': {
      given: async ({ app }) => ({ id: (await aSearchSynonym(app)).id }),
      input: (_, given) => given,
    },
  },
  retryEmbedderTexts: {
    one: {
      given: async ({ app }) => ({ ids: [await anEmbedderDeadText(app)] }),
      input: (_, given) => given,
    },
  },
  retryIndexDeadLetters: {
    one: {
      given: async ({ app }) => ({ ids: [await anIndexDeadLetter(app)] }),
      input: (_, given) => given,
    },
  },
};
