import { defineTexts, Outcome, OutcomeType } from '@app/kernel';
import { Field, Int } from '@nestjs/graphql';
import type { OutsideEvent } from './event-followers.js';
import { EventState } from './matchmaking-event.enums.js';

defineTexts({
  EVENT_CHANGED_MEANWHILE: {
    zh: '该活动已被他人修改，请查看最新内容后再保存。',
    en: 'The event was changed by somebody else meanwhile; look at it again before you save.',
  },
  EVENT_IS_CANCELLED: { zh: '该活动已取消。', en: 'The event is cancelled.' },
  EVENT_IS_FINISHED: { zh: '该活动已结束。', en: 'The event is over.' },
  EVENT_WITHOUT_PLACE: {
    zh: '发布的活动需要填写地区和场地，或者线上链接。',
    en: 'An announced event needs a region and a venue, or an online link.',
  },
  EVENT_IN_PAST: {
    zh: '活动结束时间已过，请修改时间。',
    en: 'The end of the event lies in the past; please change its dates.',
  },
  EVENT_MEETINGS_OUTSIDE: {
    zh: '按新的时间，有 {slots} 个洽谈时段落在活动之外，其中已约定的洽谈 {meetings} 场将被取消。请确认后再保存。',
    en: 'At the new time {slots} meeting slots lie outside the event; {meetings} agreed meetings would be cancelled. Please confirm this before you save.',
  },
  UNKNOWN_CONCEPT: { zh: '没有编号为“{id}”的行业概念。', en: 'There is no trade concept “{id}”.' },
  UNKNOWN_TIME_ZONE: { zh: '没有名为“{zone}”的时区。', en: 'There is no time zone “{zone}”.' },
  INVALID_LOCAL_TIME: {
    zh: '“{value}”不是有效的当地时间，应为 2026-12-01T09:00 这样的格式。',
    en: '“{value}” is not a local time such as 2026-12-01T09:00.',
  },
  LOCAL_TIME_SKIPPED: {
    zh: '{zone} 没有 {value} 这一时刻（当时拨快了时钟）。',
    en: 'There is no {value} in {zone}: clocks are set forward then.',
  },
  LOCAL_TIME_AMBIGUOUS: {
    zh: '{zone} 的 {value} 出现两次（当时拨慢了时钟），请说明是哪一次。',
    en: '{value} comes twice in {zone}, since clocks are set back; please say which one is meant.',
  },
  EVENT_ENDS_BEFORE_START: { zh: '结束时间应晚于开始时间。', en: 'The event has to end after it starts.' },
  EVENT_TOO_LONG: { zh: '活动时长不能超过 {days} 天。', en: 'An event lasts at most {days} days.' },
  ONLINE_URL_NOT_HTTPS: {
    zh: '线上链接应以 https:// 开头。',
    en: 'The online link has to be an https:// address.',
  },
  PERIOD_UPSIDE_DOWN: { zh: '起始时间应早于截止时间。', en: 'The period has to end after it begins.' },
});

@OutcomeType('EventChangedMeanwhileError', 'Somebody else changed the event after the caller had read it.')
export class EventChangedMeanwhileError extends Outcome {
  @Field(() => Int, { description: 'The version that the event has now.' })
  readonly currentVersion: number;

  constructor(currentVersion: number) {
    super('EVENT_CHANGED_MEANWHILE', {}, ['input.expectedVersion']);
    this.currentVersion = currentVersion;
  }
}

@OutcomeType('EventStateError', 'The event stands where this is no longer possible: finished or cancelled.')
export class EventStateError extends Outcome {
  @Field(() => EventState, { description: 'Where the event stands.' })
  readonly state: EventState;

  constructor(state: EventState) {
    super(state === EventState.CANCELLED ? 'EVENT_IS_CANCELLED' : 'EVENT_IS_FINISHED', {}, ['input.eventId']);
    this.state = state;
  }
}

@OutcomeType('EventWithoutPlaceError', 'An announced event needs a venue in a region, or an online link.')
export class EventWithoutPlaceError extends Outcome {
  constructor() {
    super('EVENT_WITHOUT_PLACE', {}, ['input.venue', 'input.regionCode', 'input.onlineUrl']);
  }
}

@OutcomeType('EventInPastError', 'The end of the event lies in the past, so that it cannot be announced so.')
export class EventInPastError extends Outcome {
  constructor() {
    super('EVENT_IN_PAST', {}, ['input.schedule.ends']);
  }
}

@OutcomeType(
  'EventMeetingsOutsideError',
  'Slots for meetings would lie outside of the new times of the event, and it was not said that they are cancelled.',
)
export class EventMeetingsOutsideError extends Outcome {
  @Field(() => Int, { description: 'How many slots would go.' })
  readonly slots: number;

  @Field(() => Int, { description: 'How many meetings of which the two sides know would be cancelled.' })
  readonly meetings: number;

  constructor({ slots, meetings }: OutsideEvent) {
    super('EVENT_MEETINGS_OUTSIDE', { slots, meetings }, ['input.schedule']);
    this.slots = slots;
    this.meetings = meetings;
  }
}
