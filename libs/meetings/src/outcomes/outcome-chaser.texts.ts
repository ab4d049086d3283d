import { defineNotice } from '@app/notifications';

defineNotice('NOTICE_OUTCOME_CHASER', {
  title: { zh: '洽谈后来怎样了', en: 'What came of your meetings' },
  text: {
    zh: '“{event}”结束已 {days} 天，贵机构还有 {meetings} 场洽谈没有结果。点开即可填写意向、样品、试制或订单；没有下文也请告知，之后不再询问。',
    en: '“{event}” ended {days} days ago. Of {meetings} of your meetings it is not known what came: an intent, a sample, a trial or an order can be said in a minute; say so, too, if nothing will come, and nobody asks again.',
  },
});
