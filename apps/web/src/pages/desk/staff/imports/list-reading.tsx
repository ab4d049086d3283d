import type { ReactNode } from 'react';
import { day, number } from '../../../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../../../texts/locale.js';
import type { Translate } from '../../../../texts/texts.js';
import type { OrganizationImportEntry } from './organization-import.query.js';
import { columnName } from './row-problems.js';

type Column = OrganizationImportEntry['columns'][number];
type Row = OrganizationImportEntry['firstRows'][number];

const headingOf = ({ heading, position }: Column, t: Translate): string =>
  heading || t('imports.columnUnnamed', { position });

function ScrollTable({ label, head, children }: { label: string; head: string[]; children: ReactNode }) {
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={label}>
      <table className="plain-table">
        <thead>
          <tr>
            {head.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** The columns of a list: what each is read as, or why it is not imported; the dropped ones are named at once. */
export function ListColumns({ columns }: Pick<OrganizationImportEntry, 'columns'>) {
  const t = useTexts();
  if (columns.length === 0) return null;
  const dropped = columns.filter(({ readAs }) => readAs === null);
  const head = [t('imports.heading'), t('imports.readAs'), t('imports.examples')];
  return (
    <>
      {dropped.length > 0 && (
        <p>
          {t('imports.columnsDropped', {
            headings: dropped.map((column) => headingOf(column, t)).join('、'),
          })}
        </p>
      )}
      <details className="fold" open={dropped.length > 0}>
        <summary>{t('imports.columns')}</summary>
        <ScrollTable label={t('imports.columns')} head={head}>
          {columns.map((column) => (
            <tr key={column.position}>
              <td lang={languageOf(column.heading)}>{headingOf(column, t)}</td>
              <td>{column.droppedBecause ?? columnName(column.readAs, t)}</td>
              <td lang={languageOf(column.examples.join(''))}>{column.examples.join(' · ')}</td>
            </tr>
          ))}
        </ScrollTable>
      </details>
    </>
  );
}

function UnderstoodRow({ row }: { row: Row }) {
  const { t, locale } = useReading();
  const { line, name, creditCode, region, industry, tiers, foundedOn, registeredCapital } = row;
  return (
    <tr>
      <td>{line}</td>
      <td>
        <span lang={languageOf(name)}>{name}</span>
        <span className="row-details quiet">{creditCode}</span>
      </td>
      <td>{region && [region.parent?.name, region.name].filter(Boolean).join(' ')}</td>
      <td>{industry && `${industry.name} ${industry.code}`}</td>
      <td>
        {tiers
          .map(({ level, year, batch }) => [t(`tier.${level}`), year, batch].filter(Boolean).join(' '))
          .join(' · ')}
      </td>
      <td>{foundedOn && day(foundedOn, locale)}</td>
      <td>{registeredCapital && `${number(registeredCapital.amount)} ${registeredCapital.currency}`}</td>
      <td lang={languageOf(row.address ?? '')}>{row.address}</td>
      <td lang={languageOf(row.businessScope ?? '')}>{row.businessScope}</td>
    </tr>
  );
}

/** The first rows of a list as they were understood, to be compared with the list before it is imported. */
export function FirstRows({ firstRows }: Pick<OrganizationImportEntry, 'firstRows'>) {
  const t = useTexts();
  if (firstRows.length === 0) return null;
  const head = [
    t('imports.line'),
    ...(['name', 'location', 'industry', 'tier', 'foundedOn', 'capital', 'address', 'scope'] as const).map(
      (column) => t(`importColumn.${column}`),
    ),
  ];
  return (
    <details className="fold" open>
      <summary>{t('imports.firstRows')}</summary>
      <ScrollTable label={t('imports.firstRows')} head={head}>
        {firstRows.map((row) => (
          <UnderstoodRow key={row.line} row={row} />
        ))}
      </ScrollTable>
    </details>
  );
}
