import { defineTexts } from '@app/kernel';

export const meetingTexts = defineTexts({
  MEETING_SEAT_TAKEN: {
    zh: '该时段双方中有一方已有洽谈。',
    en: 'One of the two has another meeting in this slot.',
  },
  NO_TABLE_FREE: { zh: '该时段已无空桌。', en: 'All tables are taken in this slot.' },
  ALREADY_MEETING: { zh: '双方在该活动中已有洽谈安排。', en: 'The two have a meeting at this event.' },
  NOT_AT_EVENT: {
    zh: '对方未以相应身份确认参加该活动。',
    en: 'The other organization has no confirmed place on the other side of this event.',
  },
  MEETING_REQUEST_STATE: {
    zh: '该洽谈邀约已答复或已过期。',
    en: 'The request was answered, or its time is over.',
  },
  MEETING_STATE: {
    zh: '该洽谈已锁定、结束或取消，不能更改。',
    en: 'The meeting is locked, over or cancelled and cannot be changed.',
  },
  MEETING_GRID_IN_USE: {
    zh: '要移除的时段或桌位已有洽谈。',
    en: 'Meetings stand in slots or at tables that are to go.',
  },
  MEETING_GRID_PLANNED: {
    zh: '要移除的时段或桌位已有待发布的洽谈安排。',
    en: 'The provisional schedule has meetings in slots or at tables that are to go.',
  },
  MEETING_SAME_SLOT: { zh: '该洽谈已在这一时段。', en: 'The meeting is in this slot already.' },
  OUTCOME_AMOUNT: {
    zh: '金额须大于零，单位为元。',
    en: 'An amount is more than nothing, in CNY.',
  },
  MEETING_SLOTS_OVERLAP: { zh: '洽谈时段相互重叠。', en: 'Slots overlap.' },
  MEETING_SLOT_OUTSIDE_EVENT: {
    zh: '洽谈时段须在活动时间内，且开始早于结束。',
    en: 'Slots begin before they end and lie within their event.',
  },
});
