import { encodeGlobalId, type Locale, renderText } from '@app/kernel';
import type { OrganizationImportType } from './organization-import.type.js';
import type { OrganizationImport } from './organization-import.js';

/** An uploaded list in the reader's language. */
export function presentImport(list: OrganizationImport, locale: Locale): OrganizationImportType {
  const { id, outcome, problems, failure, ...rest } = list;
  return {
    ...rest,
    id: encodeGlobalId('OrganizationImport', id),
    counts: outcome,
    problems: problems.map(({ line, column, code, params, severity }) => ({
      line,
      column,
      message: renderText(locale, code, params),
      rejected: severity === 'REJECTED',
    })),
    failure: failure && renderText(locale, failure.code, failure.params),
  };
}
