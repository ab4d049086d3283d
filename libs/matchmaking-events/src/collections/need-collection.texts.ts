import { defineTexts } from '@app/kernel';
import { defineNotice } from '@app/notifications';

export const needCollectionTexts = defineTexts({
  COLLECTION_CLOSED: { zh: '需求征集已截止。', en: 'The deadline of the collection has passed.' },
  COLLECTED_NEED_STATE: {
    zh: '该需求当前状态下不能进行此操作。',
    en: 'This is not possible where the collected need stands now.',
  },
  DEADLINE_PASSED: { zh: '截止时间应在将来。', en: 'The deadline has to lie in the future.' },
  CONSENT_IN_FUTURE: { zh: '同意日期不能晚于今天。', en: 'The consent cannot be of a day to come.' },
  COLLECTION_FORM_TITLE: { zh: '采购需求征集表', en: 'Form for a procurement need' },
  COLLECTION_FORM_EVENT: { zh: '征集活动', en: 'Collection' },
  COLLECTION_FORM_DISTRICT: { zh: '所属区县', en: 'District' },
  COLLECTION_FORM_COMPANY: { zh: '企业名称', en: 'Company' },
  COLLECTION_FORM_CREDIT_CODE: { zh: '统一社会信用代码', en: 'Credit code' },
  COLLECTION_FORM_NEED: { zh: '需求名称', en: 'Need' },
  COLLECTION_FORM_DESCRIPTION: { zh: '需求说明', en: 'Description' },
  COLLECTION_FORM_QUANTITY: { zh: '数量', en: 'Quantity' },
  COLLECTION_FORM_PUBLIC: { zh: '是否公开', en: 'To be published' },
  COLLECTION_FORM_YES: { zh: '公开', en: 'yes' },
  COLLECTION_FORM_NO: { zh: '不公开', en: 'no' },
  COLLECTION_FORM_CONSENT: {
    zh: '本企业同意将上述需求提供给主办方用于供需对接。',
    en: 'We agree that this need is passed on to the organizers for matchmaking.',
  },
  COLLECTION_FORM_SEAL: { zh: '企业（盖章）：', en: 'Company seal:' },
  COLLECTION_FORM_DATE: { zh: '日期：', en: 'Date:' },
  COLLECTION_FORM_STATE: { zh: '状态', en: 'State' },
  COLLECTION_FORM_AGREED: { zh: '同意记录', en: 'Consent' },
  COLLECTION_FORM_DRAFT: { zh: '草稿', en: 'Draft' },
  COLLECTION_FORM_SUBMITTED: { zh: '已上报', en: 'Handed in' },
  COLLECTION_FORM_RETURNED: { zh: '已退回', en: 'Given back' },
  COLLECTION_FORM_ACCEPTED: { zh: '已采纳', en: 'Taken over' },
});

defineNotice('NOTICE_NEED_COLLECTION_OPENED', {
  title: { zh: '请征集采购需求', en: 'Please collect needs' },
  text: {
    zh: '“{event}”开始征集采购需求，请组织本区县企业填报。',
    en: 'Needs are collected for “{event}”. Please ask the companies of your district.',
  },
});

defineNotice('NOTICE_INVITED_FOR_COLLECTED_NEED', {
  title: { zh: '邀请参加供需对接', en: 'You are invited to an event' },
  text: {
    zh: '有企业需要“{need}”，主办方邀请贵企业报名参加对接活动。',
    en: 'A company needs “{need}”. The organizers invite yours to register for the event.',
  },
});
