import { isTool, type NeedReading } from '@app/need-reading';
import type { ConceptHit, ConceptVocabulary } from '@app/taxonomy';

/** What a listing offers first of all, as its words begin. */
export enum MainOffer {
  /** Machines: furnaces, welding stations, production lines. */
  MACHINES = 'MACHINES',
  /** What others make things of, or work with: powders, wire, plating baths. */
  MATERIALS = 'MATERIALS',
  /** Things, work and services, or what the words do not tell. */
  OTHER = 'OTHER',
}

/** So far into a listing its beginning goes, where no sentence ends before. */
const BEGINNING = 60;
/** An item that begins there may end so much later. */
const LONGEST_ITEM = 12;
/** A sentence is no shorter than this: a company's name may stand before a stop. */
const SHORTEST = 8;
const SENTENCE_ENDS = /[。；;\n]/;
const ITEM = /[^，,、；;。\s/:：()（）]{2,}/g;
/** A name may go on for so many characters behind a known thing: …制造, …厂家. */
const AFTER_THING = 4;

const GOES_ON =
  '(?:厂家|制造商|制造厂|生产厂|厂|公司|制造|生产|研发|销售|批发|供应|维修|租赁|现货|零切|系列|整机|及配件|等)*$';
const MACHINE = new RegExp(
  `(?:设备|机械|机器|机床|机组|装置|装备|生产线|流水线|自动线|产线|工作站|试验台|测试台|\\p{Script=Han}[机炉柜仪])${GOES_ON}`,
  'u',
);
const MATERIAL = new RegExp(
  `(?:粉末|粉体|板材|棒材|线材|钢丝|钢带|型材|卷材|树脂|粒子|母粒|添加剂|助剂|香精|坯布|纱线|基材|面材|\\p{Script=Han}[粉锭料剂液])${GOES_ON}`,
  'u',
);
/** Work for others, whatever machines and materials are named beside it. */
const WORK = /代工|代加工|来料|外协|承接|委托|加工|贴牌|oem|odm/;

/** Whether words are the name of a machine: 灭菌柜制造厂, 采血管全自动生产线. */
function isMachineName(words: string): boolean {
  return MACHINE.test(words);
}

/**
 * What a folded listing offers first of all: its first item and most of the items of its beginning are machines, or
 * materials, and it speaks of no work for others. `hitsIn` gives the concepts in its beginning.
 */
export function mainOffer(
  prose: string,
  hitsIn: (beginning: string) => readonly ConceptHit[],
  vocabulary: ConceptVocabulary,
): MainOffer {
  if (WORK.test(prose)) return MainOffer.OTHER;
  const stop = prose.slice(SHORTEST).search(SENTENCE_ENDS);
  const end = stop < 0 ? BEGINNING : Math.min(BEGINNING, SHORTEST + stop);
  const beginning = prose.slice(0, end + LONGEST_ITEM);
  const hits = hitsIn(beginning);
  const kinds = [...beginning.matchAll(ITEM)].flatMap(({ 0: item, index }) =>
    index >= end ? [] : (kindOf(item, index, hits, vocabulary) ?? []),
  );
  const [first] = kinds;
  if (!first || first === MainOffer.OTHER) return MainOffer.OTHER;
  return 2 * kinds.filter((kind) => kind === first).length >= kinds.length ? first : MainOffer.OTHER;
}

function kindOf(
  item: string,
  start: number,
  hits: readonly ConceptHit[],
  vocabulary: ConceptVocabulary,
): MainOffer | undefined {
  const end = start + item.length;
  const last = hits
    .filter((hit) => hit.start >= start && hit.end <= end && end - hit.end <= AFTER_THING)
    .filter(({ kind }) => kind !== 'APPLICATION')
    .at(-1);
  if (last && isTool(vocabulary.get(last.conceptId))) return MainOffer.MACHINES;
  // What the vocabulary knows as goods is no machine for its ending: 电动机.
  if (last?.kind === 'PRODUCT') return MainOffer.OTHER;
  if (MACHINE.test(item)) return MainOffer.MACHINES;
  if (MATERIAL.test(item)) return MainOffer.MATERIALS;
  if (!last) return undefined;
  return last.kind === 'MATERIAL' ? MainOffer.MATERIALS : MainOffer.OTHER;
}

/**
 * Whether a main offer only serves to make what a need asks for: machines, tools and moulds where none is asked for, materials where work
 * is. A need whose thing the vocabulary does not know is left alone.
 */
export function onlyServesToMake(
  offer: MainOffer,
  { parts }: NeedReading,
  vocabulary: ConceptVocabulary,
): boolean {
  const heads = parts.filter(({ role }) => role === 'HEAD');
  const known = heads.some(({ conceptId }) => conceptId !== null) || heads.length === 0;
  const asksMachine = heads.some(
    ({ conceptId, text }) => isMachineName(text) || isTool(conceptId ? vocabulary.get(conceptId) : undefined),
  );
  if (!known || asksMachine) return false;
  const asksWork = parts.some(
    ({ kind, role }) => (kind === 'PROCESS' || kind === 'SERVICE') && role !== 'MODIFIER',
  );
  return offer === MainOffer.MACHINES || (offer === MainOffer.MATERIALS && asksWork);
}
