import { type Locale, Period, renderText, type TextParams } from '@app/kernel';
import { type FactQuestionnaire, RequestedFactKind } from '@app/supply-responses';
import { DateTime } from 'luxon';
import { fieldName, type SentForm } from './fact-answer-form.js';

/** Text that is safe to stand in a page. */
class Markup {
  constructor(readonly text: string) {}
}

type Piece = Markup | string | number | null | false | readonly Markup[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function written(piece: Piece): string {
  if (piece === null || piece === false) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'object') return piece.map(({ text }) => text).join('');
  return String(piece).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** Writes markup. Inserted values are escaped, unless they are markup themselves. */
export function markup(pieces: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return new Markup(pieces.reduce((text, piece, i) => text + written(values[i - 1] ?? null) + piece));
}

type Question = FactQuestionnaire['questions'][number];

/** In which language, and with what was filled in before. */
interface FormReading {
  readonly locale: Locale;
  readonly form: SentForm;
}

/** Writes the fields of questions. */
class FieldWriter {
  constructor(
    private readonly question: Question,
    private readonly reading: FormReading,
  ) {}

  text(part: string, label: string, options: { type?: 'date' | 'text'; numeric?: boolean } = {}): Markup {
    const name = fieldName(this.question, part);
    const mode = options.numeric ? 'decimal' : 'text';
    return markup`<label>${this.say(label)}<input type="${options.type ?? 'text'}" inputmode="${mode}" name="${name}" value="${this.reading.form[name] ?? ''}" maxlength="1000"></label>`;
  }

  choices(part: string, choices: readonly (readonly [value: string, label: string])[]): Markup {
    const name = fieldName(this.question, part);
    return markup`${choices.map(([value, label]) => choice({ name, value, label: this.say(label), form: this.reading.form }))}`;
  }

  select(part: string, label: string, choices: readonly (readonly [value: string, label: string])[]): Markup {
    const name = fieldName(this.question, part);
    const chosen = this.reading.form[name];
    const options = choices.map(
      ([value, code]) =>
        markup`<option value="${value}"${value === chosen ? markup` selected` : null}>${this.say(code)}</option>`,
    );
    return markup`<label>${this.say(label)}<select name="${name}">${options}</select></label>`;
  }

  check(part: string, label: string): Markup {
    const name = fieldName(this.question, part);
    return tick(name, this.say(label), this.reading.form);
  }

  private say(code: string): string {
    return code && renderText(this.reading.locale, code);
  }
}

/** One of several choices. */
function choice(one: { name: string; value: string; label: string; form: SentForm }): Markup {
  const checked = (one.form[one.name] ?? '') === one.value ? markup` checked` : null;
  return markup`<label class="choice"><input type="radio" name="${one.name}" value="${one.value}"${checked}>${one.label}</label>`;
}

/** Something that is so or not. */
function tick(name: string, label: string, form: SentForm): Markup {
  const checked = form[name] === 'yes' ? markup` checked` : null;
  return markup`<label class="choice"><input type="checkbox" name="${name}" value="yes"${checked}>${label}</label>`;
}

const HELD = [
  ['yes', 'LINK_PAGE_HELD'],
  ['no', 'LINK_PAGE_NOT_HELD'],
  ['', 'LINK_PAGE_LEFT_OPEN'],
] as const;

const PERIODS = [
  [Period.MONTH, 'LINK_PAGE_MONTH'],
  [Period.YEAR, 'LINK_PAGE_YEAR'],
] as const;

const TAXES = [
  ['', 'LINK_PAGE_LEFT_OPEN'],
  ['yes', 'LINK_PAGE_TAXED'],
  ['no', 'LINK_PAGE_UNTAXED'],
] as const;

const range = (write: FieldWriter): Markup =>
  markup`<div class="pair">${write.text('min', 'LINK_PAGE_FROM', { numeric: true })}${write.text('max', 'LINK_PAGE_TO', { numeric: true })}</div>`;

const quantity = (write: FieldWriter): Markup =>
  markup`<div class="pair">${write.text('amount', 'LINK_PAGE_AMOUNT', { numeric: true })}${write.text('unit', 'LINK_PAGE_UNIT')}</div>`;

function fieldsOf({ kind, range: isRange }: Question, write: FieldWriter): Markup {
  switch (kind) {
    case RequestedFactKind.CERTIFICATE:
      return markup`${write.choices('held', HELD)}${write.text('number', 'LINK_PAGE_NUMBER')}${write.text('scope', 'LINK_PAGE_SCOPE')}${write.text('until', 'LINK_PAGE_UNTIL', { type: 'date' })}`;
    case RequestedFactKind.PARAMETER:
      return markup`${isRange ? range(write) : write.text('values', 'LINK_PAGE_VALUES')}${write.check('denied', 'LINK_PAGE_CANNOT')}`;
    case RequestedFactKind.CAPACITY:
      return markup`${quantity(write)}${write.select('period', 'LINK_PAGE_PERIOD', PERIODS)}`;
    case RequestedFactKind.MINIMUM_ORDER:
      return quantity(write);
    case RequestedFactKind.PRICE:
      return markup`${range(write)}<div class="pair">${write.text('basis', 'LINK_PAGE_PRICE_BASIS')}${write.select('tax', 'LINK_PAGE_TAX', TAXES)}</div>`;
    case RequestedFactKind.LEAD_TIME:
      return write.text('days', '', { numeric: true });
  }
}

/** One question with its fields. */
function questionMarkup(question: Question, reading: FormReading): Markup {
  const { name, unit, choices } = question;
  const usual = choices.length > 0 ? markup`<p class="text">${choices.slice(0, 40).join('、')}</p>` : null;
  const fields = fieldsOf(question, new FieldWriter(question, reading));
  return markup`<fieldset><legend>${unit ? `${name}（${unit}）` : name}</legend>${usual}${fields}</fieldset>`;
}

/** What the pages behind links may load and do: our own style sheet, and a form that comes back to us. No scripts. */
export const LINK_PAGE_POLICY =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Where the style sheet is served. */
const STYLE_PATH = '/f/style.css';

const TAGS: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en' };

function framed(locale: Locale, path: string, body: Markup): string {
  const title = renderText(locale, path.startsWith('/u/') ? 'UNSUBSCRIBE_TITLE' : 'LINK_PAGE_TITLE');
  const other: Locale = locale === 'zh' ? 'en' : 'zh';
  const page = markup`<html lang="${TAGS[locale]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title} · 链桥</title><link rel="stylesheet" href="${STYLE_PATH}"></head><body><main><header><h1>${title}</h1><a href="${path}?lang=${other}" hreflang="${TAGS[other]}">${renderText(locale, 'LINK_PAGE_OTHER_LANGUAGE')}</a></header>${body}</main></body></html>`;
  return `<!doctype html>\n${page.text}`;
}

/** What a page shows above its form when something was not right. */
interface Complaint {
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

/** The style sheet of the pages behind links: one column, for the width of a phone, in either colour scheme. */
export const FACT_ANSWERS_STYLE = `
:root { color-scheme: light dark; --ink: #1d2733; --page: #f5f7fa; --card: #fff; --line: #c9d2dc; --act: #0b5cad; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edf3; --page: #12181f; --card: #1b232c; --line: #425060; --act: #6db1f5; --bad: #ff8a80; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 17px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 1rem; }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; }
h1 { font-size: 1.35rem; margin: .5rem 0; }
h2 { font-size: 1.05rem; margin: 0 0 .25rem; }
a { color: var(--act); }
section, fieldset { background: var(--card); border: 1px solid var(--line); border-radius: .75rem; padding: .9rem; margin: 0 0 1rem; min-width: 0; }
legend { font-weight: 600; padding: 0 .3rem; }
label { display: block; margin: .45rem 0; }
label.choice { display: inline-flex; align-items: center; gap: .4rem; min-height: 2.75rem; margin: 0 1.1rem 0 0; }
input[type="text"], input[type="date"], select { display: block; width: 100%; min-height: 2.75rem; padding: .4rem .6rem; font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: .5rem; }
input[type="radio"], input[type="checkbox"] { width: 1.3rem; height: 1.3rem; accent-color: var(--act); }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 .75rem; }
button { width: 100%; min-height: 3rem; font: inherit; font-weight: 600; border: 0; border-radius: .6rem; background: var(--act); color: var(--card); margin: 0 0 .75rem; }
button.quiet { background: none; color: inherit; border: 1px solid var(--line); font-weight: 400; }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
[role="alert"] { border-color: var(--bad); }
[role="alert"] h2 { color: var(--bad); }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
`;
