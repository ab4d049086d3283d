import { defineTexts } from '@app/kernel';

export const checkInTexts = defineTexts({
  EVENT_FULL: { zh: '该身份名额已满。', en: 'All places of this role are taken.' },
  WALK_IN_UNNAMED: {
    zh: '请填写单位名称，或选择平台上的机构，二者选一。',
    en: 'Name the company, or choose an organization of the platform: one of the two.',
  },
  CHECK_IN_NAMES_ONE: {
    zh: '每条签到应为票码或参会代表，二者选一。',
    en: 'An entry has a ticket or a representative: one of the two.',
  },
  NOT_AN_ENTRY_ID: { zh: '签到编号应为UUID。', en: 'The id of an entry has to be a UUID.' },
});
