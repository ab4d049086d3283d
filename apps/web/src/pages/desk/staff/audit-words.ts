import { TEXTS, type TextKey, type Translate } from '../../../texts/texts.js';

/** A code of the log in words; one that has none yet stays as it is, for nothing of a log may be hidden. */
const inWords = (key: string, code: string, t: Translate): string =>
  Object.hasOwn(TEXTS, key) ? t(key as TextKey) : code;

export const auditAction = (action: string, t: Translate): string => inWords(`audit.${action}`, action, t);

export const auditSubject = (type: string, t: Translate): string => inWords(`auditSubject.${type}`, type, t);

/** Further ids and codes of an entry: roles in words, everything else as it was noted. */
export function auditDetail({ name, value }: { name: string; value: string }, t: Translate): string {
  // Several of a kind are numbered: fact1, fact2.
  const [, kind = name, place = ''] = /^([a-zA-Z]+)(\d*)$/.exec(name) ?? [];
  const words = [inWords(`auditDetail.${kind}`, kind, t), place].filter(Boolean).join(' ');
  return `${words} ${inWords(`role.${value}`, value, t)}`;
}
