import { defineTexts, type Locale, renderText } from '@app/kernel';
import type { ConceptVocabulary } from '@app/taxonomy';
import type { MeetingNumbers } from '../outcomes/meeting-outcomes.repository.js';
import type { OutcomeFigures } from '../outcomes/outcome-thread.repository.js';
import type { ConceptGap } from './concept-gaps.repository.js';

defineTexts({
  EVENT_REPORT: { zh: '活动总结', en: 'Report' },
  EVENT_REPORT_PART: { zh: '部分', en: 'Part' },
  EVENT_REPORT_ITEM: { zh: '项目', en: 'Item' },
  EVENT_REPORT_NUMBER: { zh: '数量', en: 'Number' },
  EVENT_REPORT_DETAIL: { zh: '说明', en: 'Detail' },
  EVENT_REPORT_ATTENDANCE: { zh: '参会', en: 'Attendance' },
  EVENT_REPORT_MEETINGS: { zh: '洽谈', en: 'Meetings' },
  EVENT_REPORT_OUTCOMES: {
    zh: '成果（单方填报 / 双方确认，人民币元）',
    en: 'Outcomes (claimed / confirmed by both, CNY)',
  },
  EVENT_REPORT_GAPS: { zh: '供需缺口', en: 'Gap map' },
  EVENT_REPORT_BUYER: { zh: '采购方', en: 'Buyers' },
  EVENT_REPORT_SUPPLIER: { zh: '供应方', en: 'Suppliers' },
  EVENT_REPORT_VISITOR: { zh: '观众', en: 'Visitors' },
  EVENT_REPORT_REGISTERED: { zh: '{role}报名企业', en: '{role} with a place' },
  EVENT_REPORT_PRESENT: { zh: '{role}到场企业', en: '{role} who came' },
  EVENT_REPORT_ARRANGED: { zh: '安排场次', en: 'Arranged' },
  EVENT_REPORT_HELD: { zh: '已洽谈', en: 'Held' },
  EVENT_REPORT_NO_SHOWS: { zh: '缺席', en: 'No-shows' },
  EVENT_REPORT_WISHES: { zh: '洽谈意向', en: 'Wishes' },
  EVENT_REPORT_SATISFIED: { zh: '得到满足的意向', en: 'Wishes that have their meeting' },
  EVENT_REPORT_INTENT: { zh: '合作意向', en: 'Intents' },
  EVENT_REPORT_SAMPLE: { zh: '样品', en: 'Samples' },
  EVENT_REPORT_TRIAL: { zh: '试制', en: 'Trials' },
  EVENT_REPORT_ORDER: { zh: '订单', en: 'Orders' },
  EVENT_REPORT_CLAIMED: {
    zh: '填报 {claimed} 项 {amountClaimed} 元',
    en: '{claimed} claimed, CNY {amountClaimed}',
  },
  EVENT_REPORT_CONFIRMED: {
    zh: '双方确认 {confirmed} 项 {amountConfirmed} 元',
    en: '{confirmed} confirmed by both, CNY {amountConfirmed}',
  },
  EVENT_REPORT_SUPPLY: {
    zh: '现场供应商 {here} 家，平台已申报 {anywhere} 家',
    en: '{here} suppliers there, {anywhere} declared anywhere',
  },
  EVENT_REPORT_NO_CHAIN: { zh: '未注明产业链', en: 'No chain named' },
});

/** What a report tells of a role. */
interface ReportedRole {
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
