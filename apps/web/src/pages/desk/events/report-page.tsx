import { Button } from 'antd';
import { useCallback } from 'react';
import { useQuery } from 'urql';
import type { EnumOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { number } from '../../../texts/format.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { Facts } from '../../../ui/facts.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { saveFile } from '../../../ui/save-file.js';
import { Section } from '../../../ui/section.js';
import { EXPORT_REPORT } from '../meetings/outcome.mutations.js';
import { EventDeskFrame, type EventDeskProps } from './event-desk-frame.js';
import { EventNumbers } from './event-numbers.js';
import { GapMap } from './gap-map.js';
import { REPORT, type ReportNumbers } from './report.query.js';
import { useLiveNumbers } from './use-live-numbers.js';

function MeetingFacts({ meetings }: { meetings: ReportNumbers['meetings'] }) {
  const t = useTexts();
  const { arranged, held, noShows, wishes, satisfiedWishes } = meetings;
  const intents = { confirmed: meetings.intentsConfirmed, claimed: meetings.intentsClaimed };
  const results = { confirmed: meetings.outcomesConfirmed, claimed: meetings.outcomesClaimed };
  const facts = [
    { label: t('report.arranged'), value: arranged },
    { label: t('report.held'), value: held },
    { label: t('report.noShows'), value: noShows },
    { label: t('report.wishes'), value: `${satisfiedWishes} / ${wishes}` },
    { label: t('report.intents'), value: t('report.ofClaimed', intents) },
    { label: t('report.results'), value: t('report.ofClaimed', results) },
  ];
  return (
    <Section title={t('report.meetings')}>
      <Facts facts={facts} />
    </Section>
  );
}

const COLUMNS = ['claimed', 'confirmed', 'amountClaimed', 'amountConfirmed'] as const;

/** What is claimed and what both confirm, apart. */
function OutcomeTable({ outcomes }: { outcomes: ReportNumbers['outcomes'] }) {
  const t = useTexts();
  return (
    <Section title={t('report.outcomes')}>
      {outcomes.length === 0 ? (
        <p className="quiet">{t('report.noOutcomes')}</p>
      ) : (
        <div className="scroll-x" tabIndex={0} role="group" aria-label={t('report.outcomes')}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('report.kind')}</th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`report.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {outcomes.map((row) => (
                <tr key={row.kind}>
                  <th scope="row">{t(`outcomeKind.${row.kind}`)}</th>
                  {COLUMNS.map((column) => (
                    <td key={column}>{number(row[column])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

const FILES: readonly EnumOf<'EventReportKind'>[] = ['REPORT_PDF', 'REPORT_DOCX', 'REPORT_XLSX'];

function ReportFiles({ event, organizationId }: EventDeskProps) {
  const t = useTexts();
  const give = useAction(EXPORT_REPORT);
  const take = async (kind: EnumOf<'EventReportKind'>) => {
    const file = await give.run({ input: { actingOrganizationId: organizationId, eventId: event.id, kind } });
    if (file) saveFile(file);
  };
  return (
    <Section title={t('report.files')}>
      <ProblemNotice problem={give.problem} />
      <p className="button-row">
        {FILES.map((kind) => (
          <Button key={kind} disabled={give.busy} onClick={() => void take(kind)}>
            {t(`eventReport.${kind}`)}
          </Button>
        ))}
      </p>
    </Section>
  );
}

function Report(props: EventDeskProps) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({
    query: REPORT,
    variables: { id: props.event.id },
    requestPolicy: 'cache-and-network',
  });
  const again = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  useLiveNumbers(props.event.id, again);
  return (
    <>
      <p className="quiet">{t('report.text')}</p>
      <EventNumbers eventId={props.event.id} />
      <Answer data={data?.matchmakingEvent?.numbers} error={error} onRetry={() => ask()}>
        {({ meetings, outcomes, gaps }) => (
          <>
            <MeetingFacts meetings={meetings} />
            <OutcomeTable outcomes={outcomes} />
            <GapMap gaps={gaps} />
          </>
        )}
      </Answer>
      <ReportFiles {...props} />
    </>
  );
}

/** What an event came to: who came, who met, what came of it, and what was sought in vain. */
export function ReportPage() {
  return <EventDeskFrame>{(props) => <Report {...props} />}</EventDeskFrame>;
}

export { ReportPage as Component };
