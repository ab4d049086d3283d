import { defineTexts } from '@app/kernel';

/** The sentences of refusals and outcomes about consents. */
export const consentsTexts = defineTexts({
  CONSENT_TEXT_CHANGED: {
    zh: '授权文本已更新，请阅读最新文本后再确认。',
    en: 'The wording has changed. Please read the present one and confirm again.',
  },
  CONSENT_MISSING: {
    zh: '对方尚未同意提供联系方式，或已撤回同意。',
    en: 'The person has not agreed to share contact details, or has withdrawn it.',
  },
  CONSENT_NOT_RETURNED: {
    zh: '贵方尚未同意交换联系方式，双方都同意后才能查看。',
    en: 'Your side has not agreed to exchange contacts yet; both sides have to.',
  },
  CONSENT_NEEDS_RECIPIENT: {
    zh: '请指定接收联系方式的企业。',
    en: 'Please name the organization that is to receive the contact details.',
  },
  CONSENT_HAS_NO_RECIPIENT: {
    zh: '此项同意不针对特定企业。',
    en: 'This consent is not for one organization.',
  },
});
