import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useAction } from '../../../api/use-action.js';
import { day, number, timeOf } from '../../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../../texts/locale.js';
import { type TextKey, TEXTS, type Translate } from '../../../texts/texts.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Mark } from '../../../ui/tags.js';
import { type OrganizationImportEntry, RUN_IMPORT } from './organization-import.query.js';

/** The name of a column of the import in the reader’s language. */
function columnName(column: string | null, t: Translate): string {
  if (!column) return '';
  const key = `importColumn.${column}`;
  return Object.hasOwn(TEXTS, key) ? t(key as TextKey) : column;
}

/** The problems in the rows of a list. */
function RowProblems({ problems }: Pick<OrganizationImportEntry, 'problems'>) {
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
function ListColumns({ columns }: Pick<OrganizationImportEntry, 'columns'>) {
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
function FirstRows({ firstRows }: Pick<OrganizationImportEntry, 'firstRows'>) {
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

const COUNTS = ['rows', 'created', 'updated', 'unchanged', 'rejected', 'warnings'] as const;
const TONES = {
  UPLOADING: 'plain',
  CHECKING: 'strong',
  CHECKED: 'warn',
  IMPORTING: 'strong',
  IMPORTED: 'good',
  FAILED: 'plain',
} as const;

type Counts = NonNullable<OrganizationImportEntry['counts']>;

function CountList({ counts }: { counts: Counts }) {
  const t = useTexts();
  return (
    <p>
      {COUNTS.map((name) => (
        <span key={name} className="pair">
          {t(`importCount.${name}`)} <strong>{number(counts[name])}</strong>
        </span>
      ))}
    </p>
  );
}

/** Imports a list once somebody has read what it comes to. */
function RunButton({ id, counts, refresh }: { id: string; counts: Counts; refresh: () => void }) {
  const t = useTexts();
  const action = useAction(RUN_IMPORT);
  const { created, updated } = counts;
  if (created + updated === 0) return <p className="quiet">{t('imports.nothing')}</p>;
  const run = async () => {
    if (await action.run({ input: { importId: id } })) refresh();
  };
  return (
    <>
      <ProblemNotice problem={action.problem} />
      <p className="button-row">
        <Popconfirm
          title={t('imports.runSure', { created: number(created), updated: number(updated) })}
          onConfirm={() => void run()}
        >
          <Button type="primary" loading={action.busy}>
            {t('imports.run', { count: number(created + updated) })}
          </Button>
        </Popconfirm>
      </p>
    </>
  );
}

interface ImportRowProps {
  readonly entry: OrganizationImportEntry;
  readonly refresh: () => void;
}

/** An uploaded list: its status, counts, problems and the import button. */
export function ImportRow({ entry, refresh }: ImportRowProps) {
  const { t, locale } = useReading();
  const { id, fileName, state, rowsRead, failure, startedAt, counts, problems, columns, firstRows } = entry;
  const working = state === 'CHECKING' || state === 'IMPORTING';
  return (
    <li className="card">
      <p>
        <span className="card-title">{fileName}</span>{' '}
        <Mark tone={TONES[state]} text={t(`importState.${state}`)} />
      </p>
      <p className="card-details">{timeOf(startedAt, locale)}</p>
      {working && <p role="status">{t('imports.reading', { rows: number(rowsRead) })}</p>}
      {failure && <p className="fault">{failure}</p>}
      {counts && <CountList counts={counts} />}
      {(state === 'CHECKED' || state === 'IMPORTING') && (
        <>
          <ListColumns columns={columns} />
          <FirstRows firstRows={firstRows} />
        </>
      )}
      <RowProblems problems={problems} />
      {state === 'CHECKED' && counts && <RunButton id={id} counts={counts} refresh={refresh} />}
    </li>
  );
}
