import { Button } from 'antd';
import type { EnumOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { saveFile } from '../../../ui/save-file.js';
import { Section } from '../../../ui/page.js';
import { EXPORT_SCHEDULE } from './meeting.mutations.js';

interface ScheduleFilesProps {
  readonly eventId: string;
  readonly organizationId: string;
  readonly title: string;
  readonly text?: string;
  readonly kinds: readonly EnumOf<'MeetingFileKind'>[];
}

/** The published schedule on paper or as a table: everybody's for organizers, one's own for participants. */
export function ScheduleFiles({ eventId, organizationId, title, text, kinds }: ScheduleFilesProps) {
  const t = useTexts();
  const give = useAction(EXPORT_SCHEDULE);
  const take = async (kind: EnumOf<'MeetingFileKind'>) => {
    const file = await give.run({ input: { actingOrganizationId: organizationId, eventId, kind } });
    if (file) saveFile(file);
  };
  return (
    <Section title={title}>
      {text && <p className="quiet">{text}</p>}
      <ProblemNotice problem={give.problem} />
      <p className="button-row">
        {kinds.map((kind) => (
          <Button key={kind} disabled={give.busy} onClick={() => void take(kind)}>
            {t(`meetingFile.${kind}`)}
          </Button>
        ))}
      </p>
    </Section>
  );
}
