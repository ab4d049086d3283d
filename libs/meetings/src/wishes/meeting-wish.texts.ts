import { defineTexts } from '@app/kernel';

export const meetingWishTexts = defineTexts({
  MEETING_WISHES_CLOSED: {
    zh: '洽谈意向填报已截止。',
    en: 'The time in which wishes can be changed is over.',
  },
  TOO_MANY_MUST_WISHES: {
    zh: '“必谈”意向最多 {limit} 个。',
    en: 'Each participant has {limit} MUST wishes.',
  },
  MEETING_LIMITS_CROSS: {
    zh: '每家最少洽谈数不能大于最多洽谈数。',
    en: 'The fewest meetings of each cannot be more than the most.',
  },
});
