import { defineTexts, Outcome, OutcomeType } from '@app/kernel';
import { ConsentPurpose } from './consent-entry.entity.js';

/** Every sentence that persons have been asked to agree to. A sentence never changes: a new wording is a new version. */
defineTexts({
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

@OutcomeType(
  'ConsentTextChangedError',
  'The wording that was agreed to is not the present one: show the present one.',
)
export class ConsentTextChangedError extends Outcome {
  constructor() {
    super('CONSENT_TEXT_CHANGED', {}, ['input.textVersion']);
  }
}

@OutcomeType(
  'ConsentNotReturnedError',
  'Nobody of the acting organization has agreed that the person’s organization gets their contacts: both sides have to.',
)
export class ConsentNotReturnedError extends Outcome {
  constructor() {
    super('CONSENT_NOT_RETURNED', {}, ['input.personId']);
  }
}

@OutcomeType('ConsentMissingError', 'The person has not agreed to this, or has withdrawn it.')
export class ConsentMissingError extends Outcome {
  constructor() {
    super('CONSENT_MISSING', {}, ['input.personId']);
  }
}

/** The sentences of refusals and outcomes about consents. */
defineTexts({
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
