import { TEXTS, type TextKey, type Translate } from '../../../../texts/texts.js';
import { useTexts } from '../../../../texts/locale.js';
import type { OrganizationImportEntry } from './organization-import.query.js';

/** The name of a column of the import in the reader’s language. */
export function columnName(column: string | null, t: Translate): string {
  if (!column) return '';
  const key = `importColumn.${column}`;
  return Object.hasOwn(TEXTS, key) ? t(key as TextKey) : column;
}

/** What is wrong with rows of a list, line by line. */
export function RowProblems({ problems }: Pick<OrganizationImportEntry, 'problems'>) {
  const t = useTexts();
  if (problems.length === 0) return null;
  return (
    <details className="fold">
      <summary>{t('imports.problems')}</summary>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('imports.problems')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('imports.line')}</th>
              <th scope="col">{t('imports.column')}</th>
              <th scope="col">{t('imports.why')}</th>
              <th scope="col">{t('imports.effect')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, column, message, rejected }) => (
              <tr key={`${line}-${column ?? ''}-${message}`}>
                <td>{line}</td>
                <td>{columnName(column, t)}</td>
                <td>{message}</td>
                <td>{t(rejected ? 'imports.rowLeftOut' : 'imports.cellLeftOut')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
