import { defineNotice } from '@app/notifications';

defineNotice('NOTICE_SCHEDULING_FAILED', {
  title: { zh: '自动排程未完成', en: 'The scheduler came to nothing' },
  text: {
    zh: '“{event}”的自动排程未能完成，原有安排未受影响。原因见活动的洽谈页，请重新开始。',
    en: 'The scheduler has made no schedule for “{event}”; the one before stands. The meetings page says why. Please start again.',
  },
});
