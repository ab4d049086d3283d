import { defineTexts } from '@app/kernel';

export const procurementNeedTexts = defineTexts({
  NEED_STATE: { zh: '需求当前状态不允许此操作。', en: 'The need’s present state does not allow this.' },
  NEED_NOT_OPEN: {
    zh: '该需求未在征集中，或已过回复截止时间。',
    en: 'The need is not open, or its reply deadline has passed.',
  },
  NEED_NOT_READY: {
    zh: '发布前请至少填写一行物料，且回复截止时间应晚于现在。',
    en: 'Before publication a need has at least one line, and a reply deadline that lies ahead.',
  },
  NEED_CHANGED_MEANWHILE: {
    zh: '该需求已被他人修改，请查看最新内容后再保存。',
    en: 'The need was changed by somebody else meanwhile; look at it again before you save.',
  },
  NEED_DEADLINE_PASSED: { zh: '回复截止时间应晚于现在。', en: 'The reply deadline must lie ahead.' },
  NEED_LINE_UNKNOWN: { zh: '该物料行不属于此需求。', en: 'The line does not belong to this need.' },
  NEED_LINE_TWICE: { zh: '同一物料行出现了两次。', en: 'The same line is given twice.' },
  NEED_WITHOUT_LINES: {
    zh: '已发布的需求至少保留一行物料。',
    en: 'A published need keeps at least one line.',
  },
  NEED_QUANTITY_NOT_POSITIVE: { zh: '数量应大于零。', en: 'The quantity must be greater than zero.' },
  NEED_PRICE_NEGATIVE: { zh: '价格不能为负数。', en: 'A price cannot be negative.' },
  NEED_BUDGET_WITHOUT_AMOUNT: {
    zh: '请填写预算下限或上限。',
    en: 'The budget needs a lower or an upper bound.',
  },
  NEED_INVITES_BUYER: { zh: '采购方不能邀请自己。', en: 'The buyer cannot invite itself.' },
  NEED_INVITES_UNKNOWN: {
    zh: '受邀企业中有一家不存在。',
    en: 'One of the invited organizations does not exist.',
  },
});
