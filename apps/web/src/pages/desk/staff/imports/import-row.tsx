import { Button, Popconfirm } from 'antd';
import { useAction } from '../../../../api/use-action.js';
import { number, timeOf } from '../../../../texts/format.js';
import { useReading, useTexts } from '../../../../texts/locale.js';
import { ProblemNotice } from '../../../../ui/problem-notice.js';
import { Mark } from '../../../../ui/tags.js';
import { type OrganizationImportEntry, RUN_IMPORT } from './organization-import.query.js';
import { FirstRows, ListColumns } from './list-reading.js';
import { RowProblems } from './row-problems.js';

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

/** An uploaded list: where it stands, what it comes to, what is wrong with its rows, and its import. */
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
