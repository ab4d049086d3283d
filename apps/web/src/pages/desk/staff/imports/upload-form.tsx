import { Button } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTexts } from '../../../../texts/locale.js';
import { ProblemNotice } from '../../../../ui/problem-notice.js';
import { Section } from '../../../../ui/section.js';
import { useUpload } from './use-upload.js';

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
