import { type Locale, renderText, type TextParams } from '@app/kernel';
import type { FactQuestionnaire } from '@app/supply-responses';
import { DateTime } from 'luxon';
import type { SentForm } from './fact-answer-form.js';
import { choice, questionMarkup, tick } from './fact-questions.markup.js';
import { Markup, markup } from './markup.js';

/** What the pages behind links may load and do: our own style sheet, and a form that comes back to us. No scripts. */
export const LINK_PAGE_POLICY =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Where the style sheet is served. */
export const STYLE_PATH = '/f/style.css';

const TAGS: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en' };

function framed(locale: Locale, path: string, body: Markup): string {
  const title = renderText(locale, path.startsWith('/u/') ? 'UNSUBSCRIBE_TITLE' : 'LINK_PAGE_TITLE');
  const other: Locale = locale === 'zh' ? 'en' : 'zh';
  const page = markup`<html lang="${TAGS[locale]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title} · 链桥</title><link rel="stylesheet" href="${STYLE_PATH}"></head><body><main><header><h1>${title}</h1><a href="${path}?lang=${other}" hreflang="${TAGS[other]}">${renderText(locale, 'LINK_PAGE_OTHER_LANGUAGE')}</a></header>${body}</main></body></html>`;
  return `<!doctype html>\n${page.text}`;
}

/** What a page shows above its form when something was not right. */
export interface Complaint {
  readonly code: string;
  readonly params: TextParams;
}

/** The questions of a link, with what was filled in before and what was not right about it. */
export function questionsPage(
  questionnaire: FactQuestionnaire,
  { locale, path, form, complaint }: { locale: Locale; path: string; form: SentForm; complaint?: Complaint },
): string {
  const say = (code: string, params: TextParams = {}) => renderText(locale, code, params);
  const { questions, claimable, contactGiven } = questionnaire;
  const offered = (value: string, label: string) =>
    choice({ name: 'offered', value, label: say(label), form: { offered: 'yes', ...form } });
  const refusal = contactGiven
    ? markup`<button class="quiet" name="action" value="refuse" formnovalidate>${say('LINK_PAGE_REFUSE')}</button>`
    : null;
  return framed(
    locale,
    path,
    markup`${complaint ? complaintMarkup(say, complaint) : null}${subjectMarkup(say, questionnaire)}
<form method="post" action="${path}?lang=${locale}">
<fieldset><legend>${say('LINK_PAGE_OFFERED')}</legend>${offered('yes', 'LINK_PAGE_YES')}${offered('no', 'LINK_PAGE_NO')}</fieldset>
${questions.map((question) => questionMarkup(question, { locale, form }))}
${claimable ? markup`<section>${tick('claim', say('LINK_PAGE_CLAIM'), form)}</section>` : null}
<button name="action" value="answer">${say('LINK_PAGE_SEND')}</button>${refusal}</form>`,
  );
}

type Say = (code: string, params?: TextParams) => string;

function complaintMarkup(say: Say, { code, params }: Complaint): Markup {
  return markup`<section role="alert"><h2>${say('LINK_PAGE_CHECK')}</h2><p>${say(code, params)}</p></section>`;
}

function subjectMarkup(say: Say, questionnaire: FactQuestionnaire): Markup {
  const { buyerName: buyer, organizationName: organization, expiresAt } = questionnaire;
  const until = DateTime.fromJSDate(expiresAt, { zone: 'Asia/Shanghai' }).toFormat('yyyy-MM-dd HH:mm');
  const { needTitle, needDescription, capabilityTitle } = questionnaire;
  const described = needDescription ? markup`<p class="text">${needDescription}</p>` : null;
  const capability = capabilityTitle
    ? markup`<h2>${say('LINK_PAGE_CAPABILITY')}</h2><p class="text">${capabilityTitle}</p>`
    : null;
  return markup`<p>${say('LINK_PAGE_INTRODUCTION', { buyer, organization })}</p><section><h2>${say('LINK_PAGE_NEED')}</h2><p class="text">${needTitle}</p>${described}${capability}</section><p>${say('LINK_PAGE_PUBLIC', { until })}</p>`;
}

/** A page that says one thing, and perhaps where to go from here, or what to confirm. */
export function messagePage(
  sentences: readonly string[],
  {
    locale,
    path,
    link,
    button,
  }: { locale: Locale; path: string; link?: { href: string; label: string }; button?: string },
): string {
  const paragraphs = sentences.map((sentence) => markup`<p>${sentence}</p>`);
  const onward = link ? markup`<p><a href="${link.href}">${link.label}</a></p>` : null;
  const confirm = button
    ? markup`<form method="post" action="${path}?lang=${locale}"><button>${button}</button></form>`
    : null;
  return framed(locale, path, markup`<section>${paragraphs}${onward}</section>${confirm}`);
}
