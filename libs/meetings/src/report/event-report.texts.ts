import { defineTexts } from '@app/kernel';

export const eventReportTexts = defineTexts({
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
