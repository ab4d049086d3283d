import { createInstance, type i18n } from 'i18next';
import { accountTexts } from './account.texts.js';
import { attendingTexts } from './attending.texts.js';
import { auditTexts } from './audit.texts.js';
import { buyerTexts } from './buyer.texts.js';
import { checkInTexts } from './check-in.texts.js';
import { collectionTexts } from './collection.texts.js';
import { contactTexts } from './contact.texts.js';
import { enumTexts } from './enum.texts.js';
import { eventTexts } from './event.texts.js';
import { fairTexts } from './fair.texts.js';
import { frameTexts } from './frame.texts.js';
import { importTexts } from './import.texts.js';
import { homeTexts } from './home.texts.js';
import { invitationTexts } from './invitation.texts.js';
import { matchTexts } from './match.texts.js';
import { meetingDayTexts } from './meeting-day.texts.js';
import { meetingTexts } from './meeting.texts.js';
import { notificationTexts } from './notification.texts.js';
import { organizationTexts } from './organization.texts.js';
import { organizerTexts } from './organizer.texts.js';
import { outcomeTexts } from './outcome.texts.js';
import { profileTexts } from './profile.texts.js';
import { queueTexts } from './queue.texts.js';
import { searchTexts } from './search.texts.js';
import { staffTexts } from './staff.texts.js';
import { supplierTexts } from './supplier.texts.js';
import { unitTexts } from './unit.texts.js';
import { watchingTexts } from './watching.texts.js';

/** All that the portal says of itself, by key. */
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

/** Gives a text with its parameters filled in. */
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
    // React writes texts as texts.
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

/** The texts of one language; always the same function for it. */
export const translatorOf = (locale: 'zh' | 'en'): Translate => TRANSLATORS[locale];
