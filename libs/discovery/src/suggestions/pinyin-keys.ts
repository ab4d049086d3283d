import { foldText } from '@app/kernel';
import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;
const SIGNS = /[\s\p{P}\p{S}]+/gu;

/** The form in which the beginning of a name is compared: folded, without blanks and signs. */
export function typedForm(text: string): string {
  return foldText(text).replace(SIGNS, '');
}

/** What somebody may begin to type to get to a name: the name itself, its pinyin, and the initials of its pinyin. */
export function pinyinKeys(name: string): string[] {
  const form = typedForm(name);
  if (form === '' || !HAN.test(form)) return form === '' ? [] : [form];
  const syllables = pinyin(form, { toneType: 'none', type: 'array', v: true });
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  return [...new Set([form, syllables.join(''), initials])];
}
