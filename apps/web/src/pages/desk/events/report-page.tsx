import { Button } from 'antd';
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { type EnumOf, graphql, type ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { number } from '../../../texts/format.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { Facts, Section } from '../../../ui/page.js';
import { saveFile } from '../../../ui/save-file.js';
import { Mark } from '../../../ui/tags.js';
import { EventDeskFrame, type EventDeskProps } from './event-desk-frame.js';
import { EventNumbers, useLiveNumbers } from './event-numbers.js';

/** What an event came to, in numbers of this moment. */
export const REPORT = graphql(`
  query EventReport($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      numbers {
        countedAt
        meetings {
          arranged
          held
          noShows
          wishes
          satisfiedWishes
          intentsClaimed
          intentsConfirmed
          outcomesClaimed
          outcomesConfirmed
        }
        outcomes {
          kind
          claimed
          confirmed
          amountClaimed
          amountConfirmed
        }
        gaps {
          conceptId
          name
          chains
          needs
          suppliersHere
          suppliersAnywhere
        }
      }
    }
  }
`);

/** The numbers of an event. */
export type ReportNumbers = NonNullable<NonNullable<ResultOf<typeof REPORT>['matchmakingEvent']>['numbers']>;

/** A concept that needs name, and who could offer it. */
export type Gap = ReportNumbers['gaps'][number];

export const EXPORT_REPORT = graphql(`
  mutation ExportReport($input: ExportEventReportInput!) {
    exportEventReport(input: $input) {
      __typename
      fileName
      mediaType
      base64
    }
  }
`);

/** The gaps by industry chain; a gap of several chains appears in each. */
function byChain(gaps: readonly Gap[], none: string): readonly (readonly [string, readonly Gap[]])[] {
  const chains = new Map<string, Gap[]>();
  for (const gap of gaps)
    for (const chain of gap.chains.length > 0 ? gap.chains : [none])
      chains.set(chain, [...(chains.get(chain) ?? []), gap]);
  return [...chains];
}

interface BarProps {
  readonly value: number;
  readonly most: number;
}

/** A number with a bar as long as its share of the most. */
function Bar({ value, most }: BarProps) {
  return (
    <span className="gap-bar">
      <span aria-hidden style={{ inlineSize: `${(value / Math.max(most, 1)) * 100}%` }} />
      {value}
    </span>
  );
}

function ChainTable({ chain, gaps, most }: { chain: string; gaps: readonly Gap[]; most: number }) {
  const t = useTexts();
  return (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={chain}>
      <table className="plain-table gap-table">
        <caption>{chain}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.concept')}</th>
            <th scope="col">{t('report.needs')}</th>
            <th scope="col">{t('report.here')}</th>
            <th scope="col">{t('report.anywhere')}</th>
          </tr>
        </thead>
        <tbody>
          {gaps.map(({ conceptId, name, needs, suppliersHere, suppliersAnywhere }) => (
            <tr key={conceptId}>
              <th scope="row">{name}</th>
              <td>
                <Bar value={needs} most={most} />
              </td>
              <td>
                {suppliersHere === 0 ? (
                  <Mark tone="warn" text="0" />
                ) : (
                  <Bar value={suppliersHere} most={most} />
                )}
              </td>
              <td>{suppliersAnywhere}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Needed items and the attending suppliers of each, by chain; items without a supplier come first. */
export function GapMap({ gaps }: { gaps: readonly Gap[] }) {
  const t = useTexts();
  const most = Math.max(...gaps.map(({ needs, suppliersHere }) => Math.max(needs, suppliersHere)), 1);
  return (
    <Section title={t('report.gaps')}>
      <p className="quiet">{t('report.gapsText')}</p>
      {gaps.length === 0 && <p className="quiet">{t('report.noGaps')}</p>}
      {byChain(gaps, t('report.noChain')).map(([chain, own]) => (
        <ChainTable key={chain} chain={chain} gaps={own} most={most} />
      ))}
    </Section>
  );
}

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

/** Reported and confirmed outcomes in separate columns. */
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
