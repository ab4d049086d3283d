import { defineTexts } from '@app/kernel';

export const meetingFileTexts = defineTexts({
  MEETING_FILE_SCHEDULE: { zh: '洽谈日程', en: 'Meetings' },
  MEETING_FILE_TIME: { zh: '时间', en: 'Time' },
  MEETING_FILE_TABLE: { zh: '桌位', en: 'Table' },
  MEETING_FILE_BUYER: { zh: '采购方', en: 'Buyer' },
  MEETING_FILE_SUPPLIER: { zh: '供应方', en: 'Supplier' },
  MEETING_FILE_BUYER_PERSON: { zh: '采购方代表', en: 'For the buyer' },
  MEETING_FILE_SUPPLIER_PERSON: { zh: '供应方代表', en: 'For the supplier' },
  MEETING_FILE_STATE: { zh: '状态', en: 'State' },
  MEETING_FILE_STATE_PUBLISHED: { zh: '已安排', en: 'Arranged' },
  MEETING_FILE_STATE_HELD: { zh: '已洽谈', en: 'Held' },
  MEETING_FILE_STATE_NO_SHOW: { zh: '缺席', en: 'Somebody did not come' },
  MEETING_FILE_WITH: { zh: '洽谈对象', en: 'With' },
  MEETING_FILE_PERSON: { zh: '对方代表', en: 'Person' },
});
