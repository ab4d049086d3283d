import { Button } from 'antd';
import type { EnumOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { saveFile } from '../../../ui/save-file.js';
import { Section } from '../../../ui/section.js';
import { EXPORT_FILE } from './registration-desk.mutations.js';

const FILES: readonly EnumOf<'EventFileKind'>[] = [
  'REGISTRATIONS_XLSX',
  'ATTENDANCE_XLSX',
  'ATTENDANCE_PDF',
  'BADGES_PDF',
];

/** What organizers take along on paper or in a table. Each export is logged. */
export function EventFiles({ eventId, organizationId }: { eventId: string; organizationId: string }) {
  const t = useTexts();
  const give = useAction(EXPORT_FILE);
  const take = async (kind: EnumOf<'EventFileKind'>) => {
    const file = await give.run({ input: { actingOrganizationId: organizationId, eventId, kind } });
    if (file) saveFile(file);
  };
  return (
    <Section title={t('eventFiles.title')}>
      <p className="quiet">{t('eventFiles.text')}</p>
      <ProblemNotice problem={give.problem} />
      <p className="button-row">
        {FILES.map((kind) => (
          <Button key={kind} disabled={give.busy} onClick={() => void take(kind)}>
            {t(`eventFile.${kind}`)}
          </Button>
        ))}
      </p>
    </Section>
  );
}
