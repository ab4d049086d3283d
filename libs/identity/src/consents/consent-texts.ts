import { defineTexts } from '@app/kernel';
import { ConsentPurpose } from './consent-purpose.js';

/** Every sentence that persons have been asked to agree to. A sentence never changes: a new wording is a new version. */
export const consentTexts = defineTexts({
  'CONSENT_CONTACT_SHARING_2026-11-01': {
    zh: '我同意链桥将我的姓名、已验证的手机号码和邮箱提供给“{recipient}”，仅用于供需对接联系。我可随时撤回，撤回不影响此前已提供的信息。',
    en: 'I agree that Lianqiao gives my name and my verified mobile number and e-mail address to “{recipient}”, for contact about supply and demand only. I can withdraw this at any time; what was given before is not affected.',
  },
  'CONSENT_NEWS_2026-11-01': {
    zh: '我同意链桥向我发送对接活动和平台资讯。我可随时撤回。',
    en: 'I agree that Lianqiao sends me news of matchmaking events and of the platform. I can withdraw this at any time.',
  },
});

/** The version of the wording that persons are asked to agree to now, by purpose. */
const PRESENT: Readonly<Record<ConsentPurpose, string>> = {
  [ConsentPurpose.CONTACT_SHARING]: '2026-11-01',
  [ConsentPurpose.NEWS]: '2026-11-01',
};

/** The version that is to be agreed to now. */
export function presentVersion(purpose: ConsentPurpose): string {
  return PRESENT[purpose];
}

/** Code of the sentence of a purpose in a version. */
export function consentTextCode(purpose: ConsentPurpose, version: string): string {
  return `CONSENT_${purpose}_${version}`;
}
