/** A text in both languages; `{{name}}` stands for a parameter. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/**
 * Declares the texts of one part of the portal, each in Chinese and English. A key with the suffix `_one` is the English
 * form for `count` = 1 of the key without it.
 */
export function defineTexts<Key extends string>(
  texts: Readonly<Record<Key, readonly [zh: string, en: string]>>,
) {
  return Object.fromEntries(
    Object.entries<readonly [string, string]>(texts).map(([key, [zh, en]]) => [key, { zh, en }]),
  ) as Readonly<Record<Key, Text>>;
}
