import { defineTexts, LoaderScope, type LocalizedText } from '@app/kernel';
import { defineNotice } from '@app/notifications';
import type { OrganizationsReader } from '@app/organizations';
import type { DeclineReason } from './supply-response.enums.js';

/** The name of a supplier in both languages, for notices and letters. */
export async function findSupplierName(
  organizations: OrganizationsReader,
  organizationId: string,
): Promise<LocalizedText> {
  const supplier = await organizations.loadOrganization(new LoaderScope(), organizationId);
  if (!supplier) throw new Error(`there is no supplier ${organizationId}`);
  return { zh: supplier.name, en: supplier.nameEn ?? supplier.name };
}

/** Why a buyer declined, as the supplier reads it. */
defineTexts({
  DECLINED_FOR_TECHNICAL_FIT: { zh: '技术要求不符', en: 'it does not fit technically' },
  DECLINED_FOR_CAPACITY: { zh: '产能不足', en: 'the capacity does not suffice' },
  DECLINED_FOR_LEAD_TIME: { zh: '交期过长', en: 'it takes too long' },
  DECLINED_FOR_PRICE: { zh: '价格偏高', en: 'the price is too high' },
  DECLINED_FOR_CERTIFICATES: { zh: '缺少所需认证', en: 'a certificate is missing' },
  DECLINED_FOR_REGION: { zh: '地区不合适', en: 'the place does not suit' },
  DECLINED_FOR_ALREADY_SOURCED: { zh: '已选定供应商', en: 'the buyer has found its suppliers' },
  DECLINED_FOR_OTHER: { zh: '其他原因', en: 'another reason' },
});

/** The code of a reason's words. */
export function declineReasonCode(reason: DeclineReason): `DECLINED_FOR_${DeclineReason}` {
  return `DECLINED_FOR_${reason}`;
}

defineNotice('NOTICE_SUPPLY_RESPONSE_RECEIVED', {
  title: { zh: '有企业可供您的需求', en: 'A supplier can supply what you need' },
  text: {
    zh: '{supplier}表示可供“{need}”，请查看并答复。',
    en: '{supplier} can supply “{need}”. Please look at the response and answer it.',
  },
});

defineNotice('NOTICE_SUPPLY_RESPONSE_INTERESTED', {
  title: { zh: '采购方有意向', en: 'The buyer is interested' },
  text: {
    zh: '{buyer}对贵企业就“{need}”的应答有意向。',
    en: '{buyer} is interested in your response to “{need}”.',
  },
});

defineNotice('NOTICE_SUPPLY_RESPONSE_NOT_NOW', {
  title: { zh: '采购方暂不推进', en: 'The buyer says: not now' },
  text: {
    zh: '{buyer}对贵企业就“{need}”的应答表示暂不推进，后续可能再联系。',
    en: '{buyer} says “not now” to your response to “{need}” and may come back to it.',
  },
});

defineNotice('NOTICE_SUPPLY_RESPONSE_DECLINED', {
  title: { zh: '采购方已谢绝', en: 'The buyer declined' },
  text: {
    zh: '{buyer}谢绝了贵企业就“{need}”的应答，原因：{reason}。',
    en: '{buyer} declined your response to “{need}”; the reason: {reason}.',
  },
});

defineNotice('NOTICE_ANSWERED_NEED_CLOSED', {
  title: { zh: '需求已截止', en: 'A need was closed' },
  text: {
    zh: '{buyer}的需求“{need}”已不再接受应答，贵企业的应答仍在采购方处。',
    en: '{buyer} takes no more responses to “{need}”; yours is still with the buyer.',
  },
});

defineNotice('NOTICE_ANSWERED_NEED_CANCELLED', {
  title: { zh: '需求已取消', en: 'A need was called off' },
  text: {
    zh: '{buyer}取消了需求“{need}”，贵企业曾对其应答。',
    en: '{buyer} called off “{need}”, which you had answered.',
  },
});

defineNotice('NOTICE_CONTACTS_OFFERED', {
  title: { zh: '对方愿意交换联系方式', en: 'Contacts are offered' },
  text: {
    zh: '{partner}愿意就“{need}”与贵方交换联系方式，贵方同意后双方即可查看。',
    en: '{partner} offers to exchange contacts about “{need}”. Once you agree, both sides see them.',
  },
});

defineNotice('NOTICE_CONTACTS_EXCHANGED', {
  title: { zh: '双方联系方式已可查看', en: 'Contacts are exchanged' },
  text: {
    zh: '{partner}已同意就“{need}”交换联系方式，现在可以查看对方联系人。',
    en: '{partner} agreed to exchange contacts about “{need}”. You can look at theirs now.',
  },
});

defineTexts({
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
