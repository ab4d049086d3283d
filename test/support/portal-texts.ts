import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A text of the portal in both languages. */
export interface PortalText {
  readonly zh: string;
  readonly en: string;
}

export type PortalLanguage = keyof PortalText;

/** All texts of the portal by key. */
export async function portalTexts(): Promise<Readonly<Record<string, PortalText>>> {
  const module = (await import(pathToFileURL(resolve('apps/web/src/texts/texts.ts')).href)) as {
    TEXTS: Record<string, PortalText>;
  };
  return module.TEXTS;
}

const HAN = /\p{Script=Han}/u;

/** Texts of the other language that a page must never show; those with parameters and those alike in both are left out. */
export function foreignTexts(
  texts: Readonly<Record<string, PortalText>>,
  language: PortalLanguage,
): ReadonlySet<string> {
  const other = language === 'zh' ? 'en' : 'zh';
  const own = new Set(Object.values(texts).map((text) => text[language]));
  return new Set(
    Object.values(texts)
      .map((text) => text[other])
      .filter((text) => !text.includes('{{') && !own.has(text) && (other === 'en' || HAN.test(text))),
  );
}
