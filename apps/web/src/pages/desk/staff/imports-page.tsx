import { Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { type Problem, useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { ImportRow } from './import-row.js';
import { ORGANIZATION_IMPORTS, START_IMPORT, UPLOAD_PART } from './organization-import.query.js';
import { StaffFrame } from './staff-frame.js';

/** Bytes of one part. */
const PART_BYTES = 384 * 1024;

/** The bytes of a part in base64. */
function base64Of(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(part);
  });
}

/** Sends a file in parts. */
export interface Upload {
  /** Share that has arrived, in percent; null while nothing is sent. */
  readonly percent: number | null;
  readonly problem: Problem | null;
  /** Gives whether all of it has arrived. */
  readonly send: (file: File) => Promise<boolean>;
}

export function useUpload(): Upload {
  const start = useAction(START_IMPORT);
  const upload = useAction(UPLOAD_PART);
  const [percent, setPercent] = useState<number | null>(null);
  const sendParts = async (file: File): Promise<boolean> => {
    const input = { fileName: file.name, size: file.size, clientMutationId: crypto.randomUUID() };
    const begun = await start.run({ input });
    if (!begun) return false;
    const importId = begun.organizationImport.id;
    for (let position = 0; position * PART_BYTES < file.size; position++) {
      const part = file.slice(position * PART_BYTES, (position + 1) * PART_BYTES);
      const content = await base64Of(part);
      if (!(await upload.run({ input: { importId, position, content } }))) return false;
      setPercent(Math.min(100, Math.round(((position + 1) * PART_BYTES * 100) / file.size)));
    }
    return true;
  };
  const send = async (file: File) => {
    setPercent(0);
    try {
      return await sendParts(file);
    } finally {
      setPercent(null);
    }
  };
  return { percent, problem: start.problem ?? upload.problem, send };
}

/** Largest file that the API takes. */
const MOST_BYTES = 50_000_000;

/** How far the upload is, or why it cannot begin. */
function Standing({ tooLarge, percent }: { tooLarge: boolean; percent: number | null }) {
  const t = useTexts();
  if (percent !== null) return <p role="status">{t('imports.sending', { percent })}</p>;
  if (!tooLarge) return null;
  return (
    <p className="fault" role="alert">
      {t('imports.tooLarge')}
    </p>
  );
}

/** Chooses a list and uploads it. */
export function UploadForm({ onUploaded }: { onUploaded: () => void }) {
  const t = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const { percent, problem, send } = useUpload();
  const tooLarge = (file?.size ?? 0) > MOST_BYTES;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!file || tooLarge || !(await send(file))) return;
    if (field.current) field.current.value = '';
    setFile(undefined);
    onUploaded();
  };
  return (
    <Section title={t('imports.upload')}>
      <p className="quiet">{t('imports.uploadText')}</p>
      <form onSubmit={(event) => void submit(event)}>
        <p className="button-row">
          <label className="file-button">
            {file?.name ?? t('imports.file')}
            <input
              ref={field}
              type="file"
              className="sr-only"
              accept=".csv,.tsv,.txt,.xlsx,.gz"
              onChange={({ target }) => setFile(target.files?.[0])}
            />
          </label>
          <Button type="primary" htmlType="submit" disabled={!file || tooLarge} loading={percent !== null}>
            {t('imports.send')}
          </Button>
        </p>
        <Standing tooLarge={tooLarge} percent={percent} />
        <ProblemNotice problem={problem} />
      </form>
    </Section>
  );
}

/** How often to look while the worker reads a list. */
const LOOK_MS = 1500;

function Imports() {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({
    query: ORGANIZATION_IMPORTS,
    requestPolicy: 'cache-and-network',
  });
  const working = data?.organizationImports.some(
    ({ state }) => state === 'CHECKING' || state === 'IMPORTING',
  );
  useEffect(() => {
    if (!working) return undefined;
    const timer = setInterval(() => ask({ requestPolicy: 'network-only' }), LOOK_MS);
    return () => clearInterval(timer);
  }, [working, ask]);
  const refresh = () => ask({ requestPolicy: 'network-only' });
  return (
    <>
      <UploadForm onUploaded={refresh} />
      <Section title={t('imports.list')}>
        <Answer data={data?.organizationImports} error={error} onRetry={refresh}>
          {(lists) => (
            <ul className="cards">
              {lists.length === 0 && <li className="quiet">{t('imports.none')}</li>}
              {lists.map((entry) => (
                <ImportRow key={entry.id} entry={entry} refresh={refresh} />
              ))}
            </ul>
          )}
        </Answer>
      </Section>
    </>
  );
}

/** Lists of organizations: uploaded, checked, imported. */
export function ImportsPage() {
  return (
    <StaffFrame title="staff.imports">
      <Imports />
    </StaffFrame>
  );
}

export { ImportsPage as Component };
