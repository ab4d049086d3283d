import { type Locale, renderText } from '@app/kernel';
import type { ConceptVocabulary } from '@app/taxonomy';
import type { MeetingNumbers } from '../outcomes/meeting-outcomes.repository.js';
import type { OutcomeFigures } from '../outcomes/outcome-thread.repository.js';
import type { ConceptGap } from './concept-gaps.repository.js';
import './event-report.texts.js';

/** What a report tells of a role. */
export interface ReportedRole {
  readonly role: string;
  readonly confirmed: number;
  readonly present: number;
}

/** Everything that a report tells. */
export interface EventReport {
  readonly roles: readonly ReportedRole[];
  readonly meetings: MeetingNumbers | null;
  readonly outcomes: readonly OutcomeFigures[];
  readonly gaps: readonly ConceptGap[];
}

/** A line of a report: of which part, what, how many, and what there is to say of it. */
export interface ReportLine {
  readonly part: string;
  readonly item: string;
  readonly number: number;
  readonly detail: string;
}

type Words = (code: string, params?: Record<string, string | number>) => string;

/** The lines of a report in the reader's language, part by part; gaps by the chain that their needs name. */
export function reportLines(
  report: EventReport,
  vocabulary: ConceptVocabulary,
  locale: Locale,
): ReportLine[] {
  const words: Words = (code, params = {}) => renderText(locale, `EVENT_REPORT_${code}`, params);
  return [
    ...attendanceLines(report, words),
    ...meetingLines(report, words),
    ...report.outcomes.map((figures) => ({
      part: words('OUTCOMES'),
      item: words(figures.kind),
      number: figures.confirmed,
      detail: `${words('CLAIMED', { ...figures })}；${words('CONFIRMED', { ...figures })}`,
    })),
    ...gapLines(report, vocabulary, { words, locale }),
  ];
}

function attendanceLines({ roles }: EventReport, words: Words): ReportLine[] {
  return roles.flatMap(({ role, confirmed, present }) => [
    {
      part: words('ATTENDANCE'),
      item: words('REGISTERED', { role: words(role) }),
      number: confirmed,
      detail: '',
    },
    { part: words('ATTENDANCE'), item: words('PRESENT', { role: words(role) }), number: present, detail: '' },
  ]);
}

function meetingLines({ meetings }: EventReport, words: Words): ReportLine[] {
  if (!meetings) return [];
  const { arranged, held, noShows, wishes, satisfiedWishes } = meetings;
  const counted: [string, number][] = [
    ['ARRANGED', arranged],
    ['HELD', held],
    ['NO_SHOWS', noShows],
    ['WISHES', wishes],
    ['SATISFIED', satisfiedWishes],
  ];
  return counted.map(([code, number]) => ({
    part: words('MEETINGS'),
    item: words(code),
    number,
    detail: '',
  }));
}

function gapLines(
  { gaps }: EventReport,
  vocabulary: ConceptVocabulary,
  { words, locale }: { words: Words; locale: Locale },
): ReportLine[] {
  const lines = gaps.flatMap(({ conceptId, chainIds, needs, suppliersHere, suppliersAnywhere }) => {
    const chains = chainIds.map((id) => vocabulary.name(id, locale));
    return (chains.length > 0 ? chains : [words('NO_CHAIN')]).map((chain) => ({
      part: `${words('GAPS')} · ${chain}`,
      item: vocabulary.name(conceptId, locale),
      number: needs,
      detail: words('SUPPLY', { here: suppliersHere, anywhere: suppliersAnywhere }),
    }));
  });
  const chains = [...new Set(lines.map(({ part }) => part))];
  return chains.flatMap((chain) => lines.filter(({ part }) => part === chain));
}
