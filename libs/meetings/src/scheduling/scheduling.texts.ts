import { defineTexts, Outcome, OutcomeType } from '@app/kernel';
import { Field } from '@nestjs/graphql';
import { SchedulingState } from './scheduling.enums.js';

@OutcomeType('SchedulingActiveError', 'The scheduler is at work for this event.')
export class SchedulingActiveError extends Outcome {
  constructor() {
    super('SCHEDULING_ACTIVE', {}, ['input.eventId']);
  }
}

@OutcomeType('NothingToScheduleError', 'There are no slots ahead, or no tables.')
export class NothingToScheduleError extends Outcome {
  constructor() {
    super('NOTHING_TO_SCHEDULE', {}, ['input.eventId']);
  }
}

@OutcomeType('SchedulingStateError', 'The run is over.')
export class SchedulingStateError extends Outcome {
  @Field(() => SchedulingState, { description: 'Where it stands.' })
  readonly state: SchedulingState;

  constructor(state: SchedulingState) {
    super('SCHEDULING_STATE', {}, ['input.runId']);
    this.state = state;
  }
}

defineTexts({
  SCHEDULING_ACTIVE: { zh: '该活动已有排程正在进行。', en: 'The scheduler is at work for this event.' },
  NOTHING_TO_SCHEDULE: {
    zh: '请先设置洽谈时段与桌位，并确认还有未开始的时段。',
    en: 'There are no slots ahead, or no tables. Please set them first.',
  },
  NOTHING_TO_PUBLISH: { zh: '没有待发布的洽谈安排。', en: 'There is no provisional schedule.' },
  SCHEDULING_STATE: { zh: '该次排程已结束。', en: 'The run is over.' },
  SCHEDULING_ABANDONED: {
    zh: '后台程序多次中断，排程未完成，请重新开始。',
    en: 'The worker ended in the middle several times. Please start again.',
  },
  SCHEDULE_UNLAWFUL: {
    zh: '已固定的洽谈相互冲突，请解除部分锁定后重试。',
    en: 'Fixed meetings contradict one another. Please unlock some and start again.',
  },
  SCHEDULING_BROKE: {
    zh: '排程程序出错，原有安排未受影响，请重试。',
    en: 'The scheduler broke down. The schedule is what it was; please start again.',
  },
  LEFT_OUT_DECLINED: { zh: '一方不愿洽谈', en: 'One side does not want to meet' },
  LEFT_OUT_WITHDRAWN: { zh: '一方已不再参加活动', en: 'One side has no place at the event any more' },
  LEFT_OUT_NO_SHARED_SLOT: { zh: '双方没有共同可用的时段', en: 'There is no slot in which both can meet' },
  LEFT_OUT_LIMIT_REACHED: { zh: '一方洽谈数已达上限', en: 'One side has as many meetings as allowed' },
  LEFT_OUT_TABLES_FULL: {
    zh: '双方都有空的时段桌位已满',
    en: 'Whenever both are free, all tables are taken',
  },
  LEFT_OUT_LOWER_PRIORITY: {
    zh: '双方可用的时段已安排更优先的洽谈',
    en: 'Whenever both could meet, one of them meets somebody else',
  },
  LEFT_OUT_SEARCH_ENDED: { zh: '排程提前结束，尚有余地', en: 'The search ended early; there would be room' },
  ADVICE_ONE_MORE_TABLE: {
    zh: '自 {time} 起增加一张洽谈桌，可多安排至少 {gain} 场洽谈（上限 {most} 场）。',
    en: 'Meetings gained by one more table from {time} on: {gain} at least, {most} at most.',
  },
  ADVICE_ONE_MORE_SLOT: {
    zh: '在最后加一个时段，可多安排至少 {gain} 场洽谈（上限 {most} 场）。',
    en: 'Meetings gained by one more slot at the end: {gain} at least, {most} at most.',
  },
  ADVICE_HIGHER_LIMIT_OF_BUYERS: {
    zh: '采购方洽谈上限各加一场，可多安排至少 {gain} 场洽谈（上限 {most} 场）。',
    en: 'Meetings gained by allowing each buyer one more: {gain} at least, {most} at most.',
  },
  ADVICE_HIGHER_LIMIT_OF_SUPPLIERS: {
    zh: '供应方洽谈上限各加一场，可多安排至少 {gain} 场洽谈（上限 {most} 场）。',
    en: 'Meetings gained by allowing each supplier one more: {gain} at least, {most} at most.',
  },
  ADVICE_ALL_SLOTS_FOR_PARTICIPANT: {
    zh: '若 {who} 全程在场，可多安排至少 {gain} 场洽谈（上限 {most} 场）。',
    en: 'Meetings gained if {who} is there all the time: {gain} at least, {most} at most.',
  },
});
