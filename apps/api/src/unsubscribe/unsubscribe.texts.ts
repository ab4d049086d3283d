import { defineTexts } from '@app/kernel';

/** The sentences of the page behind the links that end alerts. */
export const unsubscribeTexts = defineTexts({
  UNSUBSCRIBE_TITLE: { zh: '退订', en: 'No more of these' },
  UNSUBSCRIBE_ASK: {
    zh: '不再接收检索“{name}”的新结果？检索本身会保留，登录后可重新开启。',
    en: 'Stop being told of new results for “{name}”? The search is kept and can be turned on again after signing in.',
  },
  UNSUBSCRIBE_ACT: { zh: '退订', en: 'Stop' },
  UNSUBSCRIBE_DONE: {
    zh: '已退订“{name}”，不会再收到它的新结果。',
    en: 'Done: you are told no more of “{name}”.',
  },
  UNSUBSCRIBE_INVALID: {
    zh: '链接无效：该检索可能已被删除。',
    en: 'The link leads nowhere: the search may have been deleted.',
  },
});
