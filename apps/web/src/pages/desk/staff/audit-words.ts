import { TEXTS, type TextKey, type Translate } from '../../../texts/texts.js';

const ACTION = 'audit.';

/** Every action that has words, to narrow the log to one. */
export const AUDIT_ACTIONS: readonly string[] = Object.keys(TEXTS)
  .filter((key) => key.startsWith(ACTION))
  .map((key) => key.slice(ACTION.length));

/** An id that says nothing to a reader. */
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** A code of the log in words; one that has none yet stays as it is, for nothing of a log may be hidden. */
const inWords = (key: string, code: string, t: Translate): string =>
  Object.hasOwn(TEXTS, key) ? t(key as TextKey) : code;

export const auditAction = (action: string, t: Translate): string => inWords(`audit.${action}`, action, t);

export const auditSubject = (type: string, t: Translate): string => inWords(`auditSubject.${type}`, type, t);

/** A further id or code of an entry: what it is, and its value in words; an id without a name has no value to read. */
export function auditDetail(
  { name, value }: { name: string; value: string },
  t: Translate,
): { label: string; value: string } {
  // Several of a kind are numbered: fact1, fact2.
  const [, kind = name, place = ''] = /^([a-zA-Z]+)(\d*)$/.exec(name) ?? [];
  const label = [inWords(`auditDetail.${kind}`, kind, t), place].filter(Boolean).join(' ');
  if (kind === 'fact') return { label, value: factInWords(value, t) };
  return { label, value: UUID.test(value) ? '' : inWords(`role.${value}`, value, t) };
}

/** A checked fact: `profile:HEADCOUNT`, or the kind of what was checked with its id. */
function factInWords(fact: string, t: Translate): string {
  const [kind = '', which = ''] = fact.split(':');
  return kind === 'profile'
    ? inWords(`profileFact.${which}`, which, t)
    : inWords(`auditFact.${kind}`, kind, t);
}
