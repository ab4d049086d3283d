/**
 * What a buyer says that it does not want, in the words of speech: 别给我报埋铜管的, 不想包车, 植入级不需要, 贸易商勿扰,
 * 溶剂型的不考虑, 不是要标准件, 除贸易商外均可.
 */
const UNWANTED: readonly RegExp[] = [
  /(?:别|不要|不用)(?:再|给我们?)+[报用拿推发做][^,，。;；、!！?？\n]{1,12}/gu,
  /不(?:想|愿意?|考虑|能用|可用|得用|许用)[^,，。;；、!！?？\n]{1,12}/gu,
  /(?<=^|[,，。;；、\n])[^,，。;；、!！?？\n]{2,8}(?:不需要|不用考虑|就不要了|免谈|勿扰|绕行)(?=[,，。;；!！\n]|$)/gu,
  /(?<=^|[,，。;；、\n])[^,，。;；、!！?？\n]{1,12}的(?:就|都|一律)?(?:不考虑|不要|不需要|不收|不行|不用|除外)(?:了)?(?=[,，。;；、!！)）\n]|$)/gu,
  /(?<!是)不是(?:要|找|想要|求购|采购)[^,，。;；、!！?？\n]{1,12}/gu,
  /除了?[^,，。;；、!！?？\n]{1,12}?(?:之外|以外|外)(?=[,，]?(?:均可|都可|都行|其他|其余|皆可|不限))/gu,
];

/** The words of a need without what it says not to want; positions stay. */
export function withoutUnwanted(text: string): string {
  return UNWANTED.reduce((left, pattern) => left.replace(pattern, (said) => ' '.repeat(said.length)), text);
}

/** Whether a thing is named as what is not in the asked one: 无溶剂, 免焊接. */
export function isDenied(text: string, { start }: { readonly start: number }): boolean {
  return /[无免]/.test(text[start - 1] ?? '');
}
