import { type Locale, Period, renderText } from '@app/kernel';
import { type FactQuestionnaire, RequestedFactKind } from '@app/supply-responses';
import { fieldName, type SentForm } from './fact-answer-form.js';
import { type Markup, markup } from './markup.js';

type Question = FactQuestionnaire['questions'][number];

/** In which language, and with what was filled in before. */
export interface FormReading {
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
export function choice(one: { name: string; value: string; label: string; form: SentForm }): Markup {
  const checked = (one.form[one.name] ?? '') === one.value ? markup` checked` : null;
  return markup`<label class="choice"><input type="radio" name="${one.name}" value="${one.value}"${checked}>${one.label}</label>`;
}

/** Something that is so or not. */
export function tick(name: string, label: string, form: SentForm): Markup {
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
export function questionMarkup(question: Question, reading: FormReading): Markup {
  const { name, unit, choices } = question;
  const usual = choices.length > 0 ? markup`<p class="text">${choices.slice(0, 40).join('、')}</p>` : null;
  const fields = fieldsOf(question, new FieldWriter(question, reading));
  return markup`<fieldset><legend>${unit ? `${name}（${unit}）` : name}</legend>${usual}${fields}</fieldset>`;
}
