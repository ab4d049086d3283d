import type { ConceptExtractor, ConceptHit } from '@app/taxonomy';

/** The rest of a clause that asks for work done on a machine: 数控车床 精密轴类零件加工, but not 数控车床 用于加工轴类. */
const WORKED =
  /^(?![^,。;、\n]{0,10}(?:用于|用来|适合|可加工|能加工))[^,。;、\n]{0,12}加工(?!中心|机|设备|厂用)/;

/** What makes the name of a machine of the name of its work: 数控车床, 注塑机. */
const MACHINE_ENDING = /(?:机床|[机床])$/;

/** The work of a machine, where a clause asks for work done on it and not for the machine. */
export function workedOn(text: string, hit: ConceptHit, extractor: ConceptExtractor): ConceptHit | undefined {
  if (hit.kind !== 'EQUIPMENT' || !WORKED.test(text.slice(hit.end))) return undefined;
  const work = `${hit.surface}加工`;
  return extractor
    .hits(work)
    .find(({ kind, start, end }) => kind === 'PROCESS' && start === 0 && end === work.length);
}

/**
 * A folded text in which a machine that only says how something is made stands as its work, so that those who make the
 * machine share no more words than those who work on it: 数控车床 轴加工 as 数控车 轴加工. Positions stay.
 */
export function withWorkForMachines(folded: string, extractor: ConceptExtractor): string {
  let text = folded;
  for (const hit of extractor.hits(folded)) {
    if (!workedOn(folded, hit, extractor)) continue;
    const work = hit.surface.replace(MACHINE_ENDING, '');
    text = text.slice(0, hit.start) + work.padEnd(hit.surface.length) + text.slice(hit.end);
  }
  return text;
}
