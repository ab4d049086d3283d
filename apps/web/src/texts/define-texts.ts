/** A text in both languages; `{{name}}` stands for a parameter. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Declares the texts of a part of the portal, each once and in both languages. */
export function defineTexts<Key extends string>(
  texts: Readonly<Record<Key, readonly [zh: string, en: string]>>,
) {
  return Object.fromEntries(
    Object.entries<readonly [string, string]>(texts).map(([key, [zh, en]]) => [key, { zh, en }]),
  ) as Readonly<Record<Key, Text>>;
}
