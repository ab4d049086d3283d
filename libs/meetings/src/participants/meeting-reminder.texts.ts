import { defineNotice } from '@app/notifications';

defineNotice('NOTICE_MEETING_REMINDER', {
  title: { zh: '洽谈即将开始', en: 'A meeting is about to begin' },
  text: {
    zh: '与{organization}的洽谈将于 {starts}（{zone}）在{table}开始。“{event}”',
    en: 'Your meeting with {organization} begins at {starts} ({zone}), table {table}. “{event}”',
  },
});
