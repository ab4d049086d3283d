import { anOrganizationImport } from '../../support/builders/organization-imports.js';
import type { MutationCases } from './mutation-case.js';

/** What staff does with lists of organizations. */
export const importMutations: MutationCases = {
  startOrganizationImport: {
    'a new list': { input: () => ({ fileName: '名录.csv', size: 4 }) },
  },
  uploadOrganizationImportPart: {
    'one that waits for parts': {
      given: async ({ app }) => ({ importId: (await anOrganizationImport(app, 'UPLOADING')).id }),
      input: (_, given) => ({ ...given, position: 0, content: 'YWI=' }),
    },
  },
  runOrganizationImport: {
    'one that is checked': {
      given: async ({ app }) => ({ importId: (await anOrganizationImport(app, 'CHECKED')).id }),
      input: (_, given) => given,
    },
  },
};
