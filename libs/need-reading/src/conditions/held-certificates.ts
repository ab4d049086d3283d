import { foldText } from '@app/kernel';
import type { CertificateMention, Certificates } from '@app/taxonomy';

/**
 * Words before a certificate that take it back or put it off: 无 ISO 9001, 尚未建立和运行 CQI-9, 正在申请 IATF 16949, no ISO
 * 9001. A clause that goes on to say what is held (且, 已, 按) takes nothing back.
 */
const NOT_BEFORE =
  /(?:(?:无|非|不含|不带|不做|暂无|不具备)[^,。;，；、]{0,4}|(?:没有|未|(?<!生产)计划|准备|(?<![模虚])拟|打算|争取|筹备|正在|尚待)[^,。;，；、已且按依]{0,8}|\b(?:no|not|without|lacks?|lacking|pending|planning|preparing|working towards|applying for)\b(?! only)[^,.;，。；、]{0,20})$/;
/** Words behind it that do the same: IATF 16949 办理中, CQI-9 计划明年取得, ISO 13485 pending. */
const NOT_BEHIND =
  /^(?:[^,。;，；、]{0,3}(?:办理|申请|认证中|筹备|筹建|审核中|进行中|未|过期|计划|准备|拟)|[^,.;，。；、]{0,16}\b(?:pending|in progress|planned|expired|not yet|under application)\b)/;
/** So many characters on either side are looked at. */
const AROUND = { before: 28, behind: 28 };

/** What joins certificates to one list, of which what is said before or behind it holds as a whole. */
const JOINED = /^(?:认证|证书|体系|资质)?\s*(?:[、/]|和|及|与|以及|\band\b|\bor\b)\s*$/;
/** What says before a certificate that this one is held, whatever is said behind the list: 已通过ISO 9001、IATF 16949办理中. */
const HELD_BEFORE = /(?:已|通过|取得|获得?|持有|拥有|具[有备]|certified to|holds?)[^,。;，；、]{0,4}$/;

/** The certificates that a supplier's words say it holds, each mention with its place in the folded text. */
export function findHeldCertificates(certificates: Certificates, words: string): CertificateMention[] {
  const folded = foldText(words);
  const mentions = certificates.findAll(words);
  const before = mentions.map(({ start }) => folded.slice(Math.max(0, start - AROUND.before), start));
  const denied = mentions.map(
    ({ end }, i) =>
      NOT_BEFORE.test(before[i] ?? '') || NOT_BEHIND.test(folded.slice(end, end + AROUND.behind)),
  );
  const joinedTo = (i: number) =>
    JOINED.test(folded.slice(mentions[i - 1]?.end ?? folded.length, mentions[i]?.start));
  // 尚未取得ISO 9001、IATF 16949: what is denied of the first of a list is denied of all behind it.
  for (let i = 1; i < mentions.length; i++)
    if (denied[i - 1] && joinedTo(i) && NOT_BEFORE.test(before[i - 1] ?? '')) {
      denied[i] = true;
      before[i] = before[i - 1] ?? '';
    }
  // ISO 9001、IATF 16949办理中: what is put off of the last is put off of all before it, unless they are said to be held.
  for (let i = mentions.length - 1; i > 0; i--)
    if (denied[i] && joinedTo(i) && !HELD_BEFORE.test(before[i - 1] ?? '')) denied[i - 1] = true;
  return mentions.filter((_, i) => !denied[i]);
}

/** The kinds of certificates that a supplier's words say it holds: what is denied, planned or applied for is not among them. */
export function heldCertificates(certificates: Certificates, words: string): string[] {
  return findHeldCertificates(certificates, words).map(({ id }) => id);
}
