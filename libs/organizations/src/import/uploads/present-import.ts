import { encodeGlobalId, type Locale, renderText } from '@app/kernel';
import type { UnderstoodRow } from '../rows/imported-organization.js';
import type { OrganizationImportType } from './organization-import.type.js';
import type { OrganizationImport } from './organization-import.js';

const MAX_SCOPE_SHOWN = 200;

/** An uploaded list in the reader's language. */
export function presentImport(list: OrganizationImport, locale: Locale): OrganizationImportType {
  const { id, outcome, problems, failure, ...rest } = list;
  return {
    ...rest,
    id: encodeGlobalId('OrganizationImport', id),
    counts: outcome,
    // Lists that were checked before columns and rows were told have none.
    columns: (outcome?.columns ?? []).map(({ dropped, ...column }) => ({
      ...column,
      droppedBecause: dropped && renderText(locale, dropped),
    })),
    firstRows: (outcome?.firstRows ?? []).map((row) => ({
      ...row,
      businessScope: row.businessScope && row.businessScope.slice(0, MAX_SCOPE_SHOWN),
    })) satisfies UnderstoodRow[],
    problems: problems.map(({ line, column, code, params, severity }) => ({
      line,
      column,
      message: renderText(locale, code, params),
      rejected: severity === 'REJECTED',
    })),
    failure: failure && renderText(locale, failure.code, failure.params),
  };
}
