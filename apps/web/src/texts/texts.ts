import { createInstance, type i18n } from 'i18next';
import { accountTexts } from './account.texts.js';
import { attendingTexts, checkInTexts } from './attending.texts.js';
import { auditTexts, importTexts, staffTexts } from './staff.texts.js';
import { buyerTexts } from './buyer.texts.js';
import { collectionTexts, organizerTexts } from './organizer.texts.js';
import { contactTexts, invitationTexts, matchTexts } from './match.texts.js';
import { enumTexts, unitTexts } from './enum.texts.js';
import { eventTexts, fairTexts } from './event.texts.js';
import { frameTexts, homeTexts, notificationTexts } from './frame.texts.js';
import { meetingDayTexts, outcomeTexts, queueTexts } from './meeting-day.texts.js';
import { meetingTexts } from './meeting.texts.js';
import { organizationTexts, profileTexts } from './organization.texts.js';
import { searchTexts, watchingTexts } from './search.texts.js';
import { supplierTexts } from './supplier.texts.js';

/** All texts of the portal by key. */
export const TEXTS = {
  ...frameTexts,
  ...homeTexts,
  ...matchTexts,
  ...invitationTexts,
  ...contactTexts,
  ...searchTexts,
  ...profileTexts,
  ...eventTexts,
  ...organizerTexts,
  ...attendingTexts,
  ...checkInTexts,
  ...collectionTexts,
  ...meetingTexts,
  ...meetingDayTexts,
  ...outcomeTexts,
  ...queueTexts,
  ...enumTexts,
  ...accountTexts,
  ...organizationTexts,
  ...buyerTexts,
  ...supplierTexts,
  ...staffTexts,
  ...notificationTexts,
  ...watchingTexts,
  ...fairTexts,
  ...unitTexts,
  ...auditTexts,
  ...importTexts,
};

export type TextKey = keyof typeof TEXTS;

/** Returns a text with its parameters filled in. */
export type Translate = (key: TextKey, parameters?: Readonly<Record<string, string | number>>) => string;

const catalogue = (locale: 'zh' | 'en') =>
  Object.fromEntries(Object.entries(TEXTS).map(([key, text]) => [key, text[locale]]));

function instanceOf(locale: 'zh' | 'en'): i18n {
  const instance = createInstance();
  void instance.init({
    lng: locale,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    // React escapes texts itself.
    interpolation: { escapeValue: false },
    resources: { [locale]: { translation: catalogue(locale) } },
  });
  return instance;
}

const INSTANCES = { zh: instanceOf('zh'), en: instanceOf('en') };
const TRANSLATORS = {
  zh: (key, parameters) => INSTANCES.zh.t(key, parameters ?? {}),
  en: (key, parameters) => INSTANCES.en.t(key, parameters ?? {}),
} satisfies Record<'zh' | 'en', Translate>;

/** The translator of a language; always the same function. */
export const translatorOf = (locale: 'zh' | 'en'): Translate => TRANSLATORS[locale];
