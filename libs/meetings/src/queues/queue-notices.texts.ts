import { defineNotice } from '@app/notifications';

defineNotice('NOTICE_QUEUE_CALLED', {
  title: { zh: '叫到您的号码了', en: 'Your number is called' },
  text: {
    zh: '“{event}”：{number} 号，请到{table}，{organization}在等您。',
    en: 'Number {number} at “{event}”: please come to table {table}, where {organization} waits for you.',
  },
});

defineNotice('NOTICE_QUEUE_NEAR', {
  title: { zh: '快到您的号码了', en: 'Your number is near' },
  text: {
    zh: '“{event}”：您在{table}（{organization}）的 {number} 号前面还有 {ahead} 位，请准备。',
    en: 'At “{event}” {ahead} wait before your number {number} at table {table} ({organization}). Please get ready.',
  },
});
