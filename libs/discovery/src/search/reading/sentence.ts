const FEW_WORDS = 3;
const FEW_CHARACTERS = 16;

/** Whether somebody typed a sentence that describes a need, rather than a few words for a thing: 17 characters or 4 words. */
export function isSentence(text: string): boolean {
  const words = text.trim();
  return [...words].length > FEW_CHARACTERS || words.split(/\s+/).length > FEW_WORDS;
}
