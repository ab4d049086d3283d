import { BadInputError, isDecimal, LocalDateScalar, parseDecimal, Period } from '@app/kernel';
import { type FactQuestionnaire, RequestedFactKind } from '@app/supply-responses';

/** What a browser sent: every value a text. */
export type SentForm = Readonly<Record<string, string>>;

type Question = FactQuestionnaire['questions'][number];

/** The name of a question's field in the form. */
export function fieldName({ kind, subjectId }: Pick<Question, 'kind' | 'subjectId'>, part: string): string {
  return [kind, subjectId, part].filter((piece) => piece !== null).join('.');
}

/** The last value of each field, trimmed: a form of ours sends each once. */
export function readForm(body: unknown): SentForm {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, String(Array.isArray(value) ? value.at(-1) : value).trim()]),
  );
}

/** The values of one question. */
type Reading = (part: string) => string | null;

/** The input of `answerFactRequest` that a form means; throws BAD_INPUT for what is no number or day. */
export function answerOf(token: string, { questions }: FactQuestionnaire, form: SentForm): object {
  if (form['offered'] !== 'yes' && form['offered'] !== 'no')
    throw new BadInputError('LINK_PAGE_CHOOSE', {}, ['input.offered']);
  const asked = (kind: RequestedFactKind) =>
    questions
      .filter((question) => question.kind === kind)
      .map((question) => ({
        question,
        read: ((part) => form[fieldName(question, part)] || null) as Reading,
      }));
  const certificates = asked(RequestedFactKind.CERTIFICATE);
  const parameters = asked(RequestedFactKind.PARAMETER);
  const denied = parameters.filter(({ read }) => read('denied') !== null);
  return {
    token,
    offered: form['offered'] === 'yes',
    claim: form['claim'] === 'yes',
    certificates: certificates.flatMap(({ question, read }) => certificateOf(question, read)),
    parameters: parameters
      .filter((one) => !denied.includes(one))
      .flatMap(({ question, read }) => parameterOf(question, read)),
    deniedParameterIds: denied.map(({ question }) => question.subjectId),
    capacity: asked(RequestedFactKind.CAPACITY).map(({ read }) => quantityOf(read))[0] ?? null,
    minimumOrder: asked(RequestedFactKind.MINIMUM_ORDER).map(({ read }) => quantityOf(read))[0] ?? null,
    price: asked(RequestedFactKind.PRICE).map(({ read }) => priceOf(read))[0] ?? null,
    leadTimeDays: asked(RequestedFactKind.LEAD_TIME).map(({ read }) => days(read('days')))[0] ?? null,
  };
}

function decimal(text: string | null): string | null {
  if (text === null) return null;
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (!isDecimal(plain)) throw new BadInputError('LINK_PAGE_NOT_VALID', { value: text.slice(0, 40) });
  return parseDecimal(plain);
}

function days(text: string | null): number | null {
  const amount = decimal(text);
  return amount === null ? null : Number(amount);
}

function day(text: string | null): string | null {
  return text === null ? null : LocalDateScalar.parseValue(text);
}

function certificateOf({ subjectId }: Question, read: Reading): object[] {
  const held = read('held');
  if (held !== 'yes' && held !== 'no') return [];
  return [
    {
      kindId: subjectId,
      held: held === 'yes',
      number: read('number'),
      scope: read('scope'),
      validUntil: day(read('until')),
    },
  ];
}

function parameterOf({ subjectId: parameterId, range }: Question, read: Reading): object[] {
  const [min, max] = [decimal(read('min')), decimal(read('max'))];
  const values = (read('values') ?? '').split(/[,，、;；]/).filter((value) => value.trim());
  if (range) return min === null && max === null ? [] : [{ parameterId, min, max, values: [] }];
  return values.length === 0 ? [] : [{ parameterId, values }];
}

function quantityOf(read: Reading): object | null {
  const amount = decimal(read('amount'));
  const period = read('period') as Period | null;
  return amount === null ? null : { amount, unit: read('unit') ?? '件', period: period ?? Period.ONCE };
}

function priceOf(read: Reading): object | null {
  const [min, max] = [decimal(read('min')), decimal(read('max'))];
  if (min === null && max === null) return null;
  const tax = read('tax');
  const taxIncluded = tax === null ? null : tax === 'yes';
  return { min, max, currency: 'CNY', taxIncluded, basis: read('basis') ?? '件' };
}
