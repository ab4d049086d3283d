import { en } from './texts/en.js';
import { zh } from './texts/zh.js';

const CATALOGUES = { zh, en };
const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en' };
const STORED = 'lianqiao.locale';

const listeners = new Set();
let current = startingLocale();

function startingLocale() {
  const asked = new URLSearchParams(location.search).get('lang') ?? remembered();
  return asked in CATALOGUES ? asked : 'zh';
}

function remembered() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

function remember(locale) {
  try {
    localStorage.setItem(STORED, locale);
  } catch {
    // Storage is off: the choice lasts as long as the page.
  }
}

/** The language of the page: zh or en. */
export const locale = () => current;

/** The language as a BCP 47 tag, for dates, numbers and the `lang` attribute. */
export const languageTag = () => LANGUAGE_TAGS[current];

/** The language of something that people wrote: of a word of Chinese on an English page, say; null for the page's own. */
export function languageOf(text) {
  const language = /\p{Script=Han}/u.test(text) ? LANGUAGE_TAGS.zh : LANGUAGE_TAGS.en;
  return language === languageTag() ? null : language;
}

/** A text in the language of the page; `{name}` stands for a parameter. */
export function t(key, params = {}) {
  const text = CATALOGUES[current][key];
  if (text === undefined) throw new Error(`no text ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(params[name] ?? ''));
}

/** Calls a listener after each change of language. */
export function onLocaleChange(listener) {
  listeners.add(listener);
}

/** Changes the language without leaving the page. */
export function setLocale(locale) {
  if (locale === current) return;
  current = locale;
  remember(locale);
  translatePage();
  listeners.forEach((listener) => listener());
}

/** Puts texts where the page asks for them: `data-t` for what stands inside, `data-t-…` for an attribute. */
export function translatePage(root = document) {
  document.documentElement.lang = languageTag();
  for (const element of root.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const attribute of ['placeholder', 'aria-label', 'content']) {
    for (const element of root.querySelectorAll(`[data-t-${attribute}]`)) {
      element.setAttribute(attribute, t(element.getAttribute(`data-t-${attribute}`)));
    }
  }
}
