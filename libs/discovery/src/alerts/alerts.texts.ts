import { defineNotice } from '@app/notifications';

const footer = { zh: ' 退订：{unsubscribe}', en: ' No more of these: {unsubscribe}' };

defineNotice('NOTICE_ALERT_ONE', {
  title: { zh: '“{search}”有新结果', en: 'Something new for “{search}”' },
  text: {
    zh: '您保存的“{search}”有新结果：{listing}。',
    en: 'Your saved search “{search}” found {listing}.',
  },
  footer,
});

defineNotice('NOTICE_ALERT_MANY', {
  title: { zh: '“{search}”有 {count} 条新结果', en: '{count} new results for “{search}”' },
  text: {
    zh: '您保存的“{search}”有 {count} 条新结果：{listings}。',
    en: 'Your saved search “{search}” found {count} listings: {listings}.',
  },
  footer,
});
