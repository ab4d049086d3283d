import { defineTexts } from '@app/kernel';

/** The sentences of the pages behind one-time links. */
defineTexts({
  LINK_PAGE_TITLE: { zh: '补充信息', en: 'A few facts' },
  LINK_PAGE_OTHER_LANGUAGE: { zh: 'English', en: '中文' },
  LINK_PAGE_INTRODUCTION: {
    zh: '{buyer}正在寻找供应商，想了解{organization}的以下信息。',
    en: '{buyer} is looking for a supplier and asks {organization} the following.',
  },
  LINK_PAGE_NEED: { zh: '采购需求', en: 'The need' },
  LINK_PAGE_CAPABILITY: { zh: '相关能力', en: 'Your capability' },
  LINK_PAGE_PUBLIC: {
    zh: '您填写的内容将作为贵企业的声明显示在链桥平台上，并注明通过链接填写。不清楚的可以留空。链接只能使用一次，{until} 前有效。',
    en: 'What you state is shown on Lianqiao as your company’s declaration, marked as answered by a link. Leave out what you do not know. The link works once, until {until}.',
  },
  LINK_PAGE_OFFERED: { zh: '贵企业能否提供？', en: 'Does your company do this?' },
  LINK_PAGE_YES: { zh: '能', en: 'Yes' },
  LINK_PAGE_NO: { zh: '不提供', en: 'No' },
  LINK_PAGE_HELD: { zh: '有', en: 'Held' },
  LINK_PAGE_NOT_HELD: { zh: '没有', en: 'Not held' },
  LINK_PAGE_LEFT_OPEN: { zh: '不清楚', en: 'Not known' },
  LINK_PAGE_NUMBER: { zh: '证书编号', en: 'Number' },
  LINK_PAGE_SCOPE: { zh: '认证范围', en: 'Scope' },
  LINK_PAGE_UNTIL: { zh: '有效期至', en: 'Valid until' },
  LINK_PAGE_FROM: { zh: '最小', en: 'From' },
  LINK_PAGE_TO: { zh: '最大', en: 'To' },
  LINK_PAGE_VALUES: { zh: '可提供的牌号或等级（用逗号分开）', en: 'Grades or values, separated by commas' },
  LINK_PAGE_CANNOT: { zh: '达不到', en: 'We cannot reach this' },
  LINK_PAGE_AMOUNT: { zh: '数量', en: 'Amount' },
  LINK_PAGE_UNIT: { zh: '单位', en: 'Unit' },
  LINK_PAGE_PERIOD: { zh: '周期', en: 'Period' },
  LINK_PAGE_MONTH: { zh: '每月', en: 'a month' },
  LINK_PAGE_YEAR: { zh: '每年', en: 'a year' },
  LINK_PAGE_PRICE_BASIS: { zh: '每（单位）', en: 'Per (unit)' },
  LINK_PAGE_TAX: { zh: '是否含税', en: 'Tax' },
  LINK_PAGE_TAXED: { zh: '含税（人民币）', en: 'included (CNY)' },
  LINK_PAGE_UNTAXED: { zh: '不含税（人民币）', en: 'not included (CNY)' },
  LINK_PAGE_CLAIM: {
    zh: '我愿意负责维护该企业主页（提交后可认领）',
    en: 'I would like to look after this company’s profile',
  },
  LINK_PAGE_SEND: { zh: '提交', en: 'Send' },
  LINK_PAGE_REFUSE: { zh: '不再接收此类请求', en: 'I want no such messages' },
  LINK_PAGE_CHECK: { zh: '请检查以下内容', en: 'Please check' },
  LINK_PAGE_CHOOSE: { zh: '请先选择能否提供。', en: 'Please say first whether your company does this.' },
  LINK_PAGE_THANKS: { zh: '已提交，谢谢！', en: 'Thank you, your answer has arrived.' },
  LINK_PAGE_TOLD: {
    zh: '采购方会收到通知。',
    en: 'The buyer is told.',
  },
  LINK_PAGE_CLAIM_LINK: { zh: '登录或注册，认领企业主页', en: 'Sign in or register, and claim the profile' },
  LINK_PAGE_REFUSED: {
    zh: '好的，我们不会再向该联系方式发送此类请求。',
    en: 'Noted: nobody gets such a link at this contact any more.',
  },
  LINK_PAGE_NOT_VALID: { zh: '“{value}”不正确。', en: '“{value}” is not right.' },
});

/** The sentences of the page behind the links that end alerts. */
defineTexts({
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
