import { useEffect } from 'react';
import { useQuery } from 'urql';
import { useTexts } from '../../../../texts/locale.js';
import { Answer } from '../../../../ui/answer.js';
import { Section } from '../../../../ui/section.js';
import { StaffFrame } from '../staff-frame.js';
import { ImportRow } from './import-row.js';
import { ORGANIZATION_IMPORTS } from './organization-import.query.js';
import { UploadForm } from './upload-form.js';

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
