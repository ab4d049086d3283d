import { defineTexts } from '@app/kernel';

export const supplyResponseTexts = defineTexts({
  SUPPLY_RESPONSE_EXISTS: {
    zh: '贵企业已应答该需求。',
    en: 'Your organization has answered this need already.',
  },
  SUPPLY_RESPONSE_STATE: {
    zh: '该应答当前状态不允许此操作。',
    en: 'The response’s present state does not allow this.',
  },
  BUYER_NOT_NAMED: {
    zh: '采购方以署名发布，尚未公开企业名称。采购方先同意交换后，您再确认。',
    en: 'The buyer stands under an alias. It has to agree first, so that you know whom your contacts go to.',
  },
  RESPONSE_TO_OWN_NEED: { zh: '不能应答本企业的需求。', en: 'An organization cannot answer its own need.' },
  RESPONSE_CAPABILITY_UNKNOWN: {
    zh: '所选能力不属于本企业，或尚未发布。',
    en: 'The capability is not a published one of the organization.',
  },
  RESPONSE_CAPACITY_NOT_POSITIVE: { zh: '产能应大于零。', en: 'The capacity must be greater than zero.' },
  DECLINE_NEEDS_REASON: { zh: '谢绝时请选择原因。', en: 'A no needs a reason.' },
  REASON_WITHOUT_DECLINE: { zh: '只有谢绝时才填写原因。', en: 'Only a no has a reason.' },
});
