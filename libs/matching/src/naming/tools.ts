import type { TradeConcept } from '@app/taxonomy';

/** GB/T 4754 groups whose goods are tools for other trades: moulds, metal-working tools. */
const TOOL_INDUSTRIES = ['C3525', 'C332'];

/** Whether a concept is a machine, mould or tool, so that a process in its name is what it is for. */
export function isTool(concept: TradeConcept | undefined): boolean {
  if (!concept) return false;
  const { kind, industries } = concept;
  return (
    kind === 'EQUIPMENT' ||
    (kind === 'PRODUCT' && industries.some((code) => TOOL_INDUSTRIES.some((tool) => code.startsWith(tool))))
  );
}
